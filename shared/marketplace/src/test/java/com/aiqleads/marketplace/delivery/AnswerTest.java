package com.aiqleads.marketplace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.delivery.Carrier.Answer.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

  @Test
  void saysWhenTheServerWantsToBeAskedAgain() {
    assertThat(answer("120").comeBack()).contains(Duration.ofMinutes(2));
    assertThat(answer("0").comeBack()).contains(Duration.ZERO);
    assertThat(new Status(503, Map.of(), "").comeBack()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "1.5", "12345678", "soon", "Fri, 20 Nov 2026 12:00:00 GMT", "٣"})
  void believesNoWaitThatIsNotAFewDigits(String wait) {
    assertThat(answer(wait).comeBack()).isEmpty();
  }

  @Test
  void keepsWhatItWasAnswered() {
    Map<String, String> headers = new HashMap<>(Map.of("retry-after", "7"));
    Status answer = new Status(429, headers, "");

    headers.clear();

    assertThat(answer.number("retry-after")).contains(7L);
  }

  @Test
  void saysNothingOfItsBody() {
    assertThat(new Status(409, Map.of(), "ann@team.example")).hasToString("Status[409]");
  }

  private static Status answer(String wait) {
    return new Status(503, Map.of("retry-after", wait), "");
  }
}
