package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One lead in one order.
public record OrderLineId(UUID value) implements Id {

  public static final String PREFIX = "line";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static OrderLineId parse(String text) {
    return Ids.parse(PREFIX, text, OrderLineId::new);
  }
}
