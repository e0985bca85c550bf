package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;

/// The limiter's word on one request.
public sealed interface Grant {

  /// One request may start at that time, and no later than `startBy`: who is late asks again.
  record Granted(Instant startAt, Instant startBy) implements Grant {}

  record Wait(Duration time) implements Grant {}
}
