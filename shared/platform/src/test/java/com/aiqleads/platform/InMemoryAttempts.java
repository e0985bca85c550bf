package com.aiqleads.platform;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryAttempts implements Attempts {

  private record Key(Limit limit, String subject, Instant window) {}

  private final Map<Key, Integer> counts = new ConcurrentHashMap<>();

  @Override
  public int add(Limit limit, String subject, Instant now) {
    return counts.merge(new Key(limit, subject, limit.windowStart(now)), 1, Integer::sum);
  }

  @Override
  public void giveBack(Limit limit, String subject, Instant now) {
    counts.merge(new Key(limit, subject, limit.windowStart(now)), -1, Integer::sum);
  }
}
