package com.aiqleads.platform.manageaccount;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// What answers say; nothing where a field is missing.
final class Json {

  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  private Json() {}

  static JsonNode read(APIGatewayV2HTTPResponse answer) {
    try {
      return JSON.readValue(answer.getBody(), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> list(APIGatewayV2HTTPResponse answer, String field) {
    List<JsonNode> items = new ArrayList<>();
    JsonNode list = read(answer).get(field);
    if (list != null) {
      list.values().forEach(items::add);
    }
    return items;
  }

  static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null ? "" : value.coerceStringValue();
  }
}
