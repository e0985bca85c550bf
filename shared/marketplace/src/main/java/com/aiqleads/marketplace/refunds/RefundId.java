package com.aiqleads.marketplace.refunds;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// Money that went back once, or is to go back. It is that of its movement, if it has moved.
public record RefundId(UUID value) implements Id {

  public static final String PREFIX = "refund";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static RefundId parse(String text) {
    return Ids.parse(PREFIX, text, RefundId::new);
  }
}
