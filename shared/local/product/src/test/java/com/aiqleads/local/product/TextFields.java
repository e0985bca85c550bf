package com.aiqleads.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Every field of every body that takes a text, as the API's own document says.
final class TextFields {

  /// Stands in every value that is sent, so that it can be looked for.
  static final String MARK = "zqxmarkzqx";

  private static final String SCHEMAS = "#/components/schemas/";

  /// @param others what else the body has, right in itself, as JSON by name
  record TextField(
      String method,
      String path,
      String name,
      boolean isList,
      boolean isSecret,
      Map<String, String> others) {

    /// A body with this, as JSON, in the field.
    String bodyWith(String json) {
      return "{" + entry(json) + rest() + "}";
    }

    String doubledBodyWith(String json) {
      return "{" + entry(json) + "," + entry(json) + rest() + "}";
    }

    @Override
    public String toString() {
      return method + " " + path + " " + name;
    }

    private String entry(String json) {
      return "\"" + name + "\":" + (isList ? "[" + json + "]" : json);
    }

    private String rest() {
      return others.entrySet().stream()
          .map(other -> ",\"" + other.getKey() + "\":" + other.getValue())
          .collect(Collectors.joining());
    }
  }

  private TextFields() {}

  /// @param member whose address it is where an address names one
  static List<TextField> of(JsonNode document, String member) {
    List<TextField> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        JsonNode body = method.getValue().path("requestBody").path("content");
        JsonNode shape = resolved(document, body.path("application/json").path("schema"));
        String address = path.getKey().replaceAll("[{][^}]*[}]", member);
        all.addAll(of(method.getKey().toUpperCase(Locale.ROOT), address, shape));
      }
    }
    return all;
  }

  private static List<TextField> of(String method, String path, JsonNode shape) {
    List<TextField> found = new ArrayList<>();
    Map<String, String> right = new LinkedHashMap<>();
    shape.path("properties").properties().forEach(one -> right.put(one.getKey(), right(one)));
    for (Map.Entry<String, JsonNode> property : shape.path("properties").properties()) {
      JsonNode type = property.getValue();
      boolean isList = isText(type.path("items"));
      if (isList || isText(type)) {
        Map<String, String> others = new LinkedHashMap<>(right);
        others.remove(property.getKey());
        boolean isSecret = type.path("format").asText().equals("password");
        found.add(new TextField(method, path, property.getKey(), isList, isSecret, others));
      }
    }
    return found;
  }

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith(SCHEMAS)
        ? document.path("components").path("schemas").path(reference.substring(SCHEMAS.length()))
        : schema;
  }

  private static boolean isText(JsonNode type) {
    return type.path("type").asText().equals("string");
  }

  private static String right(Map.Entry<String, JsonNode> property) {
    JsonNode type = property.getValue();
    if (type.toString().contains(SCHEMAS + "Money\"")) {
      return "{\"minorUnits\":1,\"currency\":\"USD\"}";
    }
    return switch (type.path("type").asText()) {
      case "integer", "number" -> "1";
      case "boolean" -> "true";
      case "object" -> "{}";
      case "array" -> isText(type.path("items")) ? "[\"" + MARK + "\"]" : "[]";
      default ->
          switch (type.path("format").asText()) {
            case "email" -> "\"" + MARK + "@aiqleads.example\"";
            case "password" -> "\"" + MARK + " seven green lamps\"";
            default -> "\"" + MARK + "\"";
          };
    };
  }
}
