package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.LeadId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/// A version of a lead has nothing that may be sold: its last advertisement ended, or it is a
/// fraud. A newer version may be for sale again.
@Serdeable
public record LeadEnded(LeadId leadId, long version, List<Reason> reasons, Instant endedAt)
    implements Event {}
