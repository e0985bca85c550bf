package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.time.Instant;

/// One lead as it was bought.
public record Sale(OrderLineId line, TeamId team, LeadId lead, Money paid, Instant at) {

  /// Whether it may still be given back for this.
  public boolean isReturnable(ReturnReason reason, Instant now) {
    return !now.isAfter(at.plus(reason.window()));
  }
}
