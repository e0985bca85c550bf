package com.aiqleads.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LimitTest {

  private static final Limit QUARTER = new Limit("quarter", 3, Duration.ofMinutes(15));

  @Test
  void startsItsWindowsOnTheQuarterHour() {
    assertThat(QUARTER.windowStart(Instant.parse("2026-11-20T12:14:59.999Z")))
        .isEqualTo("2026-11-20T12:00:00Z");
    assertThat(QUARTER.windowStart(Instant.parse("2026-11-20T12:15:00Z")))
        .isEqualTo("2026-11-20T12:15:00Z");
  }

  @Test
  void waitsUntilTheWindowEnds() {
    assertThat(QUARTER.retryAfter(Instant.parse("2026-11-20T12:00:00Z")))
        .isEqualTo(Duration.ofMinutes(15));
    assertThat(QUARTER.retryAfter(Instant.parse("2026-11-20T12:14:59.001Z")))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Property
  void everyMomentLiesInItsOwnWindow(
      @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long second,
      @ForAll @IntRange(min = 1, max = 100_000) int windowSeconds) {
    Limit limit = new Limit("any", 1, Duration.ofSeconds(windowSeconds));
    Instant now = Instant.ofEpochSecond(second);

    assertThat(now).isBetween(limit.windowStart(now), limit.windowEnd(now).minusNanos(1));
    assertThat(now.plus(limit.retryAfter(now))).isEqualTo(limit.windowEnd(now));
  }
}
