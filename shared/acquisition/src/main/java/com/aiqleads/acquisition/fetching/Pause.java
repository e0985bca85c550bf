package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Waiting, behind a name, so that tests need not wait.
public interface Pause {

  void pause(Duration time);

  static Pause real() {
    return time -> {
      try {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for a turn to fetch", e);
      }
    };
  }
}
