package com.aiqleads.kernel;

import java.util.UUID;

/// One fetched page, kept as a snapshot.
public record PageId(UUID value) implements Id {

  public static final String PREFIX = "page";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static PageId parse(String text) {
    return Ids.parse(PREFIX, text, PageId::new);
  }
}
