package com.aiqleads.events;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads an object of exactly the named fields; gives their values in that order.
final class FixedFields {

  /// Reads the value of one field.
  interface FieldReader {
    Object read(String field, Decoder decoder) throws IOException;
  }

  private FixedFields() {}

  static List<Object> read(
      Decoder decoder, Argument<?> type, List<String> fields, FieldReader reader)
      throws IOException {
    Map<String, Object> values = HashMap.newHashMap(fields.size());
    try (Decoder object = decoder.decodeObject(type)) {
      for (String field = object.decodeKey(); field != null; field = object.decodeKey()) {
        if (!fields.contains(field)) {
          throw new SerdeException("unknown field " + field);
        }
        values.put(field, reader.read(field, object));
      }
    }
    List<Object> ordered = new ArrayList<>();
    for (String field : fields) {
      Object value = values.get(field);
      if (value == null) {
        throw new SerdeException("missing field " + field);
      }
      ordered.add(value);
    }
    return ordered;
  }
}
