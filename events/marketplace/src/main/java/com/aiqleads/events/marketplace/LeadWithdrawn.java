package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.OfferId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/// A lead that may have been on sale must not be sold any more, because of what this version of it
/// shows.
@Serdeable
public record LeadWithdrawn(
    OfferId offerId, LeadId leadId, long version, List<Reason> reasons, Instant withdrawnAt)
    implements Event {}
