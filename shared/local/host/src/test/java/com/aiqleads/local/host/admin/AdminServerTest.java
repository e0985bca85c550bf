package com.aiqleads.local.host.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.InProcessIsolation;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.local.host.http.LocalServer;
import com.aiqleads.local.host.queue.Hop;
import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.queue.Message;
import com.aiqleads.local.host.queue.Queues;
import com.aiqleads.local.host.queue.RawQueue;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.aiqleads.local.host.schedule.AsyncInvocations;
import com.aiqleads.local.host.schedule.Schedules;
import com.aiqleads.manifest.Schedule;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.QueueService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AdminServerTest {

  @RegisterExtension static final QueueService SERVICE = new QueueService();

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final String queue = "admin-" + NUMBER.incrementAndGet();
  private final Flow flow = new Flow(3);
  private final FunctionHost functions =
      new FunctionHost(
          new InProcessIsolation(), List.of(SampleFunctions.streaming("sample-admin")));
  private Queues queues = new Queues(URI.create("http://127.0.0.1:1"));
  private LocalServer server = new LocalServer(0, "none", exchange -> {});
  private volatile boolean quiet;

  @BeforeEach
  void open() throws IOException {
    server.close();
    queues = new Queues(SERVICE.endpoint());
    queues.create(queue + "-dead", Map.of());
    queues.create(
        queue,
        Map.of(
            "RedrivePolicy",
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":3}"
                .formatted(Queues.arn(queue + "-dead"))));
    Mapping mapping = new Mapping("sample-admin", queue, queue + "-dead", 10, Duration.ZERO, 2);
    AsyncInvocations async =
        new AsyncInvocations(functions, folder, AsyncInvocations.DeadLetters.NONE);
    Schedules schedules =
        new Schedules(
            List.of(
                new Schedules.Entry(
                    "sample-admin",
                    "aiqleads-local-sample-admin",
                    new Schedule.Rate("rate(1 hour)", Duration.ofHours(1)))),
            async,
            InstantSource.system());
    AdminServer admin =
        new AdminServer(
            functions,
            new QueueDesk(queues, List.of(mapping)),
            schedules,
            () -> quiet,
            new FakeServices(),
            new MailDesk(folder.resolve("mail")),
            flow);
    server = new LocalServer(0, "none", admin::answer);
  }

  private static final class FakeServices implements ServiceDesk {
    @Override
    public ObjectNode all() {
      return Json.object().put("services", "all");
    }

    @Override
    public void restart(String name) {
      if (!name.equals("s3")) {
        throw new IllegalArgumentException("there is no service " + name);
      }
    }
  }

  @AfterEach
  void close() {
    server.close();
    functions.close();
  }

  @Test
  void showsFunctionsQueuesSchedulesAndServices() throws IOException {
    queues.send(queue, "waits");
    functions.pool("sample-admin").invoke("{}".getBytes(StandardCharsets.UTF_8));

    JsonNode function = json("/functions").path("functions").get(0);
    JsonNode depth = json("/queues").path("queues").get(0);
    JsonNode schedule = json("/schedules").path("schedules").get(0);

    assertThat(function.path("function").asText()).isEqualTo("sample-admin");
    assertThat(function.path("invocations").asInt()).isEqualTo(1);
    assertThat(function.path("averageMillis").asDouble()).isPositive();
    assertThat(depth.path("depth").asInt()).isEqualTo(1);
    assertThat(depth.path("dead").asInt()).isZero();
    assertThat(schedule.path("expression").asText()).isEqualTo("rate(1 hour)");
    assertThat(json("/services").path("services").asText()).isEqualTo("all");
  }

  @Test
  void showsTheLettersTheNewestFirst() throws IOException {
    assertThat(json("/mail").path("letters")).isEmpty();

    Path mail = Files.createDirectories(folder.resolve("mail"));
    Files.writeString(mail.resolve("1.eml"), "From: us\nTo: a@b.example\nSubject: First\n\nHello");
    Files.writeString(mail.resolve("2.eml"), "Subject: Second\n\nHello\n\nagain");
    Files.writeString(mail.resolve("3.eml.part"), "half a lett");

    JsonNode letters = json("/mail").path("letters");
    assertThat(letters).hasSize(2);
    assertThat(letters.get(0).path("subject").asText()).isEqualTo("Second");
    assertThat(letters.get(0).path("text").asText()).isEqualTo("Hello\n\nagain");
    assertThat(letters.get(0).path("to").asText()).isEmpty();
    assertThat(letters.get(1).path("to").asText()).isEqualTo("a@b.example");
  }

  @Test
  void followsOneCorrelationFromItsBeginning() throws IOException {
    flow.saw(hop("cor_0", "Forgotten", true), message());
    flow.saw(hop("cor_1", "PageFetched", true), message());
    flow.saw(hop("cor_2", "PageFetched", false), message());
    flow.saw(hop("cor_1", "ListingParsed", true), message());

    JsonNode journey = json("/flow?correlation=cor_1").path("hops");
    JsonNode recent = json("/flow").path("hops");

    assertThat(journey.findValuesAsText("event")).containsExactly("PageFetched", "ListingParsed");
    assertThat(recent.findValuesAsText("correlationId")).containsExactly("cor_1", "cor_2", "cor_1");
    assertThat(recent.findValuesAsText("outcome")).containsExactly("done", "failed", "done");
  }

  @Test
  void showsDeadLettersWithoutTakingThem() throws IOException {
    new RawQueue(queues.endpoint()).sendWithAttributes(queue + "-dead", "{\"eventId\":\"evt_1\"}");

    JsonNode letters = json("/dead-letters/sample-admin").path("deadLetters");

    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).path("eventId").asText()).isEqualTo("evt_1");
    assertThat(letters.get(0).path("correlationId").asText()).isEqualTo("cor_1");
    assertThat(letters.get(0).path("attributes").path("event").asText()).isEqualTo("LeadScored");
    assertThat(json("/dead-letters/sample-admin").path("deadLetters")).hasSize(1);
  }

  @Test
  void saysWhetherAnythingIsLeftToDo() throws IOException {
    assertThat(json("/quiet")).isEqualTo(Json.object().put("quiet", false));

    quiet = true;

    assertThat(json("/quiet")).isEqualTo(Json.object().put("quiet", true));
  }

  @Test
  void givesDeadLettersBackToTheirQueue() throws IOException {
    queues.send(queue + "-dead", "again");

    assertThat(post("/redrive/sample-admin").statusCode()).isEqualTo(202);

    Eventually.await(SOON, () -> queues.counts(queue).visible() == 1);
    assertThat(queues.counts(queue + "-dead").all()).isZero();
  }

  @Test
  void firesSchedulesAndRestartsServices() throws IOException {
    assertThat(post("/schedules/sample-admin/fire").statusCode()).isEqualTo(202);
    Eventually.await(SOON, () -> functions.pool("sample-admin").figures().invocations() == 1);
    assertThat(post("/schedules/other/fire").statusCode()).isEqualTo(404);
    assertThat(post("/services/s3/restart").statusCode()).isEqualTo(202);
    assertThat(post("/services/other/restart").statusCode()).isEqualTo(404);
  }

  @Test
  void measuresInPrometheusFormat() throws IOException {
    queues.send(queue + "-dead", "dead");
    functions.pool("sample-admin").invoke("{}".getBytes(StandardCharsets.UTF_8));

    String text = text(send(request("/metrics")));

    assertThat(text)
        .contains("# TYPE aiqleads_host_invocations_total counter")
        .contains("aiqleads_host_invocations_total{function=\"sample-admin\"} 1.0")
        .contains("aiqleads_host_cold_starts_total{function=\"sample-admin\"} 1.0")
        .contains("aiqleads_host_dead_letters{function=\"sample-admin\"} 1.0")
        .contains("aiqleads_host_queue_depth{function=\"sample-admin\"} 0.0");
  }

  @Test
  void namesWhatThereIs() throws IOException {
    HttpResponse<byte[]> answer = send(request("/other"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(text(answer)).contains("GET /metrics");
    assertThat(send(request("/dead-letters/other")).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatAForeignPageSends() throws IOException {
    assertThat(send(request("/functions").header("Host", "evil.example:9090")).statusCode())
        .isEqualTo(403);
    assertThat(
            send(request("/redrive/sample-admin")
                    .header("Origin", "https://evil.example")
                    .POST(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(403);
    assertThat(send(request("/functions").header("Host", "localhost:9090")).statusCode())
        .isEqualTo(200);
  }

  private static Hop hop(String correlation, String event, boolean done) {
    return new Hop(
        Instant.parse("2026-11-20T10:00:00Z"),
        "sample-admin",
        event,
        "evt_1",
        correlation,
        done,
        Duration.ofMillis(3));
  }

  private static Message message() {
    return new Message(Json.object());
  }

  private JsonNode json(String path) throws IOException {
    return Json.read(send(request(path)).body());
  }

  private HttpResponse<byte[]> post(String path) throws IOException {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.uri() + path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    return LocalClient.send(request.build());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
