package com.aiqleads.acquisition;

import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.List;

/// A property for sale as all its advertisements together show it.
///
/// @param version rises with every change; whoever keeps a lead ignores what is older
/// @param listing the best advertisement, its gaps filled from the others
/// @param listings how many advertisements there are
public record Lead(
    LeadId id,
    long version,
    String market,
    Listing listing,
    Address address,
    Location location,
    Contact contact,
    List<Source> sources,
    int listings,
    Instant firstSeenAt) {

  public Lead {
    sources = List.copyOf(sources);
  }

  public Lead with(Listing other) {
    return new Lead(
        id, version, market, other, address, location, contact, sources, listings, firstSeenAt);
  }

  public Lead with(Contact other) {
    return new Lead(
        id, version, market, listing, address, location, other, sources, listings, firstSeenAt);
  }
}
