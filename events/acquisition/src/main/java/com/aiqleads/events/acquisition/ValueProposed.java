package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.events.Personal;
import com.aiqleads.kernel.ListingId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A language model proposed a value for a field of an advertisement, and rules have judged it.
@Serdeable
public record ValueProposed(
    ListingId listingId,
    String field,
    @Personal String value,
    String model,
    Reason verdict,
    Instant proposedAt)
    implements Event {}
