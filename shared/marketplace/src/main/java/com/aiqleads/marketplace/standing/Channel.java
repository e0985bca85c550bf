package com.aiqleads.marketplace.standing;

import java.util.Arrays;
import java.util.Locale;

/// When a team hears of what its standing order found.
public enum Channel {
  INSTANT,
  /// At eight in the morning where the team is.
  DAILY,
  /// On Monday at eight where the team is.
  WEEKLY;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Channel of(String text) {
    return Arrays.stream(values())
        .filter(channel -> channel.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no channel: " + text));
  }
}
