package com.aiqleads.marketplace.payments;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One wish to pay. Whoever pays makes its id, and the gateway knows a repeat by it.
public record PaymentId(UUID value) implements Id {

  public static final String PREFIX = "payment";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static PaymentId parse(String text) {
    return Ids.parse(PREFIX, text, PaymentId::new);
  }
}
