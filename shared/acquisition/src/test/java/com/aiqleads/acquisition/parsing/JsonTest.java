package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static final String NINES = "9".repeat(39);

  @ParameterizedTest
  @ValueSource(strings = {"1e38", "1e39", "1e-38", "1e-39"})
  void readsNumbersThatFitOnALine(String text) {
    assertThat(number(text).number()).isEqualTo(new BigDecimal(text));
    assertThat(number(text).text()).isEqualTo(new BigDecimal(text).toPlainString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e40", "1e-40", "1e900000000", "-1E900000000", "1e-900000000", "1e99999999999"})
  void takesNoNumberWhoseZerosWouldFillTheMemory(String text) {
    assertThat(number(text).number()).isNull();
    assertThat(number(text).text()).isNull();
  }

  @Test
  void takesNoNumberOfMoreThanFortyDigits() {
    assertThat(number(NINES).text()).isEqualTo(NINES);
    assertThat(number(NINES + "9").text()).isEqualTo(NINES + "9");
    assertThat(number(NINES + "99").text()).isNull();
    assertThat(number("9".repeat(100_000)).text()).isNull();
  }

  @Test
  void findsMembersOfANameWhereverTheyStand() {
    String text = "{\"a\":[{\"b\":{\"c\":1}},[{\"b\":{\"b\":2}}]]} {\"b\":3}";

    assertThat(Json.named("b", text, 9).orElseThrow())
        .extracting(found -> found.value() instanceof Map<?, ?> ? "object" : found.text())
        .containsExactly("object", "object", "3");
    assertThat(Json.named("b", text, 1).orElseThrow()).hasSize(1);
    assertThat(Json.named("x", text, 9)).contains(List.of());
    assertThat(Json.named("b", text.substring(0, 30), 9)).isEmpty();
  }

  private static Json number(String text) {
    return Json.parse("{\"number\": %s, \"after\": 1}".formatted(text)).orElseThrow().get("number");
  }
}
