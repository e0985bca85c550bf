package com.aiqleads.platform.serveconsole;

import java.util.List;

/// How the console is coloured; `AUTO` follows the reader's system.
public enum Theme {
  AUTO("auto"),
  LIGHT("light"),
  DARK("dark");

  private final String attribute;

  Theme(String attribute) {
    this.attribute = attribute;
  }

  public String attribute() {
    return attribute;
  }

  /// What a reader may switch to; under `AUTO` the style sheet leaves the one that is not shown.
  public List<Theme> others() {
    return switch (this) {
      case AUTO -> List.of(LIGHT, DARK);
      case LIGHT -> List.of(DARK);
      case DARK -> List.of(LIGHT);
    };
  }

  public String label() {
    return this == DARK ? "Dark colours" : "Light colours";
  }

  static Theme of(String attribute) {
    for (Theme theme : values()) {
      if (theme.attribute.equals(attribute)) {
        return theme;
      }
    }
    return AUTO;
  }
}
