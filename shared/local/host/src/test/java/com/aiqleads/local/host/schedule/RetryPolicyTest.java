package com.aiqleads.local.host.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private final RetryPolicy policy = RetryPolicy.LAMBDA;

  @Test
  void triesTwiceMoreAfterAFailure() {
    assertThat(policy.allowsAnother(0)).isTrue();
    assertThat(policy.allowsAnother(1)).isTrue();
    assertThat(policy.allowsAnother(2)).isFalse();
    assertThat(policy.afterFailures())
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
  }

  @Test
  void waitsTwiceAsLongAfterEachRefusalUpToFiveMinutes() {
    assertThat(policy.pauseAfterRefusal(0, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.pauseAfterRefusal(1, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.pauseAfterRefusal(8, 0)).isEqualTo(Duration.ofSeconds(256));
    assertThat(policy.pauseAfterRefusal(9, 0)).isEqualTo(Duration.ofMinutes(5));
    assertThat(policy.pauseAfterRefusal(500, 0)).isEqualTo(Duration.ofMinutes(5));
    assertThat(policy.maxAge()).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void partsThoseWhoWereTurnedAwayTogether() {
    assertThat(policy.pauseAfterRefusal(9, 0.5)).isEqualTo(Duration.ofSeconds(225));
    assertThat(policy.pauseAfterRefusal(9, 1)).isEqualTo(Duration.ofSeconds(150));
  }
}
