package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ActingKeyTest {

  private final ActingKey acting = new ActingKey();

  @Test
  void isKnownToTheLogFromItsBeginningToItsEnd() {
    assertThat(acting.id()).isEmpty();

    acting.begin("key_1");
    assertThat(acting.id()).contains("key_1");
    assertThat(MDC.get("apiKey")).isEqualTo("key_1");

    acting.end();
    assertThat(acting.id()).isEmpty();
    assertThat(MDC.get("apiKey")).isNull();
  }
}
