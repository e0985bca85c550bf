package com.aiqleads.kernel;

import java.util.UUID;

/// One thing that happened; a repeat of the same event carries the same id.
public record EventId(UUID value) implements Id {

  public static final String PREFIX = "evt";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static EventId parse(String text) {
    return Ids.parse(PREFIX, text, EventId::new);
  }
}
