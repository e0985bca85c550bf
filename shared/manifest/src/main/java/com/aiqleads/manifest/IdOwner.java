package com.aiqleads.manifest;

import java.util.Locale;

/// Whose it is what an id in an address names. Nobody else may reach what is a person's or a
/// team's; what is everybody's is the same for all.
public enum IdOwner {
  PERSON,
  TEAM,
  EVERYBODY;

  static IdOwner parse(String text) {
    for (IdOwner owner : values()) {
      if (owner.text().equals(text)) {
        return owner;
      }
    }
    throw new IllegalArgumentException("must be person, team or everybody, not " + text);
  }

  /// As manifests write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
