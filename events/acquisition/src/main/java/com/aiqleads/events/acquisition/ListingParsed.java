package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.events.Personal;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A listing was read from a page, nothing of it checked yet.
///
/// @param otherId a second id of the site for the listing
/// @param sellerUrl where the site shows what else the same seller advertises
/// @param conflicts where the page contradicts itself; the first of the readings was believed
/// @param particulars missing in what was told before they were
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
    RawContact contact,
    @Nullable String otherId,
    @Personal @Nullable String sellerUrl,
    List<Conflict> conflicts,
    @Nullable Particulars particulars)
    implements Event {}
