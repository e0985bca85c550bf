package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/// One event of a batch: the message that brought it, where it comes from, and what it says.
public record Delivered<E extends Event>(SQSMessage message, Delivery delivery, E event) {

  @Override
  public String toString() {
    return delivery.event() + " " + delivery.eventId();
  }
}
