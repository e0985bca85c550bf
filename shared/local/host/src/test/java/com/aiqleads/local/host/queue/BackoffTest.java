package com.aiqleads.local.host.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final List<Duration> pauses = new ArrayList<>();
  private final Backoff backoff = new Backoff(pauses::add);

  @Test
  void doublesUpToThirteenSecondsOrSo() throws InterruptedException {
    for (int failures = 0; failures < 9; failures++) {
      backoff.tried(false);
      backoff.pause();
    }

    assertThat(pauses)
        .extracting(Duration::toMillis)
        .containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 12_800L, 12_800L);
  }

  @Test
  void isNotDueWhileThingsWork() {
    backoff.tried(false);
    backoff.tried(true);

    assertThat(backoff.isDue()).isFalse();
  }
}
