package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.testkit.PostgresService;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A short race of each kind; the proof `races` runs them for long.
class RacesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @ParameterizedTest(name = "{1} racers, {2} slots")
  @CsvSource({"1, 2, 1", "2, 10, 3", "3, 10, 1", "4, 100, 5", "5, 100, 2"})
  void nobodyGetsWhatSomebodyElseHas(long seed, int racers, int slots) {
    try (Races races = new Races(postgres)) {
      Races.Outcome outcome = races.run(seed, racers, slots, 400);

      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.held()).isPositive();
    }
  }
}
