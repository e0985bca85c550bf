package com.aiqleads.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends spans by OTLP over HTTP in its JSON form, once an invocation. (The SDK of OpenTelemetry
/// would bring its libraries and its start into every function.)
final class OtlpSpans implements Spans {

  private static final Logger LOG = LoggerFactory.getLogger(OtlpSpans.class);
  private static final int MAX_WAITING = 2_000;
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int SERVER = 2;
  private static final int CONSUMER = 5;
  private static final int OK = 1;
  private static final int ERROR = 2;
  private static final int FIRST_REFUSAL = 300;

  private final List<Map<String, Object>> waiting = new ArrayList<>();
  private final URI collector;
  private final FunctionIdentity function;
  private final InstantSource clock;

  OtlpSpans(URI endpoint, FunctionIdentity function, InstantSource clock) {
    this.collector = URI.create(endpoint.toString().replaceAll("/$", "") + "/v1/traces");
    this.function = function;
    this.clock = clock;
  }

  @Override
  public synchronized void ended(Delivery delivery, Instant start, boolean failed) {
    if (waiting.size() < MAX_WAITING) {
      waiting.add(span(delivery, start, failed));
    }
  }

  @Override
  public void flush() {
    List<Map<String, Object>> spans = taken();
    if (!spans.isEmpty()) {
      try {
        send(LogLine.json(request(spans)));
      } catch (IOException e) {
        LOG.atWarn().setCause(e).addKeyValue("spans", spans.size()).log("spans not sent");
      }
    }
  }

  private synchronized List<Map<String, Object>> taken() {
    List<Map<String, Object>> spans = List.copyOf(waiting);
    waiting.clear();
    return spans;
  }

  private void send(String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) collector.toURL().openConnection();
    connection.setConnectTimeout((int) PATIENCE.toMillis());
    connection.setReadTimeout((int) PATIENCE.toMillis());
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    if (connection.getResponseCode() >= FIRST_REFUSAL) {
      throw new IOException("the collector answered " + connection.getResponseCode());
    }
  }

  private Map<String, Object> span(Delivery delivery, Instant start, boolean failed) {
    Map<String, Object> span = new LinkedHashMap<>();
    span.put("traceId", delivery.trace().trace());
    span.put("spanId", delivery.trace().span());
    span.put("parentSpanId", delivery.trace().parentSpan());
    span.put("name", delivery.event());
    // Of all that is delivered only requests have an address.
    span.put("kind", delivery.event().contains("/") ? SERVER : CONSUMER);
    span.put("startTimeUnixNano", nanos(start));
    span.put("endTimeUnixNano", nanos(clock.instant()));
    span.put(
        "attributes",
        List.of(
            attribute("aiqleads.correlation_id", delivery.correlationId().text()),
            attribute("aiqleads.event_id", delivery.eventId().text())));
    span.put("status", Map.of("code", failed ? ERROR : OK));
    return span;
  }

  private Map<String, Object> request(List<Map<String, Object>> spans) {
    Map<String, Object> resource =
        Map.of(
            "attributes",
            List.of(
                attribute("service.name", function.id()),
                attribute("service.namespace", "aiqleads"),
                attribute("deployment.environment.name", function.stage())));
    Map<String, Object> scope = Map.of("scope", Map.of("name", "aiqleads"), "spans", spans);
    return Map.of(
        "resourceSpans", List.of(Map.of("resource", resource, "scopeSpans", List.of(scope))));
  }

  private static Map<String, Object> attribute(String key, String value) {
    return Map.of("key", key, "value", Map.of("stringValue", value));
  }

  private static String nanos(Instant time) {
    return Long.toString(ChronoUnit.NANOS.between(Instant.EPOCH, time));
  }
}
