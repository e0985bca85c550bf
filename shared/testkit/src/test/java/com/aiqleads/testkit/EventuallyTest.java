package com.aiqleads.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void asksUntilTheConditionHolds() {
    Eventually.await(Duration.ofSeconds(30), () -> asked.incrementAndGet() == 3);

    assertThat(asked).hasValue(3);
  }

  @Test
  void takesFailuresForNotYet() {
    Eventually.await(
        Duration.ofSeconds(30),
        () -> {
          assertThat(asked.incrementAndGet()).isEqualTo(2);
          return true;
        });

    assertThat(asked).hasValue(2);
  }

  @Test
  void failsWithTheLastReason() {
    assertThatThrownBy(
            () ->
                Eventually.await(
                    Duration.ofMillis(30),
                    () -> {
                      throw new IllegalStateException("still broken");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("did not happen within PT0.03S")
        .hasRootCauseMessage("still broken");
  }

  @Test
  void failsWhenTheConditionNeverHolds() {
    assertThatThrownBy(() -> Eventually.await(Duration.ofMillis(30), () -> false))
        .isInstanceOf(AssertionError.class)
        .hasNoCause();
  }
}
