package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.testkit.PostgresService;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A few histories of a gateway; the proof `gateway-events` tells a hundred thousand.
class GatewayRunTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyOrderLeadsToTheSameBalance(long seed) throws Exception {
    try (GatewayRun run = new GatewayRun(postgres)) {
      GatewayRun.Outcome outcome = run.run(seed, 60);

      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.spent()).isPositive();
    }
  }
}
