package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// A listing was read from a page, nothing of it checked yet.
@Serdeable
public record ListingParsed(
    ListingId listingId,
    PageId pageId,
    String snapshotKey,
    String parserVersion,
    String market,
    ListingFacts listing,
    RawAddress address,
    @Nullable GeoPoint location,
    RawContact contact)
    implements Event {}
