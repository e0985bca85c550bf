package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.LeadId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A hold, its end or a purchase has changed until when nobody can hold a lead.
@Serdeable
public record AvailabilityChanged(LeadId leadId, long change, Instant fullUntil) implements Event {}
