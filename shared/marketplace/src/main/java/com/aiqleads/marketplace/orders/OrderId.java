package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One purchase of one or more leads. Whoever buys makes its id, so that it happens once.
public record OrderId(UUID value) implements Id {

  public static final String PREFIX = "order";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static OrderId parse(String text) {
    return Ids.parse(PREFIX, text, OrderId::new);
  }
}
