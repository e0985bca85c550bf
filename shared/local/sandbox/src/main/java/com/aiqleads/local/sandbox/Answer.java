package com.aiqleads.local.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a site sends back.
record Answer(int status, String contentType, String body, Map<String, String> headers) {

  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json";
  static final String TEXT = "text/plain; charset=utf-8";

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer html(String body) {
    return new Answer(200, HTML, body, Map.of());
  }

  static Answer json(Object value) {
    return new Answer(200, JSON, Json.text(value), Map.of());
  }

  static Answer text(int status, String body) {
    return new Answer(status, TEXT, body, Map.of());
  }

  static Answer notFound() {
    return new Answer(404, HTML, "<html><body><h1>Page not found</h1></body></html>", Map.of());
  }

  Answer withStatus(int other) {
    return new Answer(other, contentType, body, headers);
  }

  Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, more);
  }

  Answer withoutBody(int other) {
    return new Answer(other, contentType, "", headers);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
