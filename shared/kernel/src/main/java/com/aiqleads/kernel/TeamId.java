package com.aiqleads.kernel;

import java.util.UUID;

/// The team that buys, owns and pays; every user belongs to one.
public record TeamId(UUID value) implements Id {

  public static final String PREFIX = "team";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static TeamId parse(String text) {
    return Ids.parse(PREFIX, text, TeamId::new);
  }
}
