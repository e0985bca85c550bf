package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/// Our clock is three seconds and a half behind the one that dates the answers.
class DatedClockTest {

  private static final Duration BEHIND = Duration.ofMillis(3_500);

  private final SettableClock clock = new SettableClock();
  private final DatedClock dated = new DatedClock(clock);

  @Test
  void knowsNothingBeforeAnAnswerHasToldItsDate() {
    assertThat(dated.isKnown()).isFalse();
    assertThatThrownBy(dated::now).hasMessageContaining("nobody knows the time");
  }

  @Test
  void oneDateLeavesASecondAndTheTimeOfItsAnswerInDoubt() {
    hear();

    assertThat(dated.doubt()).isEqualTo(Duration.ofMillis(1_002));
    assertThat(dated.now().earliest()).isBeforeOrEqualTo(truth());
    assertThat(dated.now().latest()).isAfterOrEqualTo(truth());
  }

  @Test
  void aSecondThatTurnsLeavesTheTimeBetweenTwoLooks() {
    for (int looks = 0; looks < 60; looks++) {
      hear();
      clock.pause(Duration.ofMillis(20));
    }

    assertThat(dated.doubt()).isLessThan(Duration.ofMillis(25));
    assertThat(dated.now().earliest()).isBeforeOrEqualTo(truth());
    assertThat(dated.now().latest()).isAfterOrEqualTo(truth());
  }

  @Test
  void theDoubtGrowsAsClocksDrift() {
    hear();
    clock.pause(Duration.ofSeconds(5));

    dated.now();

    assertThat(dated.doubt()).isEqualTo(Duration.ofMillis(1_004));
  }

  @Test
  void whenAClockIsSetItIsReadAnewAsAnother() {
    hear();
    String before = dated.reader();
    Instant far = truth().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

    dated.heard(clock.instant(), clock.instant(), far);

    assertThat(dated.now().earliest()).isEqualTo(far);
    assertThat(dated.reader()).isNotEqualTo(before);
  }

  private void hear() {
    Instant askedAt = clock.instant();
    Instant date = truth().truncatedTo(ChronoUnit.SECONDS);
    clock.pause(Duration.ofMillis(2));
    dated.heard(askedAt, clock.instant(), date);
  }

  private Instant truth() {
    assertThat(clock.instant()).isAfterOrEqualTo(NOON);
    return clock.instant().plus(BEHIND);
  }
}
