package com.aiqleads.platform.raisealert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How bad it is. The names of alarms end in what they watch, and that decides; whatever is not
/// listed can wait until somebody looks.
enum Severity {

  /// Something is lost or stands still: somebody is called.
  CRITICAL("-errors", "-dead-letters", "-throttles", "-down"),

  /// Somebody reads of it.
  WARNING;

  @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
  private final List<String> endings;

  Severity(String... endings) {
    this.endings = List.of(endings);
  }

  static Severity of(String alarm) {
    return Arrays.stream(values())
        .filter(severity -> severity.endings.stream().anyMatch(alarm::endsWith))
        .findFirst()
        .orElse(WARNING);
  }

  /// As an event says it.
  static Severity named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
