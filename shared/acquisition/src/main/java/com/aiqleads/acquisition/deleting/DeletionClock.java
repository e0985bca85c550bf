package com.aiqleads.acquisition.deleting;

import com.aiqleads.acquisition.deleting.DeletionRequests.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The time that the law leaves: lists are pulled, and those on them deleted, at least every 45
/// days (Cal. Civ. Code 1798.99.86 (c)).
///
/// @param since the last pull, or the oldest request without an answer, if that is older
public record DeletionClock(Instant since) {

  public static final Duration MAX = Duration.ofDays(45);

  /// Then people are told, while there are days to do something.
  public static final Duration WARNING = Duration.ofDays(35);

  /// Nothing runs before the first pull.
  public static Optional<DeletionClock> of(Standing standing) {
    return Stream.of(standing.pulledAt(), standing.waitingSince())
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .map(DeletionClock::new);
  }

  public Instant dueAt() {
    return since.plus(MAX);
  }

  public Instant warnsAt() {
    return since.plus(WARNING);
  }

  public boolean isOverdue(Instant now) {
    return now.isAfter(dueAt());
  }
}
