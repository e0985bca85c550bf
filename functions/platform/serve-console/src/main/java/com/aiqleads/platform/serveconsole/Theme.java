package com.aiqleads.platform.serveconsole;

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

  public Theme other() {
    return this == DARK ? LIGHT : DARK;
  }

  public String switchLabel() {
    return this == DARK ? "Light colours" : "Dark colours";
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
