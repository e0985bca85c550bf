package com.aiqleads.acquisition.scoring;

import java.util.Locale;

/// Suspicion in one word; a lead of the last band is not sold.
public enum FraudBand {
  LOW,
  ELEVATED,
  HIGH;

  static final int ELEVATED_FROM = 30;
  static final int HIGH_FROM = 70;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FraudBand of(int points) {
    if (points >= HIGH_FROM) {
      return HIGH;
    }
    return points >= ELEVATED_FROM ? ELEVATED : LOW;
  }
}
