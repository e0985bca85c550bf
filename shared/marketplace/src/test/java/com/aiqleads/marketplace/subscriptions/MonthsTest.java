package com.aiqleads.marketplace.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {

  private static final ZoneId MIAMI = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T10:00:00Z,1,2026-02-28T10:00:00Z",
    "2026-01-31T10:00:00Z,2,2026-03-31T10:00:00Z",
    "2028-01-31T10:00:00Z,1,2028-02-29T10:00:00Z",
    "2028-02-29T10:00:00Z,12,2029-02-28T10:00:00Z",
    "2028-02-29T10:00:00Z,48,2032-02-29T10:00:00Z",
    "2026-12-31T23:59:59Z,2,2027-02-28T23:59:59Z"
  })
  void renewsOnTheSameDayOrTheLastOfShorterMonths(Instant beginning, int number, Instant from) {
    assertThat(new Months(beginning, ZoneOffset.UTC).period(number).from()).isEqualTo(from);
  }

  @Test
  void renewsAtTheSameTimeOfDayOverSummerTime() {
    Months months = new Months(Instant.parse("2026-02-15T17:00:00Z"), MIAMI);

    assertThat(months.period(1).from()).as("noon in March").isEqualTo("2026-03-15T16:00:00Z");
    assertThat(months.period(9).from()).as("noon in November").isEqualTo("2026-11-15T17:00:00Z");
  }

  @Test
  void renewsOnceWhereTheClockIsSetForward() {
    Months months = new Months(Instant.parse("2026-02-08T07:30:00Z"), MIAMI);

    assertThat(months.period(1).from())
        .as("there is no half past two on the 8th of March")
        .isEqualTo("2026-03-08T07:30:00Z");
  }

  @Property(tries = 1000)
  void everyMomentIsInOnePeriod(
      @ForAll @LongRange(min = 1_700_000_000L, max = 2_000_000_000L) long beginning,
      @ForAll @IntRange(max = 60 * 24 * 3600) int later) {
    Months months = new Months(Instant.ofEpochSecond(beginning), MIAMI);
    Instant at = Instant.ofEpochSecond(beginning + 30L * later);

    Period period = months.period(months.numberAt(at));

    assertThat(at).isBetween(period.from(), period.until().minusNanos(1));
    assertThat(months.period(period.number() + 1).from()).isEqualTo(period.until());
  }

  @Test
  void nothingIsBeforeTheFirst() {
    Months months = new Months(Instant.parse("2026-02-15T17:00:00Z"), MIAMI);

    assertThat(months.numberAt(Instant.EPOCH)).isZero();
    assertThatThrownBy(() -> months.period(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
