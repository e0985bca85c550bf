package com.aiqleads.marketplace.subscriptions;

import java.time.Instant;

/// What is billed at once.
///
/// @param number from 0, without gaps
public record Period(int number, Instant from, Instant until) {

  public Period {
    if (number < 0 || !from.isBefore(until)) {
      throw new IllegalArgumentException("no period: " + number + ", " + from + " to " + until);
    }
  }
}
