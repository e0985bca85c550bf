package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.time.Instant;
import java.util.Optional;

/// What somebody has taken to deliver it, for a minute.
///
/// @param turn whose turn it is: what an earlier taker writes down late counts for nothing
/// @param attempts how often it was tried before
/// @param bought nothing of a test
public record Parcel(
    DeliveryId id,
    TeamId team,
    int turn,
    int attempts,
    Destination destination,
    Optional<Bought> bought) {

  public record Bought(
      OrderId order, OrderLineId line, LeadId lead, SaleMode mode, Money price, Instant at) {}
}
