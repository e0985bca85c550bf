package com.aiqleads.local.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JwksTest {

  private final Tokens tokens = new Tokens();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));

  @Test
  void looksOnceAndThenOnlyAfterTwoHours() {
    Jwks keys = keys(tokens::jwks);

    assertThat(keys.key(Tokens.KEY_ID)).isPresent();
    pass(7_200);
    assertThat(keys.key(Tokens.KEY_ID)).isPresent();
    assertThat(looks).hasValue(1);
    pass(1);
    assertThat(keys.key(Tokens.KEY_ID)).isPresent();
    assertThat(looks).hasValue(2);
  }

  @Test
  void looksAgainForAnUnknownKeyButNotForEveryForgery() {
    Jwks keys = keys(tokens::jwks);
    keys.key(Tokens.KEY_ID);

    for (int i = 0; i < 100; i++) {
      assertThat(keys.key("forged-" + i)).isEmpty();
    }

    assertThat(looks).hasValue(1);
    pass(11);
    keys.key("forged");
    assertThat(looks).hasValue(2);
  }

  @Test
  void keepsTheKeysWhileTheIssuerDoesNotAnswer() {
    Jwks keys = keys(this::failingLater);
    keys.key(Tokens.KEY_ID);

    pass(8_000);
    assertThat(keys.key(Tokens.KEY_ID)).isPresent();
    pass(8_000);
    assertThat(keys.key(Tokens.KEY_ID)).isPresent();
    assertThat(looks).hasValue(3);
  }

  private byte[] failingLater() throws IOException {
    return switch (looks.get()) {
      case 1 -> tokens.jwks();
      case 2 -> throw new IOException("no answer");
      default -> "<html>".getBytes(StandardCharsets.UTF_8);
    };
  }

  private Jwks keys(Jwks.Document document) {
    return new Jwks(
        () -> {
          looks.incrementAndGet();
          return document.read();
        },
        now::get);
  }

  private void pass(long seconds) {
    now.updateAndGet(time -> time.plusSeconds(seconds));
  }
}
