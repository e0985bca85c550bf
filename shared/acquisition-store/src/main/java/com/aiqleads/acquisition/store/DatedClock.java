package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Now;
import com.aiqleads.acquisition.fetching.SharedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/// The clock of DynamoDB, as the dates of its answers tell it: whole seconds, cut off. Each
/// answer says between which bounds it stands against ours; together they leave a few
/// milliseconds, once a second has been seen to turn. Nothing of our own clock is believed but
/// that it runs evenly.
final class DatedClock implements SharedClock {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /// What a clock may gain or lose: a five-thousandth, far more than any does.
  private static final int DRIFT = 5_000;

  private final InstantSource clock;
  private Duration least = Duration.ZERO;
  private Duration most = Duration.ofDays(365_000);
  private Instant widenedAt = Instant.MAX;
  private String reader = UUID.randomUUID().toString();

  DatedClock(InstantSource clock) {
    this.clock = clock;
  }

  /// An answer that was asked for and came at these times of ours said that date.
  synchronized void heard(Instant askedAt, Instant cameAt, Instant date) {
    widen(cameAt);
    Duration atLeast = Duration.between(cameAt, date);
    Duration atMost = Duration.between(askedAt, date.plus(SECOND));
    least = isKnown() && least.compareTo(atLeast) > 0 ? least : atLeast;
    most = most.compareTo(atMost) < 0 ? most : atMost;
    if (least.compareTo(most) > 0) {
      // One of the clocks was set: what was known is void.
      least = atLeast;
      most = atMost;
      reader = UUID.randomUUID().toString();
    }
    widenedAt = cameAt;
  }

  synchronized boolean isKnown() {
    return widenedAt.isBefore(Instant.MAX);
  }

  /// Between the earliest and the latest that it can be.
  synchronized Duration doubt() {
    return most.minus(least);
  }

  @Override
  public synchronized Now now() {
    if (!isKnown()) {
      throw new IllegalStateException("no answer has told its date, so that nobody knows the time");
    }
    Instant now = clock.instant();
    widen(now);
    return new Now(now.plus(least), now.plus(most));
  }

  @Override
  public synchronized String reader() {
    return reader;
  }

  private void widen(Instant now) {
    if (isKnown() && now.isAfter(widenedAt)) {
      Duration drift = Duration.between(widenedAt, now).dividedBy(DRIFT);
      least = least.minus(drift);
      most = most.plus(drift);
      widenedAt = now;
    }
  }
}
