package com.aiqleads.local.host.schedule;

import java.time.Duration;
import java.util.List;

/// When an asynchronous invocation is tried again.
///
/// @param afterFailures after the first attempt, the second and so on; then it has failed for good
/// @param afterRefusal after the first time that the function was turned away as too busy, which is
///     no attempt; twice as long after each time more, and up to half of that sooner: who were
///     turned away together would go on coming together, and all but one in vain
/// @param maxAge how long it may wait in all
record RetryPolicy(List<Duration> afterFailures, Duration afterRefusal, Duration maxAge) {

  static final RetryPolicy LAMBDA =
      new RetryPolicy(
          List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)),
          Duration.ofSeconds(1),
          Duration.ofHours(6));

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int MAX_DOUBLINGS = 20;

  RetryPolicy {
    afterFailures = List.copyOf(afterFailures);
  }

  boolean allowsAnother(int failures) {
    return failures < afterFailures.size();
  }

  /// @param luck from 0 to 1
  Duration pauseAfterRefusal(int earlier, double luck) {
    Duration doubled = afterRefusal.multipliedBy(1L << Math.min(earlier, MAX_DOUBLINGS));
    Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    return pause.minusMillis((long) (pause.toMillis() * luck / 2));
  }
}
