package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.ListingId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A step of the chain refused a listing for good; it will not be sold.
///
/// @param observedAt when its site showed what was refused; it may have waited in queues since
@Serdeable
public record LeadRejected(
    ListingId listingId,
    String source,
    String url,
    String step,
    List<Reason> reasons,
    Instant rejectedAt,
    @Nullable Instant observedAt)
    implements Event {}
