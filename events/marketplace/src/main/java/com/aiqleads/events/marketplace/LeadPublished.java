package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.Lead;
import com.aiqleads.events.acquisition.Score;
import com.aiqleads.kernel.OfferId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A lead is on sale, or what is on sale changed. Carries no contact: buyers get that with the
/// sale.
@Serdeable
public record LeadPublished(
    OfferId offerId,
    Lead lead,
    Score quality,
    Price price,
    int slots,
    boolean hasPhone,
    boolean hasEmail,
    Instant publishedAt)
    implements Event {}
