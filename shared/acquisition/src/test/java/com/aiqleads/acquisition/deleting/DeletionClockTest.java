package com.aiqleads.acquisition.deleting;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.deleting.DeletionRequests.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeletionClockTest {

  private static final Instant PULLED = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void isOverdueAfterFortyFiveDaysAndNotBefore() {
    DeletionClock clock = new DeletionClock(PULLED);

    assertThat(clock.dueAt()).isEqualTo("2026-12-16T00:00:00Z");
    assertThat(clock.isOverdue(clock.dueAt())).isFalse();
    assertThat(clock.isOverdue(clock.dueAt().plusNanos(1))).isTrue();
    assertThat(Duration.between(clock.warnsAt(), clock.dueAt())).hasDays(10);
  }

  @Test
  void theOldestRequestWithoutAnAnswerCountsAlsoAfterAnotherPull() {
    Instant asked = PULLED.minus(Duration.ofDays(3));

    assertThat(DeletionClock.of(standing(Optional.of(PULLED), Optional.of(asked))))
        .contains(new DeletionClock(asked));
    assertThat(DeletionClock.of(standing(Optional.of(PULLED), Optional.empty())))
        .contains(new DeletionClock(PULLED));
  }

  @Test
  void nothingRunsBeforeTheFirstPull() {
    assertThat(DeletionClock.of(standing(Optional.empty(), Optional.empty()))).isEmpty();
  }

  private static Standing standing(Optional<Instant> pulledAt, Optional<Instant> waitingSince) {
    return new Standing(pulledAt, waitingSince, 1, 1, 0, 0, 0);
  }
}
