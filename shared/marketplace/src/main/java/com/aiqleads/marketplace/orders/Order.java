package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.List;

/// A purchase that is paid.
public record Order(OrderId id, UserId buyer, Money amount, Instant at, List<BoughtLead> leads) {

  public Order {
    leads = List.copyOf(leads);
  }
}
