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
    assertThat(Attempt.of(Receipt.Failed.now("It failed."), 0))
        .isEqualTo(new Later(Duration.ofSeconds(5), "It failed."));
  }

  @Test
  void waitsLongerEachTimeForThreeDays() {
    Duration all = Duration.ZERO;
    for (int before = 0; before < 9; before++) {
      Later later = (Later) Attempt.of(Receipt.Failed.now("The connection failed."), before);
      assertThat(later.after()).isGreaterThan(before == 0 ? Duration.ZERO : waited(before - 1));
      all = all.plus(later.after());
    }

    assertThat(all).isEqualTo(Duration.parse("PT75H35M5S"));
    assertThat(Attempt.of(Receipt.Failed.now("The connection failed."), 9))
        .isEqualTo(new GivenUp("The connection failed."));
  }

  @Test
  void comesAgainNoSoonerThanTheServerWants() {
    assertThat(Attempt.of(failed(Duration.ofHours(1)), 0))
        .isEqualTo(new Later(Duration.ofHours(1), "It failed."));
    assertThat(Attempt.of(failed(Duration.ofSeconds(1)), 1))
        .isEqualTo(new Later(Duration.ofMinutes(5), "It failed."));
    assertThat(Attempt.of(failed(Duration.ofDays(99)), 1))
        .isEqualTo(new Later(Duration.ofDays(1), "It failed."));
  }

  @Test
  void whereNothingIsWantedNothingIsSent() {
    assertThat(Attempt.of(new Receipt.Gone("It is gone."), 0)).isEqualTo(new Gone("It is gone."));
  }

  private static Duration waited(int before) {
    return Attempt.WAITS.get(before);
  }

  private static Receipt failed(Duration comeBack) {
    return new Receipt.Failed(comeBack, "It failed.");
  }
}
