package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;

/// How long a page may be missing from searches before somebody looks whether it is gone for good.
///
/// @param rounds whole searches that must have missed it
/// @param time that must have passed since the first of them
public record Grace(int rounds, Duration time) {

  public static final Grace USUAL = new Grace(3, Duration.ofDays(3));

  public Grace {
    if (rounds < 1 || time.isNegative()) {
      throw new IllegalArgumentException("a grace is at least one round, and no time before it");
    }
  }

  boolean isOver(Absence absence, Instant now) {
    return absence.rounds() >= rounds && !now.isBefore(absence.since().plus(time));
  }
}
