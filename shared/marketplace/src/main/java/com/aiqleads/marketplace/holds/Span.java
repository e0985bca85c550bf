package com.aiqleads.marketplace.holds;

import java.util.Arrays;
import java.util.Locale;

/// What a limit counts: since the hour, day, week (from Monday) or month began where the team
/// is, or ever.
public enum Span {
  HOUR,
  DAY,
  WEEK,
  MONTH,
  TOTAL;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Span of(String text) {
    return Arrays.stream(values())
        .filter(span -> span.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no span: " + text));
  }
}
