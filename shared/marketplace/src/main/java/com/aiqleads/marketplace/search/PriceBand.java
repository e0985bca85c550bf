package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.Money;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a lead costs, roughly. A band starts at its lower end and stops short of the next.
public enum PriceBand {
  UNDER_10("Under $10", 10_00),
  FROM_10_TO_20("$10 to $20", 20_00),
  FROM_20_TO_40("$20 to $40", 40_00),
  FROM_40("$40 and more", Long.MAX_VALUE);

  private final String label;
  private final long endCents;

  PriceBand(String label, long endCents) {
    this.label = label;
    this.endCents = endCents;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String label() {
    return label;
  }

  public static Optional<PriceBand> find(String id) {
    return Arrays.stream(values()).filter(band -> band.id().equals(id)).findFirst();
  }

  public static PriceBand of(Money price) {
    for (PriceBand band : values()) {
      if (price.minorUnits() < band.endCents) {
        return band;
      }
    }
    return FROM_40;
  }
}
