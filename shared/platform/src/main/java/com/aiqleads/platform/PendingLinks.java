package com.aiqleads.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Links that wait for a password. The secret opens nothing by itself.
public interface PendingLinks {

  Duration LIFETIME = Duration.ofMinutes(10);

  void add(RandomSecret secret, PendingLink link);

  Optional<PendingLink> find(RandomSecret secret, Instant now);

  /// True for one caller only.
  boolean use(RandomSecret secret);
}
