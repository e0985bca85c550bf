package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The reactive clock of a site: pauses that it asked for.
///
/// @param weight how often lately; a good answer takes one off, so that pauses become shorter
///     again
/// @param onlySince since when the site answered with nothing else; null if its last answer was
///     another
/// @param heldUntil nobody starts before
public record Throttling(int weight, @Nullable Instant onlySince, Instant heldUntil) {

  static final Throttling NONE = new Throttling(0, null, Instant.EPOCH);

  /// A site that asks for nothing but pauses for so long is given up.
  static final Duration MAX_ONLY = Duration.ofMinutes(15);

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration MAX = Duration.ofSeconds(60);
  private static final int MAX_DOUBLINGS = 5;

  /// The pause for a site that wants one and does not say how long: doubling from 2 s to 60 s
  /// while it lasts, and up to a quarter more, so that not all come back at once.
  ///
  /// @param luck from 0 to 1
  Duration pause(double luck) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(weight, MAX_DOUBLINGS));
    Duration pause = doubled.compareTo(MAX) > 0 ? MAX : doubled;
    return pause.plusMillis(Math.round(luck * pause.toMillis() / 4));
  }

  Throttling throttled(Now now, Duration pause) {
    Instant until = now.latest().plus(pause);
    return new Throttling(
        Math.min(weight, MAX_DOUBLINGS) + 1,
        onlySince == null ? now.latest() : onlySince,
        until.isAfter(heldUntil) ? until : heldUntil);
  }

  Throttling answered() {
    return new Throttling(Math.max(0, weight - 1), null, heldUntil);
  }

  boolean isHopeless(Now now) {
    return onlySince != null && now.isPast(onlySince.plus(MAX_ONLY));
  }
}
