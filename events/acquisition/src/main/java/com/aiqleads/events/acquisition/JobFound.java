package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// A posting of a job was read from a page of a board, nothing of it checked yet.
///
/// @param listingId the same for the same posting of the board, however often it is read
/// @param conflicts where the page contradicts itself; the first of the readings was believed
@Serdeable
public record JobFound(
    ListingId listingId,
    PageId pageId,
    String snapshotKey,
    String parserVersion,
    String market,
    JobFacts job,
    List<Conflict> conflicts)
    implements Event {}
