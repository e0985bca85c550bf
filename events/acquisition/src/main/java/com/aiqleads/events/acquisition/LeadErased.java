package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// Nothing that was known of a lead before this version may be kept. A newer version may be for
/// sale, if others advertise the home.
@Serdeable
public record LeadErased(CorrelationId erasureId, LeadId leadId, long version, Instant erasedAt)
    implements Event {}
