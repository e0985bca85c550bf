package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The pause for a site that wants one and does not say how long: doubling from 2 s to 60 s while
/// it lasts.
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final int MAX_DOUBLINGS = 5;
  private static final Duration MAX = Duration.ofSeconds(60);

  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  Duration next(String site) {
    int before = failures.merge(site, 1, Integer::sum) - 1;
    Duration pause = FIRST.multipliedBy(1L << Math.min(before, MAX_DOUBLINGS));
    return pause.compareTo(MAX) > 0 ? MAX : pause;
  }

  void recovered(String site) {
    failures.remove(site);
  }
}
