package com.aiqleads.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Counts per limit, subject and window. Subjects are kept as digests: they are personal.
public interface Attempts {

  /// Counts one more, before the work that it pays for, and says how many there are now in this
  /// window: callers at the same moment cannot all be the last one allowed.
  int add(Limit limit, String subject, Instant now);

  /// Counts one more and says how long to wait, if that is too many.
  default Optional<Duration> admit(Limit limit, String subject, Instant now) {
    return add(limit, subject, now) > limit.max()
        ? Optional.of(limit.retryAfter(now))
        : Optional.empty();
  }

  /// Uncounts an attempt that turned out well.
  void giveBack(Limit limit, String subject, Instant now);
}
