package com.aiqleads.marketplace.pricing.simulation;

import java.util.List;

/// A lead with everybody who will ever look at it.
record KnownLead(Place place, int bornAt, int quality, List<Look> looks) {
  static final int SLOTS = 3;
  static final int LIFE_HOURS = 30 * 24;

  /// Somebody looks, who would pay so much of what such leads are worth on average.
  record Look(int hour, double share) {}

  KnownLead {
    looks = List.copyOf(looks);
  }

  /// Buyers pay for quality, but not quite as the book thinks.
  double qualityFactor() {
    return 0.6 + 0.8 * quality / 100;
  }

  int goneAt() {
    return bornAt + LIFE_HOURS;
  }
}
