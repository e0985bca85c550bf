package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.LeadId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A lead that was newly on sale, and for which standing orders came too early, is open to all
/// plans.
@Serdeable
public record LeadOpened(LeadId leadId, Instant openedAt) implements Event {}
