package com.aiqleads.lambda;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import java.time.Instant;

/// What is being handled: one event from a queue, one run of a schedule or one request.
public record Delivery(
    EventId eventId,
    String event,
    Instant occurredAt,
    CorrelationId correlationId,
    TraceParent trace) {

  Delivery on(CorrelationId journey) {
    return new Delivery(eventId, event, occurredAt, journey, trace);
  }
}
