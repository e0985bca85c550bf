package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.InProcessIsolation;
import com.aiqleads.local.host.function.Isolation;
import com.aiqleads.local.host.function.ProcessIsolation;
import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.local.host.queue.EventSourceMappings;
import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.queue.Message;
import com.aiqleads.local.host.queue.Queues;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Repository;
import com.aiqleads.manifest.Surroundings;
import com.aiqleads.manifest.Wiring;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.QueueService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What AWS has recorded of a queue that keeps order, replayed on a function made of the base class
/// that all have: four messages of one group that fail 0, 1, 1 and 2 times. And beside it a group
/// whose third message would not fail: it must not overtake the second either.
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class OrderedEventsTest {

  @RegisterExtension static final QueueService SERVICE = new QueueService();

  private static final String FUNCTION = "acquisition-score-lead";
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Integer> RECORDED = List.of(0, 1, 1, 2);
  private static final List<Integer> STRICTER = List.of(0, 1, 0, 2);

  /// Fails an event as often as it has reasons, counted in deliveries of its group: behind the
  /// first one that fails no other is even tried.
  private static final String HANDLER =
      """
      package sample;

      import com.aiqleads.events.acquisition.LeadEnded;
      import com.aiqleads.kernel.LeadId;
      import com.aiqleads.lambda.EventFunction;
      import com.aiqleads.lambda.Publisher;
      import java.util.*;

      public final class OrderedHandler extends EventFunction<LeadEnded> {

        private static final Map<LeadId, Map<Long, Integer>> TRIES = new HashMap<>();

        public OrderedHandler() {
          super(LeadEnded.class);
        }

        @Override
        protected synchronized void handle(LeadEnded event, Publisher publisher) {
          Map<Long, Integer> tries = TRIES.computeIfAbsent(event.leadId(), _ -> new HashMap<>());
          tries.merge(event.version(), 1, Integer::sum);
          if (Collections.max(tries.values()) <= event.reasons().size()) {
            throw new IllegalStateException("not now");
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void keepsTheOrderInThisProcess() throws IOException {
    keepsTheOrder(new InProcessIsolation(), "here");
  }

  @Test
  void keepsTheOrderInAProcessOfItsOwn() throws IOException {
    Path runtime = RunningProduct.root().resolve("shared/local/runtime/target/service");
    keepsTheOrder(new ProcessIsolation(runtime, folder, false, Optional.empty()), "apart");
  }

  private void keepsTheOrder(Isolation isolation, String name) throws IOException {
    Queues queues = new Queues(SERVICE.endpoint());
    String queue = "ordered-%s.fifo".formatted(name);
    String dead = "ordered-%s-dead.fifo".formatted(name);
    make(queues, queue, dead);
    for (int number = 1; number <= 4; number++) {
      send(queues, queue, "recorded", number);
      send(queues, queue, "stricter", number);
    }
    Map<String, List<String>> deliveries = new ConcurrentHashMap<>();

    Mapping mapping = new Mapping(FUNCTION, queue, dead, 10, Duration.ZERO, 1);
    try (FunctionHost functions = new FunctionHost(isolation, List.of(function()));
        EventSourceMappings mappings =
            new EventSourceMappings(
                queues,
                functions,
                List.of(mapping),
                Files.createDirectories(folder.resolve("in-flight")),
                (hop, it) -> add(deliveries, it, hop.done()))) {
      functions.pool(FUNCTION).invoke("{\"Records\":[]}".getBytes(StandardCharsets.UTF_8));
      mappings.start();
      Eventually.await(SOON, () -> queues.counts(dead).visible() == 2);
    }

    assertThat(deliveries.values())
        .hasSize(2)
        .allSatisfy(
            group ->
                assertThat(group)
                    .containsExactly(
                        "1 true", "2 false", "3 false", "4 false", "2 true", "3 true", "4 false"));
    assertThat(queues.counts(queue).all()).isZero();
  }

  private static void add(Map<String, List<String>> deliveries, Message message, boolean done) {
    deliveries
        .computeIfAbsent(group(message), _ -> new CopyOnWriteArrayList<>())
        .add(number(message) + " " + done);
  }

  private static void make(Queues queues, String queue, String dead) throws IOException {
    Map<String, String> ordered = Map.of("FifoQueue", "true");
    queues.create(dead, ordered);
    queues.create(queue, ordered);
    String policy =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}".formatted(Queues.arn(dead));
    queues.setAttributes(queue, Map.of("VisibilityTimeout", "12", "RedrivePolicy", policy));
  }

  /// A packaged function of which only the handler is another.
  private DeployedFunction function() throws IOException {
    Repository repository = Manifests.read(RunningProduct.root());
    FunctionManifest manifest = repository.function(FUNCTION).orElseThrow();
    Path libraries = repository.artefact(manifest.id()).resolve("lib");
    Path artefact = Files.createDirectories(folder.resolve("function"));
    compile(artefact, libraries);
    Files.createSymbolicLink(artefact.resolve("lib"), libraries);
    String nobody = "http://127.0.0.1:1";
    Map<String, String> credentials =
        Map.of("AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local");
    Surroundings surroundings =
        new Surroundings("local", DeployedFunction.REGION, nobody, nobody, nobody, credentials);
    return new DeployedFunction(
        FUNCTION,
        "aiqleads-local-ordered",
        "sample.OrderedHandler",
        artefact,
        Duration.ofSeconds(10),
        512,
        1,
        1,
        false,
        new Wiring(repository, surroundings).environmentOf(manifest));
  }

  private static void compile(Path artefact, Path libraries) throws IOException {
    Path source =
        Files.createDirectories(artefact.resolve("sample")).resolve("OrderedHandler.java");
    Files.writeString(source, HANDLER);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                artefact.toString(),
                "-cp",
                classPath(libraries),
                source.toString());
    assertThat(status).isZero();
  }

  private static String classPath(Path libraries) throws IOException {
    try (Stream<Path> jars = Files.list(libraries)) {
      return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static void send(Queues queues, String queue, String group, int number)
      throws IOException {
    ObjectNode message =
        JSON.createObjectNode()
            .put("QueueUrl", queues.url(queue))
            .put("MessageBody", body(group, number))
            .put("MessageGroupId", group)
            .put("MessageDeduplicationId", group + number);
    HttpRequest call =
        HttpRequest.newBuilder(URI.create(queues.endpoint() + "/"))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS.SendMessage")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(message)))
            .build();
    assertThat(LocalClient.send(call).statusCode()).isEqualTo(200);
  }

  private static String body(String group, int number) throws IOException {
    String end = group.equals("recorded") ? "A" : "B";
    List<Integer> failures = group.equals("recorded") ? RECORDED : STRICTER;
    ObjectNode envelope =
        JSON.createObjectNode()
            .put("eventId", "evt_01M7T1X131F02BNNQYJJJNY6" + end + number)
            .put("event", "LeadEnded")
            .put("version", 1)
            .put("occurredAt", "2026-11-20T09:03:21Z")
            .put("correlationId", "cor_01M7T1X131F02BNNQYJJJNY65J");
    ObjectNode data =
        envelope
            .putObject("data")
            .put("leadId", "lead_01M7T1X131F02BNNQYJJJNY65" + end)
            .put("version", number)
            .put("endedAt", "2026-11-20T09:03:21Z");
    data.putArray("reasons");
    for (int reason = 0; reason < failures.get(number - 1); reason++) {
      data.withArray("reasons").addObject().put("code", "gone").put("text", "It has ended.");
    }
    return JSON.writeValueAsString(envelope);
  }

  private static String group(Message message) {
    return data(message).path("leadId").asText().endsWith("A") ? "recorded" : "stricter";
  }

  private static int number(Message message) {
    return data(message).path("version").asInt();
  }

  private static JsonNode data(Message message) {
    try {
      return JSON.readTree(message.body()).path("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
