package com.aiqleads.marketplace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

  /// An example that is published with the specification's libraries.
  @Test
  void signsAsStandardWebhooksHasIt() {
    SigningSecret secret = SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(
            secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void everySecretIsItsOwnAndIsReadBack() {
    SigningSecret secret = SigningSecret.fresh();

    assertThat(SigningSecret.of(secret.reveal()))
        .isEqualTo(secret)
        .hasSameHashCodeAs(secret)
        .isNotEqualTo(SigningSecret.fresh())
        .isNotEqualTo(secret.reveal());
  }

  @Test
  void saysNothingByItself() {
    SigningSecret secret = SigningSecret.fresh();

    assertThat(secret.toString()).doesNotContain(secret.reveal().substring(6));
    assertThatThrownBy(() -> SigningSecret.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
