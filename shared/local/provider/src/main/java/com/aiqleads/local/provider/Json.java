package com.aiqleads.local.provider;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes maps, lists, texts, numbers and truths as JSON.
final class Json {

  private Json() {}

  static String text(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> text(String.valueOf(entry.getKey())) + ":" + text(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Collection<?> list ->
          list.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    };
  }
}
