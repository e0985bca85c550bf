package com.aiqleads.local.provider;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What goes back: a page, JSON, or the way elsewhere.
record Answer(int status, Map<String, String> headers, String body) {

  static final String HTML = "text/html; charset=utf-8";

  static Answer json(int status, Map<String, ?> body) {
    return text(status, "application/json", Json.text(body));
  }

  static Answer text(int status, String type, String body) {
    return new Answer(status, Map.of("Content-Type", type, "Cache-Control", "no-store"), body);
  }

  static Answer to(String address) {
    return new Answer(302, Map.of("Location", address, "Cache-Control", "no-store"), "");
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
