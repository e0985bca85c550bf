package com.aiqleads.kernel;

import java.util.UUID;

/// One lead on sale in the marketplace.
public record OfferId(UUID value) implements Id {

  public static final String PREFIX = "offer";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static OfferId parse(String text) {
    return Ids.parse(PREFIX, text, OfferId::new);
  }
}
