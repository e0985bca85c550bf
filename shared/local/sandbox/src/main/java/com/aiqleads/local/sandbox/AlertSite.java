package com.aiqleads.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// Slack and PagerDuty, as far as alerts go: `POST /alerts/slack` and `/alerts/pagerduty` take what
/// comes and answer as they do; `GET /control/alerts` tells the last of it.
final class AlertSite {

  private static final int MAX_KEPT = 200;
  private static final int MAX_BODY_BYTES = 256 * 1024;

  private final Deque<Map<String, String>> heard = new ArrayDeque<>();

  void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body =
          new String(exchange.getRequestBody().readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
      Answer answer = answer(exchange.getRequestMethod(), path, body);
      byte[] bytes = answer.bytes();
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized Answer answer(String method, String path, String body) {
    if (path.equals("/control/alerts")) {
      return Answer.json(Map.of("alerts", List.copyOf(heard)));
    }
    if (!method.equals("POST") || body.isEmpty()) {
      return Answer.text(400, "no_payload");
    }
    heard.addLast(Map.of("channel", path.substring("/alerts/".length()), "body", body));
    while (heard.size() > MAX_KEPT) {
      heard.removeFirst();
    }
    return path.equals("/alerts/slack")
        ? Answer.text(200, "ok")
        : Answer.json(Map.of("status", "success")).withStatus(202);
  }
}
