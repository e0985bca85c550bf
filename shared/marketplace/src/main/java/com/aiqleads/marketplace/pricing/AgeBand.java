package com.aiqleads.marketplace.pricing;

/// How a lead loses value: the market pays about a tenth of a fresh lead's price after a month.
enum AgeBand {
  FRESH(1, 100),
  DAYS_3(3, 85),
  WEEK(7, 65),
  FORTNIGHT(14, 45),
  MONTH(30, 25),
  QUARTER(90, 12),
  AGED(Long.MAX_VALUE, 6);

  private final long lastDay;
  private final int percent;

  AgeBand(long lastDay, int percent) {
    this.lastDay = lastDay;
    this.percent = percent;
  }

  int percent() {
    return percent;
  }

  static AgeBand of(long days) {
    for (AgeBand band : values()) {
      if (days <= band.lastDay) {
        return band;
      }
    }
    throw new IllegalStateException("the last band has no end");
  }
}
