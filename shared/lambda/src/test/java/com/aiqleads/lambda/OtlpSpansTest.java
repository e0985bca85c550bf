package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpSpansTest {

  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final CorrelationId JOURNEY = new CorrelationId(Ids.derived("journey"));

  private final List<String> received = new CopyOnWriteArrayList<>();
  private int status = 200;
  private HttpServer collector;
  private ApplicationContext context;

  @BeforeEach
  void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    collector.start();
    context =
        TestFunction.start(
            "demo",
            "double-number",
            new FakeQueues(),
            Map.of(
                "otel.exporter.otlp.endpoint",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/"));
  }

  @AfterEach
  void stop() {
    context.close();
    collector.stop(0);
  }

  @Test
  void sendsWhatWasHandledAsPartOfItsTrace() throws IOException {
    Delivery delivery = delivery("NumberAdded");
    handling().run(delivery, () -> {});
    handling().end();

    JsonNode sent = only(received());
    assertThat(text(only(sent.get("resource").get("attributes"), "service.name")))
        .isEqualTo("demo-double-number");
    JsonNode span = only(only(sent.get("scopeSpans")).get("spans"));
    assertThat(span.get("traceId").getStringValue()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span.get("spanId").getStringValue()).isEqualTo(delivery.trace().span());
    assertThat(span.get("parentSpanId").getStringValue()).isEqualTo("b7ad6b7169203331");
    assertThat(span.get("name").getStringValue()).isEqualTo("NumberAdded");
    assertThat(span.get("kind").getIntValue()).isEqualTo(5);
    assertThat(span.get("status").get("code").getIntValue()).isEqualTo(1);
    assertThat(span.get("startTimeUnixNano").getStringValue()).hasSize(19);
    assertThat(text(only(span.get("attributes"), "aiqleads.correlation_id")))
        .isEqualTo(JOURNEY.text());
  }

  @Test
  void tellsRequestsAndFailures() throws IOException {
    assertThatThrownBy(
            () ->
                handling()
                    .run(
                        delivery("GET /leads"),
                        () -> {
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    handling().end();

    JsonNode span = only(only(only(received()).get("scopeSpans")).get("spans"));
    assertThat(span.get("kind").getIntValue()).isEqualTo(2);
    assertThat(span.get("status").get("code").getIntValue()).isEqualTo(2);
  }

  @Test
  void sendsEachSpanOnceAndNothingWhenThereIsNone() {
    handling().run(delivery("NumberAdded"), () -> {});
    handling().end();
    handling().end();

    assertThat(received).hasSize(1);
  }

  @Test
  void isNoFailureWhenNobodyCollects() {
    status = 503;
    handling().run(delivery("NumberAdded"), () -> {});
    handling().end();
    collector.stop(0);
    handling().run(delivery("NumberAdded"), () -> {});
    handling().end();

    assertThat(received).hasSize(1);
  }

  @Test
  void keepsNothingUnlessItIsToldWhereTo() {
    try (ApplicationContext plain =
        TestFunction.start("demo", "double-number", new FakeQueues(), Map.of())) {
      assertThat(plain.getBean(Spans.class)).isInstanceOf(NoSpans.class);
    }
  }

  private Handling handling() {
    return context.getBean(Handling.class);
  }

  private static Delivery delivery(String event) {
    return new Delivery(
        new EventId(Ids.derived("event")),
        event,
        Instant.EPOCH,
        JOURNEY,
        TraceParent.childOf(PARENT));
  }

  private JsonNode received() throws IOException {
    return context
        .getBean(ObjectMapper.class)
        .readValue(received.getFirst(), JsonNode.class)
        .get("resourceSpans");
  }

  private static JsonNode only(JsonNode list) {
    assertThat(list.values()).hasSize(1);
    return list.get(0);
  }

  private static JsonNode only(JsonNode attributes, String key) {
    for (JsonNode attribute : attributes.values()) {
      if (attribute.get("key").getStringValue().equals(key)) {
        return attribute;
      }
    }
    throw new AssertionError("no attribute " + key);
  }

  private static String text(JsonNode attribute) {
    return attribute.get("value").get("stringValue").getStringValue();
  }
}
