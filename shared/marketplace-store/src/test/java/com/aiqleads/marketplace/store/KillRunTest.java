package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.testkit.PostgresService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A part of the proof `kill-checkout`, which kills at every step.
class KillRunTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final int EVERY = 29;

  @Test
  void whoWasChargedHasTheLeadsOrTheMoneyWhoeverIsKilled() {
    try (KillRun run = new KillRun(postgres)) {
      KillRun.Outcome outcome = run.run(1, EVERY);

      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.kills()).isEqualTo(outcome.lives()).isGreaterThan(15);
    }
  }
}
