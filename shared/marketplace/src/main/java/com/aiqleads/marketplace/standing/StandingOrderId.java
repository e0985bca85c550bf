package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One standing order of a team.
public record StandingOrderId(UUID value) implements Id {

  public static final String PREFIX = "standing";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static StandingOrderId parse(String text) {
    return Ids.parse(PREFIX, text, StandingOrderId::new);
  }
}
