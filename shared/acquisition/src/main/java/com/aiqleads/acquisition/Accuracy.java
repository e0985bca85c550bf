package com.aiqleads.acquisition;

import java.util.Locale;

/// How exactly a place is known; the more exact comes first.
public enum Accuracy {
  ROOFTOP,
  STREET,
  ZIP,
  CITY;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Accuracy of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
