package com.aiqleads.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(0 6 * * ? *)",
        "cron(0,30 8-17/2 ? * MON-FRI 2026-2030)",
        "cron(*/15 * 1 JAN,JUL ? *)",
        "cron(0 0 L * ? *)",
        "cron(0 0 15W * ? *)",
        "cron(0 0 ? * 6#3 *)",
        "cron(59 23 31 12 ? 2199)"
      })
  void takesWhatEventBridgeTakes(String text) {
    Schedule schedule = Schedule.parse(text);

    assertThat(schedule.expression()).isEqualTo(text);
    assertThat(schedule).isInstanceOf(Schedule.Cron.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(0 6 * * *)",
        "cron(0 6 * * * *)",
        "cron(0 6 ? * ? *)",
        "cron(60 6 * * ? *)",
        "cron(0 24 * * ? *)",
        "cron(0 6 0 * ? *)",
        "cron(0 6 32 * ? *)",
        "cron(0 6 * 13 ? *)",
        "cron(0 6 * FOO ? *)",
        "cron(0 6 ? * 8 *)",
        "cron(0 6 * * ? 1969)",
        "cron(0-99 6 * * ? *)",
        "cron(, 6 * * ? *)",
        "rate(1 minutes)",
        "rate(5 minute)",
        "rate(0 minutes)",
        "rate(5 weeks)",
        "every day"
      })
  void refusesWhatEventBridgeRefuses(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Schedule.parse(text));
  }

  @Test
  void knowsHowOftenARateRuns() {
    assertThat(Schedule.parse("rate(15 minutes)"))
        .isEqualTo(new Schedule.Rate("rate(15 minutes)", Duration.ofMinutes(15)));
    assertThat(Schedule.parse("rate(2 days)"))
        .isEqualTo(new Schedule.Rate("rate(2 days)", Duration.ofDays(2)));
  }
}
