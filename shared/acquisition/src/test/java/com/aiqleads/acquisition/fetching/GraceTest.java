package com.aiqleads.acquisition.fetching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GraceTest {

  private static final Grace GRACE = new Grace(3, Duration.ofDays(2));

  @Test
  void isOverAfterSoManyRoundsAndSoMuchTime() {
    Absence two = Absence.NONE.missedIn(NOON).missedIn(NOON.plusSeconds(1));
    Absence three = two.missedIn(NOON.plusSeconds(2));

    assertThat(GRACE.isOver(two, NOON.plus(Duration.ofDays(9)))).isFalse();
    assertThat(GRACE.isOver(three, NOON.plus(Duration.ofDays(2)).minusMillis(1))).isFalse();
    assertThat(GRACE.isOver(three, NOON.plus(Duration.ofDays(2)))).isTrue();
  }

  @Test
  void countsNoRoundTwice() {
    Absence once = Absence.NONE.missedIn(NOON);

    assertThat(once.missedIn(NOON)).isEqualTo(once);
    assertThat(once.missedIn(NOON.minusSeconds(1))).isEqualTo(once);
    assertThat(once.missedIn(NOON.plusSeconds(1)))
        .isEqualTo(new Absence(2, NOON, NOON.plusSeconds(1)));
  }

  @Test
  void isAtLeastOneRound() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Grace(0, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new Grace(1, Duration.ofMillis(-1)));
    assertThat(new Grace(1, Duration.ZERO).isOver(Absence.NONE.missedIn(NOON), NOON)).isTrue();
  }
}
