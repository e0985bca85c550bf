package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.util.UUID;

/// One bought lead that is given back for one reason. It follows from both, so asking again is the
/// same return.
public record ReturnId(UUID value) implements Id {

  public static final String PREFIX = "return";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static ReturnId of(OrderLineId line, ReturnReason reason) {
    return new ReturnId(Ids.derived("return", line.text(), reason.name()));
  }

  public static ReturnId parse(String text) {
    return Ids.parse(PREFIX, text, ReturnId::new);
  }
}
