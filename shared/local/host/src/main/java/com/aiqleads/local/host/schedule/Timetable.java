package com.aiqleads.local.host.schedule;

import com.aiqleads.manifest.Schedule;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// When a schedule is due next.
sealed interface Timetable {

  /// Counted from when the schedule was made, which locally is the host's start.
  record Every(Instant from, Duration period) implements Timetable {
    @Override
    public Optional<Instant> after(Instant now) {
      long passed = Duration.between(from, now).dividedBy(period);
      return Optional.of(from.plus(period.multipliedBy(passed + 1)));
    }
  }

  /// In UTC, as every schedule here.
  record At(ExecutionTime times) implements Timetable {
    @Override
    public Optional<Instant> after(Instant now) {
      return times.nextExecution(now.atZone(ZoneOffset.UTC)).map(time -> time.toInstant());
    }
  }

  Optional<Instant> after(Instant now);

  static Timetable of(Schedule schedule, Instant start) {
    return switch (schedule) {
      case Schedule.Rate rate -> new Every(start, rate.every());
      case Schedule.Cron cron -> new At(times(cron));
    };
  }

  /// EventBridge's six fields are Quartz's without its seconds.
  private static ExecutionTime times(Schedule.Cron cron) {
    CronParser parser =
        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
    return ExecutionTime.forCron(parser.parse("0 " + String.join(" ", cron.fields())));
  }
}
