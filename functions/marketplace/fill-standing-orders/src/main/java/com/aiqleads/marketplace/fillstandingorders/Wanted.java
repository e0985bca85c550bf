package com.aiqleads.marketplace.fillstandingorders;

import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.StandingOrderId;
import java.util.List;

/// A lead, and the orders that the index finds for it.
record Wanted(Arrival arrival, List<StandingOrderId> by) {

  boolean isByNobody() {
    return by.isEmpty();
  }
}
