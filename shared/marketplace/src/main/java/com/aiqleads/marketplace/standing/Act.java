package com.aiqleads.marketplace.standing;

import java.util.Arrays;
import java.util.Locale;

/// What a standing order does with a lead that it finds.
public enum Act {
  /// Buys it, from the wallet, at no more than the limit.
  BUY,
  /// Tells of it.
  ALERT;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Act of(String text) {
    return Arrays.stream(values())
        .filter(act -> act.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no act: " + text));
  }
}
