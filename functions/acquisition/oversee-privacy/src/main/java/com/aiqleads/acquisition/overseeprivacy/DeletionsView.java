package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.deleting.DeletionClock;
import com.aiqleads.acquisition.deleting.DeletionRequests.Standing;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the requests stand that the state has passed on.
@Serdeable
record DeletionsView(
    @Schema(description = "When the platform was last asked; missing if it never was")
        @Nullable Instant pulledAt,
    @Schema(description = "When the oldest request came that is not answered")
        @Nullable Instant waitingSince,
    @Schema(description = "45 days after the older of both") @Nullable Instant dueAt,
    boolean overdue,
    long requests,
    long waiting,
    long deleted,
    long notFound,
    long withdrawn) {

  static DeletionsView of(Standing standing, Instant now) {
    Optional<DeletionClock> clock = DeletionClock.of(standing);
    return new DeletionsView(
        standing.pulledAt().orElse(null),
        standing.waitingSince().orElse(null),
        clock.map(DeletionClock::dueAt).orElse(null),
        clock.filter(left -> left.isOverdue(now)).isPresent(),
        standing.requests(),
        standing.waiting(),
        standing.deleted(),
        standing.notFound(),
        standing.withdrawn());
  }
}
