package com.aiqleads.marketplace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.delivery.Attempt.Delivered;
import com.aiqleads.marketplace.delivery.Attempt.GivenUp;
import com.aiqleads.marketplace.delivery.Attempt.Gone;
import com.aiqleads.marketplace.delivery.Attempt.Later;
import com.aiqleads.marketplace.delivery.Carrier.Answer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptTest {

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void whatIsTakenIsDelivered(int status) {
    assertThat(Attempt.of(status(status), 3)).isInstanceOf(Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 304, 400, 401, 404, 422, 429, 500, 502, 503, 504, 999})
  void whatIsNotTakenComesAgain(int status) {
    assertThat(Attempt.of(status(status), 0))
        .isEqualTo(new Later(Duration.ofSeconds(5), "The server answered " + status + "."));
  }

  @Test
  void waitsLongerEachTimeForThreeDays() {
    Duration all = Duration.ZERO;
    for (int before = 0; before < 9; before++) {
      Later later = (Later) Attempt.of(new Answer.None("The connection failed."), before);
      assertThat(later.after()).isGreaterThan(before == 0 ? Duration.ZERO : waited(before - 1));
      all = all.plus(later.after());
    }

    assertThat(all).isEqualTo(Duration.parse("PT75H35M5S"));
    assertThat(Attempt.of(new Answer.None("The connection failed."), 9))
        .isEqualTo(new GivenUp("The connection failed."));
  }

  @Test
  void comesAgainNoSoonerThanTheServerWants() {
    assertThat(Attempt.of(new Answer.Status(503, Optional.of(Duration.ofHours(1))), 0))
        .isEqualTo(new Later(Duration.ofHours(1), "The server answered 503."));
    assertThat(Attempt.of(new Answer.Status(429, Optional.of(Duration.ofSeconds(1))), 1))
        .isEqualTo(new Later(Duration.ofMinutes(5), "The server answered 429."));
    assertThat(Attempt.of(new Answer.Status(429, Optional.of(Duration.ofDays(99))), 1))
        .isEqualTo(new Later(Duration.ofDays(1), "The server answered 429."));
  }

  @Test
  void whereNothingIsWantedNothingIsSent() {
    assertThat(Attempt.of(status(410), 0)).isEqualTo(new Gone("The server answered 410."));
  }

  private static Duration waited(int before) {
    return Attempt.WAITS.get(before);
  }

  private static Answer status(int code) {
    return new Answer.Status(code, Optional.empty());
  }
}
