package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.EventId;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// Writes events as messages.
@Singleton
public final class Messages {

  private static final int MAX_BODY_BYTES = 64 * 1024;

  private final ObjectMapper json;
  private final Routes routes;
  private final InstantSource clock;

  Messages(ObjectMapper json, Routes routes, InstantSource clock) {
    this.json = json;
    this.routes = routes;
    this.clock = clock;
  }

  /// The message of an event that the handling of a delivery led to.
  public Message of(Event event, EventId eventId, Delivery cause) {
    Class<? extends Event> type = event.getClass();
    Envelope<Event> envelope =
        new Envelope<>(
            eventId,
            EventNames.of(type),
            EventNames.versionOf(type),
            clock.instant(),
            cause.correlationId(),
            event);
    return new Message(
        eventId,
        envelope.event(),
        cause.correlationId(),
        cause.trace(),
        body(envelope, type),
        routes.of(type));
  }

  String data(Event event) {
    try {
      return json.writeValueAsString(event);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + EventNames.of(event.getClass()), e);
    }
  }

  private String body(Envelope<Event> envelope, Class<? extends Event> type) {
    try {
      byte[] body = json.writeValueAsBytes(Argument.of(Envelope.class, type), envelope);
      if (body.length > MAX_BODY_BYTES) {
        throw new PermanentFailure(envelope.event() + " is larger than 64 KB: " + body.length);
      }
      return new String(body, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + envelope.event(), e);
    }
  }
}
