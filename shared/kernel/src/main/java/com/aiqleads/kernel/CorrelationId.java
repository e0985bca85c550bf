package com.aiqleads.kernel;

import java.util.UUID;

/// One journey through the functions, from the fetched page to the sold lead.
public record CorrelationId(UUID value) implements Id {

  public static final String PREFIX = "cor";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static CorrelationId parse(String text) {
    return Ids.parse(PREFIX, text, CorrelationId::new);
  }
}
