package com.aiqleads.platform.serveconsole;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads answers of the API without minding fields that are not there.
final class Json {

  private Json() {}

  static String text(JsonNode node, String... path) {
    return at(node, path).filter(JsonNode::isValueNode).map(JsonNode::coerceStringValue).orElse("");
  }

  static long number(JsonNode node, String... path) {
    return at(node, path).filter(JsonNode::isNumber).map(JsonNode::getLongValue).orElse(0L);
  }

  static double decimal(JsonNode node, String... path) {
    return at(node, path).filter(JsonNode::isNumber).map(JsonNode::getDoubleValue).orElse(0.0);
  }

  static Optional<JsonNode> at(JsonNode node, String... path) {
    @Nullable JsonNode found = node;
    for (String name : path) {
      found = found == null ? null : found.get(name);
    }
    return Optional.ofNullable(found).filter(value -> !value.isNull());
  }

  static List<JsonNode> list(JsonNode node, String... path) {
    return at(node, path)
        .filter(JsonNode::isArray)
        .map(array -> StreamSupport.stream(array.values().spliterator(), false).toList())
        .orElse(List.of());
  }

  static List<Map.Entry<String, JsonNode>> fields(JsonNode node, String... path) {
    return at(node, path)
        .filter(JsonNode::isObject)
        .map(object -> StreamSupport.stream(object.entries().spliterator(), false).toList())
        .orElse(List.of());
  }
}
