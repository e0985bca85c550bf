package com.aiqleads.lambda;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import java.util.List;

/// An event ready to be sent: its envelope as JSON, and every function that takes it.
public record Message(
    EventId eventId,
    String event,
    CorrelationId correlationId,
    TraceParent trace,
    String body,
    List<Target> targets) {

  public Message {
    targets = List.copyOf(targets);
  }

  public Message to(List<Target> others) {
    return new Message(eventId, event, correlationId, trace, body, others);
  }
}
