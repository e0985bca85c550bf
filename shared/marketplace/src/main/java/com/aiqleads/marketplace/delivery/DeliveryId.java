package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One lead on its way to one endpoint. Receivers know a repeat by it.
public record DeliveryId(UUID value) implements Id {

  public static final String PREFIX = "delivery";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static DeliveryId parse(String text) {
    return Ids.parse(PREFIX, text, DeliveryId::new);
  }
}
