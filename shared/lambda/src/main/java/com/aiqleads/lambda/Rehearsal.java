package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a batch with the example of each event that a function takes, before the first one comes:
/// Lambda gives a start a whole processor, and an event a share of one that goes with the
/// function's memory. Nothing is handled, so nothing happens.
@Singleton
final class Rehearsal {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  private final ObjectMapper json;
  private final Metrics metrics;

  Rehearsal(ObjectMapper json, Metrics metrics) {
    this.json = json;
    this.metrics = metrics;
  }

  /// A function that is slow at first is better than one that does not start.
  <E extends Event> int of(EventReader<E> reader, List<Class<? extends E>> events) {
    int read = 0;
    for (Class<? extends E> event : events) {
      metrics.expect(EventNames.of(event));
      try {
        read += rehearse(reader, event) ? 1 : 0;
      } catch (IOException | RuntimeException e) {
        LOG.atWarn().setCause(e).addKeyValue("event", EventNames.of(event)).log("not rehearsed");
      }
    }
    LOG.atInfo().addKeyValue("rehearsed", read).log("started");
    return read;
  }

  private <E extends Event> boolean rehearse(EventReader<E> reader, Class<? extends E> event)
      throws IOException {
    String example = example(event);
    if (example == null) {
      return false;
    }
    String body = envelope(EventNames.of(event), EventNames.versionOf(event), example);
    for (SQSMessage message : json.readValue(batch(body), SQSEvent.class).getRecords()) {
      json.writeValueAsBytes(reader.read(message).event());
    }
    return true;
  }

  private String batch(String body) throws IOException {
    return "{\"Records\":[{\"body\":%s}]}".formatted(json.writeValueAsString(body));
  }

  private static String envelope(String event, int version, String data) {
    return """
    {"eventId":"evt_00000000000000000000000000","event":"%s","version":%d,\
    "occurredAt":"1970-01-01T00:00:00Z","correlationId":"cor_00000000000000000000000000",\
    "data":%s}"""
        .formatted(event, version, data);
  }

  /// It stands beside its schema, in the folder of the event's first version.
  private static @Nullable String example(Class<? extends Event> event) throws IOException {
    String name = EventNames.firstOf(event) + "/v" + EventNames.versionOf(event);
    try (InputStream example = event.getResourceAsStream(name + ".example.json")) {
      return example == null
          ? null
          : new String(example.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
