package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// No whole search of its market had found a listing for as long as the grace is, and then a visit
/// showed that it is gone.
///
/// @param listingId as its address tells; of a site with two ids for one listing either
/// @param pageId of the look that showed it
/// @param missedRounds how many searches in a row had missed it
@Serdeable
public record ListingGone(
    ListingId listingId,
    PageId pageId,
    String source,
    String market,
    String url,
    String snapshotKey,
    int missedRounds,
    Instant missingSince,
    Instant confirmedAt)
    implements Event {}
