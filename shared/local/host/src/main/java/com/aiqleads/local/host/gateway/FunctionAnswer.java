package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a function answered, as an HTTP answer: structured, or inferred from any other JSON.
final class FunctionAnswer {

  /// The server writes these itself.
  private static final Set<String> OURS =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

  private FunctionAnswer() {}

  /// Sends it.
  ///
  /// @param cors whether the gateway itself says whose scripts may read, and not the function
  static void send(HttpExchange exchange, byte[] payload, boolean cors) throws IOException {
    JsonNode answer = payload.length == 0 ? Json.object() : Json.read(payload);
    if (answer.isObject() && answer.has("statusCode")) {
      structured(exchange, cors ? withoutCors(answer) : answer);
    } else {
      byte[] body = answer.isTextual() ? utf8(answer.asText()) : payload;
      Answers.send(exchange, 200, "application/json", body);
    }
  }

  private static JsonNode withoutCors(JsonNode answer) {
    JsonNode rest = answer.deepCopy();
    for (String headers : List.of("headers", "multiValueHeaders")) {
      if (rest.get(headers) instanceof ObjectNode named) {
        named.remove(
            named.properties().stream()
                .map(Map.Entry::getKey)
                .filter(FunctionAnswer::saysOfOrigins)
                .toList());
      }
    }
    return rest;
  }

  private static boolean saysOfOrigins(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith("access-control-");
  }

  private static void structured(HttpExchange exchange, JsonNode answer) throws IOException {
    int status = answer.get("statusCode").asInt();
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("no status: " + answer.get("statusCode"));
    }
    byte[] body = body(answer);
    Headers headers = exchange.getResponseHeaders();
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      put(headers, header.getKey(), header.getValue());
    }
    for (Map.Entry<String, JsonNode> header : answer.path("multiValueHeaders").properties()) {
      header.getValue().forEach(value -> add(headers, header.getKey(), value));
    }
    answer.path("cookies").forEach(cookie -> headers.add("Set-Cookie", cookie.asText()));
    if (!headers.containsKey("Content-Type") && body.length > 0) {
      headers.set("Content-Type", "text/plain; charset=utf-8");
    }
    Answers.send(exchange, status, body);
  }

  private static void put(Headers headers, String name, JsonNode value) {
    if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
      headers.set(name, value.asText());
    }
  }

  private static void add(Headers headers, String name, JsonNode value) {
    boolean repeated = headers.getOrDefault(name, List.of()).contains(value.asText());
    if (!OURS.contains(name.toLowerCase(Locale.ROOT)) && !repeated) {
      headers.add(name, value.asText());
    }
  }

  private static byte[] body(JsonNode answer) {
    JsonNode body = answer.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body.asText())
        : utf8(body.asText());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
