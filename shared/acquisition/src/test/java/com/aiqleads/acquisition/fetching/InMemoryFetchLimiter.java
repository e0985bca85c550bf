package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// A limiter for one process, which keeps the least interval and the pauses that a site asks
/// for, and never gives a site up.
public final class InMemoryFetchLimiter implements FetchLimiter {

  private static final Duration GRACE = Duration.ofMillis(500);

  private final InstantSource clock;
  private final Map<String, Instant> freeAt = new HashMap<>();
  private final Map<String, Throttling> throttlings = new HashMap<>();

  public InMemoryFetchLimiter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Grant ask(String site, Pace pace) {
    Instant now = clock.instant();
    Instant free = freeAt.getOrDefault(site, now);
    if (free.isAfter(now)) {
      return new Grant.Wait(Duration.between(now, free));
    }
    freeAt.put(site, now.plus(pace.interval()));
    return new Grant.Granted(new Ticket(site, pace, now.toString()), now, now.plus(GRACE));
  }

  @Override
  public void sent(Ticket ticket) {}

  @Override
  public boolean keeps(Ticket ticket) {
    return true;
  }

  @Override
  public synchronized Duration ended(Ticket ticket, Ending ending) {
    Throttling before = throttlings.getOrDefault(ticket.site(), Throttling.NONE);
    if (!(ending instanceof Ending.Throttled(var retryAfter))) {
      throttlings.put(ticket.site(), before.answered());
      return Duration.ZERO;
    }
    Duration pause = retryAfter.orElseGet(() -> before.pause(0));
    throttlings.put(ticket.site(), before.throttled(Now.exactly(clock.instant()), pause));
    holdOff(ticket.site(), pause);
    return pause;
  }

  @Override
  public void judged(String site, PageWorth worth) {}

  @Override
  public void turnedAway(String site) {}

  public synchronized void holdOff(String site, Duration pause) {
    Instant until = clock.instant().plus(pause);
    freeAt.merge(site, until, (one, other) -> one.isAfter(other) ? one : other);
  }
}
