package com.aiqleads.manifest;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When EventBridge Scheduler runs a function, in its own words.
public sealed interface Schedule {

  Pattern RATE = Pattern.compile("rate\\(([1-9][0-9]{0,4}) (minute|hour|day)(s?)\\)");
  Pattern CRON = Pattern.compile("cron\\(([^()]+)\\)");

  /// As manifests and EventBridge write it.
  String expression();

  record Rate(String expression, Duration every) implements Schedule {}

  /// Six fields, UTC: minutes, hours, day of month, month, day of week, year.
  record Cron(String expression, List<String> fields) implements Schedule {
    public Cron {
      fields = List.copyOf(fields);
    }
  }

  static Schedule parse(String text) {
    Matcher rate = RATE.matcher(text);
    if (rate.matches()) {
      return rate(text, Integer.parseInt(rate.group(1)), rate.group(2), !rate.group(3).isEmpty());
    }
    Matcher cron = CRON.matcher(text);
    if (cron.matches()) {
      return new Cron(text, CronField.split(cron.group(1)));
    }
    throw new IllegalArgumentException(
        "must be a schedule such as rate(15 minutes) or cron(0 6 * * ? *), not " + text);
  }

  private static Rate rate(String text, int count, String unit, boolean plural) {
    if (plural == (count == 1)) {
      throw new IllegalArgumentException(
          "must say " + count + " " + unit + (count == 1 ? "" : "s") + ", not " + text);
    }
    Duration one =
        switch (unit) {
          case "minute" -> Duration.ofMinutes(1);
          case "hour" -> Duration.ofHours(1);
          default -> Duration.ofDays(1);
        };
    return new Rate(text, one.multipliedBy(count));
  }
}
