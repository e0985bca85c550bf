package com.aiqleads.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who is on the way to a provider, by the fingerprint of the state that comes back.
public interface Departures {

  /// Long enough to find a password and a phone at the provider.
  Duration LIFETIME = Duration.ofMinutes(10);

  void add(RandomSecret state, Departure departure);

  /// Uses it up: one caller only gets it, and only the browser that left. Another browser with a
  /// state that it has seen gets nothing and spoils nothing.
  Optional<Departure> arrive(RandomSecret state, RandomSecret browser, Instant now);
}
