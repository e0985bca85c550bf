package com.aiqleads.kernel;

import java.util.UUID;

/// One advertisement on one site.
public record ListingId(UUID value) implements Id {

  public static final String PREFIX = "lst";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static ListingId parse(String text) {
    return Ids.parse(PREFIX, text, ListingId::new);
  }
}
