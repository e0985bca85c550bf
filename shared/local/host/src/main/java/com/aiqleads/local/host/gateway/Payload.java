package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.gateway.Authorizer.Decision;
import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;

/// A request as an HTTP API gives it to a function: payload format 2.0.
final class Payload {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Payload() {}

  static byte[] of(HttpExchange exchange, RouteTable.Match match, Decision decision, byte[] body) {
    ObjectNode payload =
        Json.object()
            .put("version", "2.0")
            .put("routeKey", match.entry().route().key())
            .put("rawPath", exchange.getRequestURI().getPath())
            .put("rawQueryString", query(exchange));
    cookies(exchange.getRequestHeaders(), payload);
    payload.set("headers", headers(exchange));
    queryParameters(query(exchange), payload);
    context(exchange, match, decision, payload);
    pathParameters(match.parameters(), payload);
    PayloadBody.put(exchange.getRequestHeaders(), body, payload);
    return Json.bytes(payload);
  }

  private static String query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null ? "" : query;
  }

  private static void cookies(Headers headers, ObjectNode payload) {
    List<String> cookies = headers.get("Cookie");
    if (cookies != null) {
      ArrayNode array = payload.putArray("cookies");
      cookies.forEach(
          line -> {
            for (String cookie : line.split(";")) {
              array.add(cookie.strip());
            }
          });
    }
  }

  private static ObjectNode headers(HttpExchange exchange) {
    ObjectNode headers = Json.object();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> put(headers, name.toLowerCase(Locale.ROOT), values));
    headers.remove("cookie");
    headers.remove("connection");
    return headers
        .put("x-forwarded-for", sourceIp(exchange))
        .put("x-forwarded-proto", "http")
        .put("x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()))
        .put("x-amzn-trace-id", trace());
  }

  private static void put(ObjectNode headers, String name, List<String> values) {
    headers.put(name, String.join(",", values));
  }

  private static String trace() {
    String random = UUID.randomUUID().toString().replace("-", "");
    return "Root=1-%08x-%s".formatted(Instant.now().getEpochSecond(), random.substring(0, 24));
  }

  private static void queryParameters(String query, ObjectNode payload) {
    if (query.isEmpty()) {
      return;
    }
    ObjectNode parameters = payload.putObject("queryStringParameters");
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      JsonNode before = parameters.get(name);
      parameters.put(name, before == null ? value : before.asText() + "," + value);
    }
  }

  private static void context(
      HttpExchange exchange, RouteTable.Match match, Decision decision, ObjectNode payload) {
    Instant now = Instant.now();
    Headers headers = exchange.getRequestHeaders();
    ObjectNode context = payload.putObject("requestContext");
    context
        .put("accountId", "000000000000")
        .put("apiId", "local")
        .put("domainName", String.valueOf(headers.getFirst("Host")))
        .put("domainPrefix", "local")
        .put("requestId", UUID.randomUUID().toString())
        .put("routeKey", match.entry().route().key())
        .put("stage", "$default")
        .put("time", TIME.format(now))
        .put("timeEpoch", now.toEpochMilli());
    context
        .putObject("http")
        .put("method", exchange.getRequestMethod())
        .put("path", exchange.getRequestURI().getPath())
        .put("protocol", exchange.getProtocol())
        .put("sourceIp", sourceIp(exchange))
        .put("userAgent", headers.getFirst("User-Agent"));
    if (decision instanceof Decision.Allowed allowed) {
      authorizer(allowed, context.putObject("authorizer").putObject("jwt"));
    }
  }

  /// Every claim as text; a list in brackets, as API Gateway writes it.
  private static void authorizer(Decision.Allowed allowed, ObjectNode jwt) {
    ObjectNode claims = jwt.putObject("claims");
    for (Map.Entry<String, JsonNode> claim : allowed.claims().properties()) {
      claims.put(claim.getKey(), text(claim.getValue()));
    }
    if (allowed.scopes().isEmpty()) {
      jwt.putNull("scopes");
    } else {
      ArrayNode scopes = jwt.putArray("scopes");
      allowed.scopes().forEach(scopes::add);
    }
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isObject() ? value.toString() : value.asText();
    }
    StringJoiner list = new StringJoiner(" ", "[", "]");
    value.forEach(item -> list.add(item.asText()));
    return list.toString();
  }

  private static void pathParameters(Map<String, String> parameters, ObjectNode payload) {
    if (!parameters.isEmpty()) {
      ObjectNode values = payload.putObject("pathParameters");
      parameters.forEach((name, value) -> values.put(name, decodedPath(value)));
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String decodedPath(String text) {
    return decoded(text.replace("+", "%2B"));
  }

  private static String sourceIp(HttpExchange exchange) {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }
}
