package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A bought lead was given back or not, by us or by a person: so much was credited by it until now.
@Serdeable
public record ReturnSettled(
    String returnId,
    TeamId teamId,
    LeadId leadId,
    String reason,
    String outcome,
    Money credited,
    boolean recalled,
    Instant settledAt)
    implements Event {}
