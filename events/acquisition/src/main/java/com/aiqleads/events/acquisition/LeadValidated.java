package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.events.Personal;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// A listing's address, place and contact were checked and normalised.
///
/// @param otherId a second id of the site for the listing
/// @param sellerUrl where the site shows what else the same seller advertises
@Serdeable
public record LeadValidated(
    ListingId listingId,
    PageId pageId,
    String market,
    ListingFacts listing,
    PostalAddress address,
    Location location,
    Contact contact,
    @Nullable String otherId,
    @Personal @Nullable String sellerUrl)
    implements Event {}
