package com.aiqleads.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for what happens elsewhere and soon.
public final class Eventually {
  private static final Duration POLL = Duration.ofMillis(20);

  private Eventually() {}

  /// Asks until the condition holds; fails with the last exception of the condition, if it had one.
  public static void await(Duration limit, Callable<Boolean> condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    Throwable last = null;
    do {
      try {
        if (condition.call()) {
          return;
        }
        last = null;
      } catch (Exception | AssertionError notYet) {
        last = notYet;
      }
      LockSupport.parkNanos(POLL.toNanos());
    } while (System.nanoTime() < deadline);
    throw new AssertionError("did not happen within " + limit, last);
  }
}
