package com.aiqleads.marketplace.exclusivity;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.time.Instant;
import java.util.Optional;

/// A lead that a team bought as its only buyer.
///
/// @param soldBefore how often it was sold before to somebody who could see it
/// @param ending since when the sale is none any more, if it ended
public record ExclusiveSale(
    OrderLineId line, LeadId lead, Instant soldAt, int soldBefore, Optional<Ending> ending) {

  public record Ending(Reason reason, Instant at) {}

  public enum Reason {
    /// Others may buy it since.
    GIVEN_BACK,
    /// Its whole price went back to the buyer. Nobody else gets it.
    REFUNDED
  }

  public ExclusivityReceipt receipt() {
    return new ExclusivityReceipt(line, lead, soldAt, soldBefore);
  }
}
