package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// What was held of an erased lead to sell it is gone.
///
/// @param erased how many rows were deleted or emptied
@Serdeable
public record OfferErased(CorrelationId erasureId, LeadId leadId, long erased, Instant erasedAt)
    implements Event {}
