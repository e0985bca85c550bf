package com.aiqleads.events.acquisition;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/// A property for sale as all its listings together show it. Its version rises with every change;
/// whoever keeps a lead ignores what is older than it has.
@Serdeable
public record Lead(
    LeadId leadId,
    long version,
    String market,
    ListingFacts listing,
    ListingId listingId,
    List<String> sources,
    int listings,
    PostalAddress address,
    Location location,
    Instant firstSeenAt) {}
