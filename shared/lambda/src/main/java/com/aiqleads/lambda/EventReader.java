package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads messages as the events that a function takes. What cannot be read now can never be.
final class EventReader<E extends Event> {

  private final ObjectMapper json;
  private final Map<String, Class<? extends E>> accepted;

  EventReader(ObjectMapper json, List<Class<? extends E>> accepted) {
    this.json = json;
    this.accepted =
        accepted.stream().collect(Collectors.toMap(EventNames::of, Function.identity()));
  }

  Delivered<E> read(SQSMessage message) {
    try {
      String name = eventName(message);
      Class<? extends E> type =
          Optional.<Class<? extends E>>ofNullable(accepted.get(name))
              .orElseThrow(() -> new PermanentFailure("this function does not take " + name));
      Envelope<E> envelope = envelope(message.getBody(), type);
      WholeMessage.check(envelope);
      return delivered(message, envelope);
    } catch (PermanentFailure e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new PermanentFailure("the message cannot be read: " + e.getMessage(), e);
    }
  }

  private String eventName(SQSMessage message) throws IOException {
    Optional<String> attribute = Attributes.of(message, Attributes.EVENT);
    if (attribute.isPresent()) {
      return attribute.orElseThrow();
    }
    JsonNode name = json.readValue(message.getBody(), JsonNode.class).get("event");
    if (name == null || !name.isString()) {
      throw new PermanentFailure("the message does not name its event");
    }
    return name.getStringValue();
  }

  @SuppressWarnings("unchecked")
  private Envelope<E> envelope(@Nullable String body, Class<? extends E> type) throws IOException {
    Envelope<E> envelope =
        body == null ? null : (Envelope<E>) json.readValue(body, Argument.of(Envelope.class, type));
    if (envelope == null) {
      throw new PermanentFailure("the message is empty");
    }
    return envelope;
  }

  private static <E extends Event> Delivered<E> delivered(SQSMessage message, Envelope<E> read) {
    TraceParent trace =
        TraceParent.childOf(Attributes.of(message, Attributes.TRACE_PARENT).orElse(null));
    Delivery delivery =
        new Delivery(read.eventId(), read.event(), read.occurredAt(), read.correlationId(), trace);
    return new Delivered<>(message, delivery, read.data());
  }
}
