package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One allocation: of a lead as it was at one price.
public record AllocationId(UUID value) implements Id {

  public static final String PREFIX = "allocation";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static AllocationId parse(String text) {
    return Ids.parse(PREFIX, text, AllocationId::new);
  }
}
