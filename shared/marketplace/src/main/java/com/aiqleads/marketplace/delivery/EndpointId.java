package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One address of a team.
public record EndpointId(UUID value) implements Id {

  public static final String PREFIX = "endpoint";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static EndpointId parse(String text) {
    return Ids.parse(PREFIX, text, EndpointId::new);
  }
}
