package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Nobody answered (3 calls), 50 % of the time!",
        "550 5.1.1 user@mail.example: mailbox unavailable",
        "Häuser in Miami & Tampa; $200 or less?\nAsk again."
      })
  void takesWhatPeopleWrite(String text) {
    assertThat(PlainText.isPlain(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table offers; --",
        "\" or \"1\"=\"1",
        "<script>alert(1)</script>",
        "${7*7}{{7*7}}",
        "../../etc/passwd",
        "a\u0000b",
        "\ud800"
      })
  void takesNoMarkupAndNoCommands(String text) {
    assertThat(PlainText.isPlain(text)).isFalse();
  }
}
