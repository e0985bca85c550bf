package com.aiqleads.infra;

import java.util.Map;

/// A part of cdk.json, read key by key; what is missing or of another kind is refused by name.
final class Settings {

  private final String path;
  private final Map<?, ?> values;

  Settings(String path, Object values) {
    if (!(values instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("cdk.json: " + path + " must have keys and values");
    }
    this.path = path;
    this.values = map;
  }

  String text(String key) {
    return value(key, String.class);
  }

  int whole(String key) {
    return value(key, Number.class).intValue();
  }

  double number(String key) {
    return value(key, Number.class).doubleValue();
  }

  boolean flag(String key) {
    return value(key, Boolean.class);
  }

  Settings part(String key) {
    return new Settings(path + "." + key, value(key, Map.class));
  }

  private <T> T value(String key, Class<T> type) {
    Object value = values.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "cdk.json: %s.%s must be a %s".formatted(path, key, type.getSimpleName()));
    }
    return type.cast(value);
  }
}
