package com.aiqleads.marketplace.deliverlead;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of an object of JSON, without those that say nothing: systems read an empty field as
/// a wish to clear what they know.
final class Sheet {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  Sheet put(String name, @Nullable Object value) {
    if (value != null && !value.equals("")) {
      fields.put(name, value);
    }
    return this;
  }

  Sheet put(String name, Optional<String> value) {
    return put(name, (Object) value.orElse(null));
  }

  Map<String, Object> fields() {
    return fields;
  }
}
