package com.aiqleads.marketplace.subscriptions;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// The months of a subscription, counted from its beginning and never from the month before: what
/// begins on a 31st renews on the last day of shorter months, and on the 31st again.
public record Months(Instant beginning, ZoneId zone) {

  public Period period(int number) {
    return new Period(number, start(number), start(number + 1));
  }

  /// The number of the period in which something happens; 0 before the beginning.
  public int numberAt(Instant at) {
    long guess = ChronoUnit.MONTHS.between(beginning.atZone(zone), at.atZone(zone));
    int number = Math.toIntExact(Math.max(0, guess));
    if (number > 0 && start(number).isAfter(at)) {
      return number - 1;
    }
    return start(number + 1).isAfter(at) ? number : number + 1;
  }

  private Instant start(int number) {
    ZonedDateTime first = beginning.atZone(zone);
    return first.plusMonths(number).toInstant();
  }
}
