package com.aiqleads.acquisition.fetching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        " 120 |120",
        "3600|3600",
        "3601|3600",
        "Fri, 20 Nov 2026 12:00:30 GMT|30",
        "Fri, 20 Nov 2026 11:00:00 GMT|0",
        "Sat, 21 Nov 2026 11:00:00 GMT|3600"
      })
  void readsSecondsAndDates(String header, long seconds) {
    assertThat(RetryAfter.parse(header, NOON)).hasValue(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "99999999999", "2026-11-20"})
  void whatIsNeitherSaysNothing(String header) {
    assertThat(RetryAfter.parse(header, NOON)).isEmpty();
  }
}
