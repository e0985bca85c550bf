package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.ListingId;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// A validated listing became a new lead, or joined the lead that it is another advertisement of;
/// or it ended, and others of its lead are left; or another lead threw doubt on its lead.
///
/// @param listingId of that listing; the lead itself shows the best of its live listings
/// @param standing not known of events from before it was counted
@Serdeable
public record LeadResolved(
    ListingId listingId, Lead lead, Contact contact, boolean merged, @Nullable Standing standing)
    implements Event {}
