package com.aiqleads.marketplace.holds;

import java.util.Arrays;
import java.util.Locale;

/// With whom a buyer shares a lead.
public enum SaleMode {
  /// With as many as the lead has slots.
  SHARED,
  /// With nobody, ever: all slots of a lead of which none is sold.
  EXCLUSIVE;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SaleMode of(String text) {
    return Arrays.stream(values())
        .filter(mode -> mode.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sale mode: " + text));
  }
}
