package com.aiqleads.kernel;

import java.util.UUID;

/// One property for sale by one seller, however many sites advertise it.
public record LeadId(UUID value) implements Id {

  public static final String PREFIX = "lead";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static LeadId parse(String text) {
    return Ids.parse(PREFIX, text, LeadId::new);
  }
}
