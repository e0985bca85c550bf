package com.aiqleads.kernel;

import java.util.UUID;

/// A person who can sign in.
public record UserId(UUID value) implements Id {

  public static final String PREFIX = "user";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static UserId parse(String text) {
    return Ids.parse(PREFIX, text, UserId::new);
  }
}
