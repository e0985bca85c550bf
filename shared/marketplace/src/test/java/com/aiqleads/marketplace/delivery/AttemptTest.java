package com.aiqleads.marketplace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.delivery.Attempt.Delivered;
import com.aiqleads.marketplace.delivery.Attempt.GivenUp;
import com.aiqleads.marketplace.delivery.Attempt.Gone;
import com.aiqleads.marketplace.delivery.Attempt.Later;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptTest {

  @Test
  void whatIsTakenIsDelivered() {
    assertThat(Attempt.of(new Receipt.Taken("It has it."), 3))
        .isEqualTo(new Delivered("It has it."));
  }

  @Test
  void whatIsNotTakenComesAgain() {
    assertThat(Attempt.of(failed(Duration.ZERO), 0))
        .isEqualTo(new Later(Duration.ofSeconds(5), "It failed.", false));
  }

  @Test
  void waitsLongerEachTimeForThreeDays() {
    Duration all = Duration.ZERO;
    for (int before = 0; before < 9; before++) {
      Later later = (Later) Attempt.of(failed(Duration.ZERO), before);
      assertThat(later.after()).isGreaterThan(before == 0 ? Duration.ZERO : waited(before - 1));
      all = all.plus(later.after());
    }

    assertThat(all).isEqualTo(Duration.parse("PT75H35M5S"));
    assertThat(Attempt.of(failed(Duration.ZERO), 9)).isEqualTo(new GivenUp("It failed.", false));
  }

  @Test
  void comesAgainNoSoonerThanTheServerWants() {
    assertThat(Attempt.of(failed(Duration.ofHours(1)), 0))
        .isEqualTo(new Later(Duration.ofHours(1), "It failed.", false));
    assertThat(Attempt.of(failed(Duration.ofSeconds(1)), 1))
        .isEqualTo(new Later(Duration.ofMinutes(5), "It failed.", false));
    assertThat(Attempt.of(failed(Duration.ofDays(99)), 1))
        .isEqualTo(new Later(Duration.ofDays(1), "It failed.", false));
  }

  @Test
  void saysWhetherSomebodyMayHaveSeenIt() {
    Receipt unsure = new Receipt.Failed(Duration.ZERO, "It failed.", true);

    assertThat(Attempt.of(unsure, 0).mayHaveArrived()).isTrue();
    assertThat(Attempt.of(unsure, 9)).isEqualTo(new GivenUp("It failed.", true));
    assertThat(new Delivered("Taken.").mayHaveArrived()).isTrue();
    assertThat(new Attempt.Withheld("It may not.").mayHaveArrived()).isFalse();
  }

  @Test
  void whereNothingIsWantedNothingIsSent() {
    assertThat(Attempt.of(new Receipt.Gone("It is gone.", true), 0))
        .isEqualTo(new Gone("It is gone.", true));
    assertThat(Attempt.of(new Receipt.Gone("Nobody is there.", false), 0))
        .isEqualTo(new Gone("Nobody is there.", false));
  }

  /// As long as others, so that it does not wait for ever; and nobody has seen anything.
  @Test
  void whatWeCannotSendNowIsSentLater() {
    Receipt busy = new Receipt.Busy("Not now.");

    assertThat(Attempt.of(busy, 0))
        .isEqualTo(new Attempt.Postponed(Duration.ofSeconds(5), "Not now."));
    assertThat(Attempt.of(busy, 8))
        .isEqualTo(new Attempt.Postponed(Duration.ofHours(24), "Not now."));
    assertThat(Attempt.of(busy, 8).mayHaveArrived()).isFalse();
    assertThat(Attempt.of(busy, 9)).isEqualTo(new GivenUp("Not now.", false));
  }

  private static Duration waited(int before) {
    return Attempt.WAITS.get(before);
  }

  private static Receipt failed(Duration comeBack) {
    return new Receipt.Failed(comeBack, "It failed.", false);
  }
}
