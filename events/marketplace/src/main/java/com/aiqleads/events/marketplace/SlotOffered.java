package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A lead that a team has waited for is held for it, until then.
@Serdeable
public record SlotOffered(TeamId teamId, LeadId leadId, Instant heldUntil) implements Event {}
