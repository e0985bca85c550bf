package com.aiqleads.local.provider;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// What somebody sent: the fields of the query, and those of a form.
record Request(
    String method, String path, Map<String, String> query, Map<String, String> form, String login) {

  private static final int MAX_BODY_BYTES = 64 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  static Request of(HttpExchange exchange) throws IOException {
    String type =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "");
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
    String form = type.startsWith(FORM) ? new String(body, StandardCharsets.UTF_8) : "";
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        fields(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "")),
        fields(form),
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
