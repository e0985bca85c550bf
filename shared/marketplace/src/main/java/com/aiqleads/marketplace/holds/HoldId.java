package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One hold of one lead by one team.
public record HoldId(UUID value) implements Id {

  public static final String PREFIX = "hold";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static HoldId parse(String text) {
    return Ids.parse(PREFIX, text, HoldId::new);
  }
}
