package com.aiqleads.lambda;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// An event on the wire: what happened, with the id it keeps for ever.
@Serdeable
record Envelope<D>(
    EventId eventId,
    String event,
    int version,
    Instant occurredAt,
    CorrelationId correlationId,
    D data) {}
