package com.aiqleads.marketplace.publishlead;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.Metrics;

/// Counts prices that leads are put on sale for, in steps of ten, so that a price book that goes
/// wrong is seen.
record PriceFigures(Metrics metrics) {

  private static final long STEP = 10;
  private static final long MINOR_UNITS = 100;
  private static final long TOP = 100;

  void count(Money price) {
    metrics.count("prices", band(price.minorUnits() / MINOR_UNITS), price.currency().toString());
  }

  private static String band(long units) {
    long from = units / STEP * STEP;
    return units >= TOP ? TOP + "+" : from + "-" + (from + STEP - 1);
  }
}
