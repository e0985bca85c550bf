package com.aiqleads.marketplace;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.OfferId;

/// A lead that may be sold, to at most as many teams as it has slots. Its journey is the one
/// through the functions that last changed it.
public record Offer(
    Lead lead, Contact contact, Score quality, Score fraud, Price price, CorrelationId journey) {
  /// Shared leads are sold three to five times on the market; we stay at the lower end.
  public static final int SLOTS = 3;

  public Offer at(Price other) {
    return new Offer(lead, contact, quality, fraud, other, journey);
  }

  /// A lead is offered once, so its offer's id follows from its own.
  public OfferId id() {
    return idOf(lead.id());
  }

  public static OfferId idOf(LeadId lead) {
    return new OfferId(Ids.derived("offer", lead.text()));
  }
}
