package com.aiqleads.acquisition.fetching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant NEVER = Instant.MAX;

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0, 1",
    "PT0S, 1, 2",
    "PT0S, 2, 4",
    "PT0S, 3, 4",
    "PT47H59M, 99, 4",
    "PT48H, 0, 2",
    "PT48H, 3, 8",
    "PT48H, 4, 8",
    "PT167H59M, 0, 2",
    "PT168H, 0, 4",
    "PT168H, 9, 16",
    "PT719H59M, 0, 4",
    "PT720H, 0, 8",
    "PT720H, 4, 16",
    "PT720H, 5, 32",
    "PT720H, 2000000000, 32"
  })
  void theOlderAListingTheRarerItIsVisited(Duration age, int unchangedVisits, int hours) {
    Life life = new Life(NOON.minus(age), NEVER);

    assertThat(life.next(NOON, HOUR, unchangedVisits))
        .isEqualTo(NOON.plus(HOUR.multipliedBy(hours)));
  }

  @Test
  void aListingIsVisitedRightAfterItsSiteTakesItDown() {
    Instant usual = NOON.plus(HOUR);

    assertThat(new Life(NOON, usual.minusMillis(1)).next(NOON, HOUR, 0))
        .isEqualTo(usual.minusMillis(1).plus(Duration.ofMinutes(5)));
    assertThat(new Life(NOON, usual).next(NOON, HOUR, 0)).isEqualTo(usual);
    assertThat(new Life(NOON, NOON).next(NOON, HOUR, 0)).isEqualTo(usual);
    assertThat(new Life(NOON, NOON.plusMillis(1)).next(NOON, HOUR, 0))
        .isEqualTo(NOON.plusMillis(1).plus(Duration.ofMinutes(5)));
  }

  @Test
  void itsAgeIsCountedFromItsFirstVisit() {
    Life first = Life.UNSEEN.seen(NOON);

    assertThat(first.since()).isEqualTo(NOON);
    assertThat(first.seen(NOON.plus(HOUR))).isEqualTo(first);
  }
}
