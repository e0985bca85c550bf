package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Batches as a queue brings them.
public final class TestEvents {

  private static final Instant SOME_TIME = Instant.parse("2026-11-20T10:00:00Z");

  private final ObjectMapper json;

  public TestEvents(ObjectMapper json) {
    this.json = json;
  }

  /// The event that always has the same id for the same seed.
  public SQSMessage message(String seed, Event event) {
    Class<? extends Event> type = event.getClass();
    Envelope<Event> envelope =
        new Envelope<>(
            eventId(seed),
            EventNames.of(type),
            EventNames.versionOf(type),
            SOME_TIME,
            new CorrelationId(Ids.derived("correlation", seed)),
            event);
    try {
      return message(
          "message-" + seed,
          EventNames.of(type),
          json.writeValueAsString(Argument.of(Envelope.class, type), envelope));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + type, e);
    }
  }

  public static EventId eventId(String seed) {
    return new EventId(Ids.derived("event", seed));
  }

  public static SQSMessage message(String messageId, String event, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(messageId);
    message.setBody(body);
    Map<String, MessageAttribute> attributes = new HashMap<>();
    attributes.put("event", text(event));
    message.setMessageAttributes(attributes);
    return message;
  }

  /// As a queue that keeps order brings it.
  public static SQSMessage inGroup(String group, SQSMessage message) {
    message.setEventSourceArn("arn:aws:sqs:us-east-1:000000000000:any.fifo");
    message.setAttributes(Map.of("MessageGroupId", group));
    return message;
  }

  public static MessageAttribute text(String value) {
    MessageAttribute attribute = new MessageAttribute();
    attribute.setDataType("String");
    attribute.setStringValue(value);
    return attribute;
  }

  public static SQSEvent batch(SQSMessage... messages) {
    SQSEvent batch = new SQSEvent();
    batch.setRecords(new ArrayList<>(List.of(messages)));
    return batch;
  }
}
