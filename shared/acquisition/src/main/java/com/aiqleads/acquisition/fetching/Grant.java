package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;

/// The limiter's word on one request.
public sealed interface Grant {

  /// One request may start at that time, and no later than `startBy`: who is late asks again.
  record Granted(Ticket ticket, Instant startAt, Instant startBy) implements Grant {}

  record Wait(Duration time) implements Grant {}

  /// The site is given up for so long.
  record Shut(Duration time) implements Grant {}
}
