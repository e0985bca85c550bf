package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.holds.HoldId;
import java.util.List;

/// What somebody buys for a team, and for how much as far as that person has seen.
public record Checkout(OrderId order, UserId buyer, List<HoldId> holds, Money expected) {

  public static final int MOST = 100;

  public Checkout {
    holds = List.copyOf(holds);
    if (holds.isEmpty() || holds.size() > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " holds, not " + holds.size());
    }
    if (holds.stream().distinct().count() < holds.size()) {
      throw new IllegalArgumentException("a hold is bought twice");
    }
  }
}
