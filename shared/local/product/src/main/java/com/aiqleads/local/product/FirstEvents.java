package com.aiqleads.local.product;

import com.aiqleads.local.host.function.Invocation;
import com.aiqleads.local.host.function.Isolation.Environment;
import com.aiqleads.local.host.function.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// How long a function takes for its first event and for the ones after it, with an event that
/// nobody takes; and for its first request, with one that has no token and so needs no store.
final class FirstEvents {

  static final String STEP = "acquisition-score-lead";
  static final String SEARCH = "marketplace-search-leads";
  static final int WARM_UP = 2_000;
  static final int EVENTS = 1_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final double NANOS_PER_MS = 1e6;
  private static final String EXAMPLE =
      "events/acquisition/src/main/resources/com/aiqleads/events/acquisition/LeadResolved/"
          + "v1.example.json";

  private FirstEvents() {}

  /// In milliseconds, in the order in which they were handled.
  ///
  /// @param afterFirst runs between the first and the second
  static double[] of(Environment environment, Runnable afterFirst) throws IOException {
    double[] took = new double[WARM_UP + EVENTS];
    for (int i = 0; i < took.length; i++) {
      byte[] batch = batch();
      long begin = System.nanoTime();
      Outcome outcome = outcome(environment, batch);
      took[i] = (System.nanoTime() - begin) / NANOS_PER_MS;
      check(outcome);
      if (i == 0) {
        afterFirst.run();
      }
    }
    return took;
  }

  /// In milliseconds.
  static double request(Environment environment) throws IOException {
    byte[] request = request();
    long begin = System.nanoTime();
    Outcome outcome = outcome(environment, request);
    double ms = (System.nanoTime() - begin) / NANOS_PER_MS;
    if (!(outcome instanceof Outcome.Answered answered)
        || !new String(answered.payload(), StandardCharsets.UTF_8).contains("\"statusCode\":401")) {
      throw new IllegalStateException("a request without a token got " + outcome);
    }
    return ms;
  }

  private static Outcome outcome(Environment environment, byte[] payload) {
    return environment.invoke(
        new Invocation(UUID.randomUUID().toString(), payload, Instant.now().plus(LIMIT)));
  }

  private static byte[] request() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode request =
        json.createObjectNode()
            .put("version", "2.0")
            .put("rawPath", "/leads")
            .put("rawQueryString", "")
            .put("isBase64Encoded", false);
    request.putObject("headers").put("host", "127.0.0.1").put("accept", "application/json");
    request
        .putObject("requestContext")
        .putObject("http")
        .put("method", "GET")
        .put("path", "/leads")
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "127.0.0.1");
    return json.writeValueAsBytes(request);
  }

  private static void check(Outcome outcome) {
    boolean done =
        outcome instanceof Outcome.Answered answered
            && !new String(answered.payload(), StandardCharsets.UTF_8).contains("itemIdentifier");
    if (!done) {
      throw new IllegalStateException("an event was not handled: " + outcome);
    }
  }

  private static byte[] batch() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode envelope =
        json.createObjectNode()
            .put("eventId", "evt_01M7T1X131F02BNNQYJJJNY65J")
            .put("event", "LeadResolved")
            .put("version", 1)
            .put("occurredAt", "2026-11-01T12:00:00Z")
            .put("correlationId", "cor_01M7T1X131F02BNNQYJJJNY65J");
    envelope.set("data", json.readTree(RunningProduct.root().resolve(EXAMPLE).toFile()));
    ObjectNode event = json.createObjectNode();
    event
        .putArray("Records")
        .addObject()
        .put("messageId", UUID.randomUUID().toString())
        .put("receiptHandle", "handle")
        .put("body", json.writeValueAsString(envelope))
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:queue")
        .put("awsRegion", "us-east-1");
    return json.writeValueAsBytes(event);
  }
}
