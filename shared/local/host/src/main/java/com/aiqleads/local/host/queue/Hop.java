package com.aiqleads.local.host.queue;

import java.time.Duration;
import java.time.Instant;

/// One message that was handed to a function, and how that ended.
public record Hop(
    Instant time,
    String functionId,
    String event,
    String eventId,
    String correlationId,
    boolean done,
    Duration duration) {

  static Hop of(Mapping mapping, Message message, boolean done, Duration duration) {
    return new Hop(
        Instant.now(),
        mapping.functionId(),
        message.attribute("event"),
        message.eventId(),
        message.attribute("correlationId"),
        done,
        duration);
  }

  /// Is told of each hop, with the message that made it.
  @FunctionalInterface
  public interface Watcher {
    void saw(Hop hop, Message message);
  }
}
