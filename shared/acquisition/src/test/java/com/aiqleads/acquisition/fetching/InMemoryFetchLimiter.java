package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// A limiter for one process.
public final class InMemoryFetchLimiter implements FetchLimiter {

  private static final Duration GRACE = Duration.ofMillis(500);

  private final InstantSource clock;
  private final Map<String, Instant> freeAt = new HashMap<>();

  public InMemoryFetchLimiter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Grant ask(String site, Duration interval) {
    Instant now = clock.instant();
    Instant free = freeAt.getOrDefault(site, now);
    if (free.isAfter(now)) {
      return new Grant.Wait(Duration.between(now, free));
    }
    freeAt.put(site, now.plus(interval));
    return new Grant.Granted(now, now.plus(GRACE));
  }

  @Override
  public synchronized void holdOff(String site, Duration pause) {
    Instant until = clock.instant().plus(pause);
    freeAt.merge(site, until, (one, other) -> one.isAfter(other) ? one : other);
  }
}
