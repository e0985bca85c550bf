package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.ListingId;
import io.micronaut.serde.annotation.Serdeable;

/// A validated listing became a new lead, or joined the lead that it is another advertisement of.
///
/// @param listingId of that listing; the lead itself shows the best of its listings
@Serdeable
public record LeadResolved(ListingId listingId, Lead lead, Contact contact, boolean merged)
    implements Event {}
