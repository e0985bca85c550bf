package com.aiqleads.local.host.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.manifest.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void aRateCountsFromTheStart() {
    Schedule rate = new Schedule.Rate("rate(15 minutes)", Duration.ofMinutes(15));
    Timetable timetable = Timetable.of(rate, START);

    assertThat(timetable.after(START)).contains(Instant.parse("2026-11-20T10:15:00Z"));
    assertThat(timetable.after(Instant.parse("2026-11-20T10:15:00Z")))
        .contains(Instant.parse("2026-11-20T10:30:00Z"));
    assertThat(timetable.after(Instant.parse("2026-11-20T11:59:59Z")))
        .contains(Instant.parse("2026-11-20T12:00:00Z"));
  }

  @Test
  void aCronIsInUtcAndItsDaysOfTheWeekBeginWithSunday() {
    assertThat(cron("0", "6", "*", "*", "?", "*")).isEqualTo("2026-11-21T06:00:00Z");
    assertThat(cron("30", "9", "?", "*", "2", "*")).isEqualTo("2026-11-23T09:30:00Z");
    assertThat(cron("0", "0", "L", "*", "?", "*")).isEqualTo("2026-11-30T00:00:00Z");
    assertThat(cron("0/10", "*", "*", "*", "?", "*")).isEqualTo("2026-11-20T10:10:00Z");
    assertThat(cron("0", "0", "1", "1", "?", "2030")).isEqualTo("2030-01-01T00:00:00Z");
  }

  private static String cron(String... fields) {
    Schedule cron = new Schedule.Cron("cron", List.of(fields));
    return Timetable.of(cron, START).after(START).orElseThrow().toString();
  }
}
