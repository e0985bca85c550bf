package com.aiqleads.acquisition.events;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.LeadValidated;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Reads the examples beside the schemas, and what functions sent.
public record Examples(ObjectMapper json) {

  public <E extends Event> E of(Class<E> event) {
    String name = event.getSimpleName() + "/v1.example.json";
    try (InputStream example = LeadValidated.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(
          json.readValue(Objects.requireNonNull(example, name), event), name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the example " + name, e);
    }
  }

  /// What the envelope of a message holds.
  public <E extends Event> E in(String body, Class<E> event) {
    try {
      JsonNode envelope = Objects.requireNonNull(json.readValue(body, JsonNode.class), body);
      JsonNode data = Objects.requireNonNull(envelope.get("data"), body);
      return Objects.requireNonNull(json.readValueFromTree(data, event), body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a message", e);
    }
  }
}
