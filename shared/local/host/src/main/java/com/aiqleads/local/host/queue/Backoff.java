package com.aiqleads.local.host.queue;

import java.time.Duration;

/// How long a poller leaves its queue alone: not at all while things work, and twice as long after
/// each failure more.
final class Backoff {

  static final Duration FIRST = Duration.ofMillis(200);
  private static final int MAX_DOUBLINGS = 6;

  /// Who really waits; tests do not.
  @FunctionalInterface
  interface Sleep {
    void sleep(Duration duration) throws InterruptedException;
  }

  private final Sleep sleep;
  private int failures;

  Backoff(Sleep sleep) {
    this.sleep = sleep;
  }

  void tried(boolean worked) {
    failures = worked ? 0 : failures + 1;
  }

  boolean isDue() {
    return failures > 0;
  }

  void pause() throws InterruptedException {
    sleep.sleep(FIRST.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS)));
  }
}
