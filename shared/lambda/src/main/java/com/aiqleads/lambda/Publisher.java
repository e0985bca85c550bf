package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;

/// Says that something happened. Its id is derived from what was handled, so that handling the same
/// thing again says the same thing again; the correlation id is carried on.
public interface Publisher {

  void publish(Event event);

  /// Starts a journey of its own instead: for what no message led to, such as a fetched page. The
  /// event's id is derived from the correlation id and the event's name.
  default void publish(Event event, CorrelationId journey) {
    publish(event);
  }

  /// Returns when all that was published so far is on its queues, for a run that keeps its place.
  default void flush() {}
}
