package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.ListingId;
import io.micronaut.serde.annotation.Serdeable;

/// A validated listing became a new lead, or joined the lead that it is another advertisement of;
/// or it ended, and others of its lead are left.
///
/// @param listingId of that listing; the lead itself shows the best of its live listings
@Serdeable
public record LeadResolved(ListingId listingId, Lead lead, Contact contact, boolean merged)
    implements Event {}
