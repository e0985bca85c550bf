package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A few seconds of what the proof `model` does for long; other seeds each day.
class ModelTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Duration SLICE = Duration.ofSeconds(8);
  private static final int STEPS = 250;

  @Test
  void isWhatAPlainModelSaysAfterEachAct() {
    Instant end = Instant.now().plus(SLICE);
    long seed = Duration.between(Instant.EPOCH, end).toDays() * 1_000;
    try (ModelRun run = new ModelRun(postgres)) {
      do {
        assertThat(run.live(seed++, STEPS)).isEmpty();
      } while (Instant.now().isBefore(end));
    }
  }
}
