package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;

/// What time it is by the clock that all share: certainly one of these.
public record Now(Instant earliest, Instant latest) {

  public Now {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException("time cannot be before it is");
    }
  }

  public static Now exactly(Instant time) {
    return new Now(time, time);
  }

  /// Whether it is that time already, without any doubt.
  boolean isPast(Instant time) {
    return !earliest.isBefore(time);
  }

  /// The longest that it can still be until then.
  Duration until(Instant time) {
    return isPast(time) ? Duration.ZERO : Duration.between(earliest, time);
  }
}
