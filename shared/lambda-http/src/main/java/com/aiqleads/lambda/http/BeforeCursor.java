package com.aiqleads.lambda.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Where a page of a list begins whose newest comes first: `before` of a request, `next` of an
/// answer.
public final class BeforeCursor {

  /// Later than whatever is listed, and still a time that databases know.
  static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private BeforeCursor() {}

  public static Instant of(Optional<String> before) {
    return before.map(BeforeCursor::parsed).orElse(END_OF_TIME);
  }

  /// Nothing of ours is older than the epoch, and no database knows all that can be written.
  private static Instant clamped(Instant instant) {
    Instant late = instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
    return late.isAfter(END_OF_TIME) ? END_OF_TIME : late;
  }

  private static Instant parsed(String before) {
    try {
      return clamped(Instant.parse(before));
    } catch (DateTimeException _) {
      throw new BadInput("before", "must be the `next` of a page");
    }
  }
}
