package com.aiqleads.marketplace;

import com.aiqleads.kernel.GeoPoint;

/// A lead as one team sees it.
public sealed interface ShownLead {

  LeadCard card();

  /// Not bought: nothing leads to the seller.
  record Preview(LeadCard card) implements ShownLead {}

  /// Bought by the team that looks.
  record Owned(
      LeadCard card, Advertisement advertisement, Address address, GeoPoint point, Contact contact)
      implements ShownLead {}

  /// Bought by the team that looks, and nothing leads to the seller any more: they asked not to be
  /// contacted, or were erased.
  record Withheld(LeadCard card) implements ShownLead {}
}
