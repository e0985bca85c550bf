package com.aiqleads.marketplace.overseesales;

import com.aiqleads.lambda.http.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/// What a list is narrowed by, as it stands in an address.
final class Narrowing {

  private static final String RULE = "must be a day such as 2026-11-01, of this century";

  private Narrowing() {}

  /// The moment at which this day begins.
  static Optional<Instant> first(Fields fields, String name, Optional<String> text) {
    return read(fields, name, text, Narrowing::day, RULE).map(Narrowing::start);
  }

  /// The moment at which this day is over.
  static Optional<Instant> last(Fields fields, String name, Optional<String> text) {
    return read(fields, name, text, Narrowing::day, RULE).map(day -> start(day.plusDays(1)));
  }

  static <T> Optional<T> read(
      Fields fields, String name, Optional<String> text, Function<String, T> make, String rule) {
    return text.flatMap(it -> fields.require(name, it, make, rule));
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() / 100 != 20) {
        throw new IllegalArgumentException("another century");
      }
      return day;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no day", e);
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
