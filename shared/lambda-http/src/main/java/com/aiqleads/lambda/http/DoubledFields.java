package com.aiqleads.lambda.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// Names that stand twice in one object. Readers do not agree which of the two values counts, so
/// what one has checked may not be what another does.
final class DoubledFields {

  private static final JsonFactory JSON = new JsonFactory();

  private DoubledFields() {}

  static Set<String> in(byte[] json) throws IOException {
    Set<String> doubled = new LinkedHashSet<>();
    Deque<Set<String>> open = new ArrayDeque<>();
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          open.push(new HashSet<>());
        } else if (token == JsonToken.END_OBJECT) {
          open.pop();
        } else if (token == JsonToken.FIELD_NAME && !open.element().add(parser.currentName())) {
          doubled.add(parser.currentName());
        }
      }
    }
    return doubled;
  }
}
