package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Waits for one's turn at a site.
final class Turns {

  /// Turns that may be lost in a row, to other functions or to a pause of the site.
  private static final int MAX_LOST_TURNS = 200;

  private final FetchLimiter limiter;
  private final Pause pause;
  private final InstantSource clock;
  private final Map<String, Instant> heldUntil = new ConcurrentHashMap<>();

  Turns(FetchLimiter limiter, Pause pause, InstantSource clock) {
    this.limiter = limiter;
    this.pause = pause;
    this.clock = clock;
  }

  /// Returns when the request may start at once, or with the time that is missing.
  Optional<Duration> await(String site, Duration interval, Instant deadline) {
    for (int lost = 0; lost < MAX_LOST_TURNS; lost++) {
      switch (limiter.ask(site, interval)) {
        case Grant.Wait(Duration wait) -> {
          if (clock.instant().plus(wait).isAfter(deadline)) {
            return Optional.of(wait);
          }
          pause.pause(wait);
        }
        case Grant.Granted(Instant startAt, Instant startBy) -> {
          if (startAt.isAfter(deadline)) {
            return Optional.of(Duration.between(clock.instant(), startAt));
          }
          pauseUntil(startAt);
          if (mayStart(site, startBy)) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(interval.multipliedBy(MAX_LOST_TURNS));
  }

  void holdOff(String site, Duration time) {
    heldUntil.put(site, clock.instant().plus(time));
    limiter.holdOff(site, time);
  }

  private void pauseUntil(Instant time) {
    Duration wait = Duration.between(clock.instant(), time);
    if (wait.isPositive()) {
      pause.pause(wait);
    }
  }

  /// A grant given before the site asked for a pause, or used late, is no grant.
  private boolean mayStart(String site, Instant startBy) {
    Instant now = clock.instant();
    return !now.isAfter(startBy) && !now.isBefore(heldUntil.getOrDefault(site, Instant.MIN));
  }
}
