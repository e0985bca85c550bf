package com.aiqleads.acquisition.parsing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Since when a home is advertised.
final class ZillowDates {

  private static final int MAX_DAYS = 10_000;

  private ZillowDates() {}

  /// So many days before the page was seen; a number below zero stands for not known.
  static @Nullable LocalDate daysAgo(Json days, Instant seenAt) {
    BigDecimal number = days.number();
    boolean known =
        number != null
            && number.signum() >= 0
            && number.compareTo(BigDecimal.valueOf(MAX_DAYS)) <= 0;
    return known && number != null
        ? seenAt.atZone(ZoneOffset.UTC).toLocalDate().minusDays(number.intValue())
        : null;
  }

  /// Both ways of saying it round to days, each in its own zone.
  static boolean agree(LocalDate one, LocalDate other) {
    return Math.abs(one.toEpochDay() - other.toEpochDay()) <= 2;
  }
}
