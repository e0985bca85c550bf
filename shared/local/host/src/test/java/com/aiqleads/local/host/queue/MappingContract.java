package com.aiqleads.local.host.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.FunctionPool;
import com.aiqleads.local.host.function.Isolation;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.QueueService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What an event source mapping does, whatever runs the functions.
abstract class MappingContract {

  @RegisterExtension static final QueueService SERVICE = new QueueService();

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration LONG_POLL = Duration.ofSeconds(20);
  private static final String FUNCTION = "sample-work";

  @TempDir Path folder;
  private final String queue = "work-" + NUMBER.incrementAndGet();
  private final List<Hop> hops = new CopyOnWriteArrayList<>();
  private final DeployedFunction function = SampleFunctions.streaming(FUNCTION);
  private final Isolation isolation;
  private final FunctionHost functions;
  private Queues queues = new Queues(URI.create("http://127.0.0.1:1"));

  MappingContract(Isolation isolation) {
    this.isolation = isolation;
    this.functions = new FunctionHost(isolation, List.of(function));
  }

  @BeforeEach
  void makeQueues() throws IOException {
    queues = new Queues(SERVICE.endpoint());
    queues.create(queue + "-dead", Map.of());
    queues.create(queue, attributes(3, 2));
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void deletesWhatIsDone() throws IOException {
    queues.send(queue, "good");

    try (var mappings = mappings(10, Duration.ZERO, 1)) {
      mappings.start();
      Eventually.await(SOON, () -> hops.size() == 1 && queues.counts(queue).all() == 0);
    }

    assertThat(hops.getFirst().done()).isTrue();
    assertThat(hops.getFirst().functionId()).isEqualTo(FUNCTION);
    assertThat(functions.pool(FUNCTION).figures().messages()).isEqualTo(1);
  }

  @Test
  void triesAgainOnlyWhatHasFailedAndPutsItAsideInTheEnd() throws IOException {
    queues.send(queue, "good");
    queues.send(queue, "bad");

    try (var mappings = mappings(10, Duration.ofSeconds(1), 1)) {
      mappings.start();
      Eventually.await(SOON, () -> queues.counts(queue + "-dead").visible() == 1);
    }

    assertThat(hops).filteredOn(Hop::done).hasSize(1);
    assertThat(hops).filteredOn(hop -> !hop.done()).hasSize(2);
    assertThat(queues.counts(queue).all()).isZero();
    assertThat(functions.pool(FUNCTION).figures().failedMessages()).isEqualTo(2);
  }

  @Test
  void keepsTheWholeBatchWhenTheFunctionThrows() throws IOException {
    queues.send(queue, "throw!");
    queues.send(queue, "good");

    try (var mappings = mappings(10, Duration.ofSeconds(1), 1)) {
      mappings.start();
      Eventually.await(SOON, () -> queues.counts(queue + "-dead").visible() >= 1);
    }

    assertThat(hops).filteredOn(hop -> !hop.done()).hasSizeGreaterThanOrEqualTo(2);
  }

  /// Each answer on its way through the function's own client, which has its idea of nothing.
  @Test
  void readsEveryAnswerAsTheTruthTableSays() throws IOException {
    queues.setAttributes(queue, Map.of("VisibilityTimeout", "600"));
    Map<String, Boolean> expected = new TreeMap<>();
    TruthTable.ALL_DONE.forEach(answer -> expected.put(telling(answer), true));
    TruthTable.ALL_FAILED.forEach(answer -> expected.put(telling(answer), false));
    expected.put("throw!", false);
    for (String body : expected.keySet()) {
      queues.send(queue, body);
    }
    Map<String, Boolean> seen = new ConcurrentSkipListMap<>();

    try (var mappings =
        new EventSourceMappings(
            queues,
            functions,
            List.of(mapping(1, Duration.ZERO, 1)),
            folder,
            (hop, message) -> seen.put(message.body(), hop.done()),
            _ -> {})) {
      mappings.start();
      Eventually.await(SOON, () -> seen.size() == expected.size());
    }

    assertThat(seen).isEqualTo(expected);
    assertThat(queues.counts(queue).all())
        .isEqualTo(expected.values().stream().filter(done -> !done).count());
  }

  private static String telling(String answer) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return "answer!" + encoder.encodeToString(answer.getBytes(UTF_8)) + "!";
  }

  /// At least once: what is not deleted in time comes again, though nothing has failed.
  @Test
  void deliversTwiceWhatTakesLongerThanItIsHidden() throws IOException {
    queues.setAttributes(queue, Map.of("VisibilityTimeout", "1"));
    Path done = folder.resolve("done");
    List<String> delivered = new CopyOnWriteArrayList<>();
    queues.send(queue, "until!" + done + "!");

    try (var mappings =
        new EventSourceMappings(
            queues,
            functions,
            List.of(mapping(1, Duration.ZERO, 2)),
            folder,
            (hop, message) -> delivered.add(message.id() + " " + hop.done()))) {
      mappings.start();
      Eventually.await(SOON, () -> functions.pool(FUNCTION).environments() == 2);
      Files.createFile(done);
      Eventually.await(SOON, () -> delivered.size() >= 2);
      Eventually.await(SOON, () -> queues.counts(queue).all() == 0);
    }

    assertThat(Set.copyOf(delivered)).hasSize(1).allMatch(it -> it.endsWith(" true"));
  }

  @Test
  void keepsTheBatchOfAFunctionThatTakesTooLong() throws IOException {
    DeployedFunction impatient =
        SampleFunctions.with(SampleFunctions.streaming("sample-slow"), Duration.ofSeconds(1), 1);
    queues.send(queue, "sleep!");
    Mapping mapping = new Mapping("sample-slow", queue, queue + "-dead", 10, Duration.ZERO, 1);

    try (FunctionHost slow = new FunctionHost(isolation, List.of(impatient));
        var mappings =
            new EventSourceMappings(
                queues, slow, List.of(mapping), folder, (hop, _) -> hops.add(hop))) {
      mappings.start();
      Eventually.await(SOON, () -> queues.counts(queue + "-dead").visible() == 1);
      assertThat(slow.pool("sample-slow").figures().coldStarts()).isGreaterThanOrEqualTo(2);
    }

    assertThat(hops).hasSize(2).noneMatch(Hop::done);
  }

  /// A poller is no caller who wants to know at once.
  @Test
  void waitsWithABatchForAnEnvironmentThatAnotherCallHas() throws IOException {
    DeployedFunction shared =
        SampleFunctions.with(SampleFunctions.streaming("sample-shared"), SOON, 3, 1);
    Path done = folder.resolve("done");
    Mapping mapping = new Mapping("sample-shared", queue, queue + "-dead", 10, Duration.ZERO, 1);
    queues.setAttributes(queue, Map.of("VisibilityTimeout", "600"));
    try (FunctionHost busy = new FunctionHost(isolation, List.of(shared));
        var mappings =
            new EventSourceMappings(
                queues, busy, List.of(mapping), folder, (hop, _) -> hops.add(hop))) {
      FunctionPool pool = busy.pool("sample-shared");
      Thread.startVirtualThread(() -> pool.invoke(("until!" + done + "!").getBytes(UTF_8)));
      Eventually.await(SOON, () -> pool.environments() == 1);
      queues.send(queue, "good");
      mappings.start();
      Eventually.await(SOON, () -> queues.counts(queue).inFlight() == 1);
      assertThat(hops).isEmpty();
      Files.createFile(done);
      Eventually.await(SOON, () -> hops.size() == 1);
    }

    assertThat(hops).allMatch(Hop::done);
  }

  /// As AWS has it recorded: five messages, batches of one, a handler that takes its time, and one
  /// environment, however many there may be.
  @Test
  void neverHandlesTwoBatchesOfOneGroupAtOnce() throws IOException {
    String ordered = orderedQueue(Map.of("VisibilityTimeout", "600"));
    for (int i = 0; i < 5; i++) {
      String body = "until!" + folder.resolve("done-" + i) + "!";
      new RawQueue(queues.endpoint()).send(ordered, body, "group");
    }
    FunctionPool pool = functions.pool(FUNCTION);

    Mapping mapping = new Mapping(FUNCTION, ordered, queue + "-dead.fifo", 1, Duration.ZERO, 2);
    try (var mappings =
        new EventSourceMappings(
            queues, functions, List.of(mapping), folder, (hop, _) -> hops.add(hop))) {
      mappings.start();
      for (int i = 0; i < 5; i++) {
        Queues.Counts one = new Queues.Counts(4 - i, 1, 0);
        Eventually.await(SOON, () -> queues.counts(ordered).equals(one));
        // Both pollers ask by now, and so does this: the group gives nobody its next message.
        assertThat(queues.receive(ordered, 10, Duration.ofSeconds(1))).isEmpty();
        assertThat(pool.environments()).isEqualTo(1);
        Files.createFile(folder.resolve("done-" + i));
      }
      Eventually.await(SOON, () -> hops.size() == 5);
    }

    assertThat(pool.environments()).isEqualTo(1);
    assertThat(hops).allMatch(Hop::done);
  }

  /// As AWS has it recorded: a group waits for the one that has failed, until it is put aside.
  @Test
  void blocksAGroupUntilItsFailedMessageIsPutAside() throws IOException {
    String ordered = groupTriedTwice("good 1", "bad 2", "good 3");
    List<String> done = new CopyOnWriteArrayList<>();

    Mapping mapping = new Mapping(FUNCTION, ordered, queue + "-dead.fifo", 1, Duration.ZERO, 1);
    try (var mappings =
        new EventSourceMappings(
            queues,
            functions,
            List.of(mapping),
            folder,
            (hop, message) -> done.add(message.body() + " " + hop.done()))) {
      mappings.start();
      Eventually.await(SOON, () -> done.contains("good 3 true"));
    }

    assertThat(done).containsExactly("good 1 true", "bad 2 false", "bad 2 false", "good 3 true");
    assertThat(queues.counts(queue + "-dead.fifo").visible()).isEqualTo(1);
  }

  /// As AWS has it recorded: four messages of one batch fail not at all, once, once and twice. The
  /// second invocation ends two more, and there is no third for the last one.
  @Test
  void givesWhatIsLeftOfAGroupOnceMoreAndNoMoreOftenThanItsQueueAllows() throws IOException {
    String ordered = groupTriedTwice("a fails!0!", "b fails!1!", "c fails!1!", "d fails!2!");
    List<String> done = new CopyOnWriteArrayList<>();

    Mapping mapping = new Mapping(FUNCTION, ordered, queue + "-dead.fifo", 10, Duration.ZERO, 1);
    try (var mappings =
        new EventSourceMappings(
            queues,
            functions,
            List.of(mapping),
            folder,
            (hop, message) -> done.add(message.body().charAt(0) + " " + hop.done()))) {
      mappings.start();
      Eventually.await(SOON, () -> queues.counts(queue + "-dead.fifo").visible() == 1);
    }

    assertThat(done)
        .containsExactly("a true", "b false", "c false", "d false", "b true", "c true", "d false");
    assertThat(functions.pool(FUNCTION).figures().batches()).isEqualTo(2);
    assertThat(queues.counts(ordered).all()).isZero();
  }

  /// Messages of one group; what fails twice is put aside.
  private String groupTriedTwice(String... bodies) throws IOException {
    String policy =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}"
            .formatted(Queues.arn(queue + "-dead.fifo"));
    String ordered = orderedQueue(Map.of("VisibilityTimeout", "2", "RedrivePolicy", policy));
    for (String body : bodies) {
      new RawQueue(queues.endpoint()).send(ordered, body, "group");
    }
    return ordered;
  }

  private String orderedQueue(Map<String, String> more) throws IOException {
    String ordered = queue + ".fifo";
    queues.create(queue + "-dead.fifo", Map.of("FifoQueue", "true"));
    Map<String, String> attributes = new HashMap<>(more);
    attributes.putAll(Map.of("FifoQueue", "true", "ContentBasedDeduplication", "true"));
    queues.create(ordered, attributes);
    return ordered;
  }

  /// The queue gives ten at a time: whoever ignores the window makes three batches of them.
  @Test
  void collectsABatchForAsLongAsItsWindowLastsUnlessItIsFull() throws IOException {
    for (int i = 0; i < 25; i++) {
      queues.send(queue, "good");
    }

    try (var mappings = mappings(25, SOON, 1)) {
      mappings.start();
      Eventually.await(SOON, () -> hops.size() == 25);
    }

    assertThat(functions.pool(FUNCTION).figures().batches()).isEqualTo(1);
  }

  @Test
  void handsOverWhatItHasWhenTheWindowHasPassed() throws IOException {
    for (int i = 0; i < 12; i++) {
      queues.send(queue, "good");
    }

    try (var mappings = mappings(100, Duration.ofSeconds(1), 1)) {
      mappings.start();
      Eventually.await(SOON, () -> hops.size() == 12);
    }

    assertThat(queues.counts(queue).all()).isZero();
  }

  /// LocalStack gives a function at most 2,500 records at once, whatever the mapping says.
  @Test
  void handsALargeBatchOverWhole() throws IOException {
    RawQueue producer = new RawQueue(queues.endpoint());
    queues.setAttributes(queue, Map.of("VisibilityTimeout", "600"));
    for (int sent = 0; sent < 2_510; sent += 10) {
      producer.sendTen(queue, "good");
    }

    try (var mappings = mappings(2_510, Duration.ofMinutes(5), 1)) {
      mappings.start();
      Eventually.await(Duration.ofMinutes(5), () -> hops.size() == 2_510);
    }

    assertThat(functions.pool(FUNCTION).figures().batches()).isEqualTo(1);
    assertThat(queues.counts(queue).all()).isZero();
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureMoreAndNoLongerAfterASuccess() throws IOException {
    List<Duration> pauses = new CopyOnWriteArrayList<>();
    queues.setAttributes(queue, Map.of("VisibilityTimeout", "600"));

    try (var mappings =
        new EventSourceMappings(
            queues,
            functions,
            List.of(mapping(1, Duration.ZERO, 1)),
            folder,
            (hop, _) -> hops.add(hop),
            pauses::add)) {
      mappings.start();
      for (int failures = 1; failures <= 3; failures++) {
        queues.send(queue, "throw!");
        int soFar = failures;
        Eventually.await(SOON, () -> pauses.size() == soFar);
      }
      queues.send(queue, "good");
      Eventually.await(SOON, () -> hops.size() == 4);
      queues.send(queue, "throw!");
      Eventually.await(SOON, () -> pauses.size() == 4);
    }

    assertThat(pauses)
        .containsExactly(
            Backoff.FIRST,
            Backoff.FIRST.multipliedBy(2),
            Backoff.FIRST.multipliedBy(4),
            Backoff.FIRST);
  }

  @Test
  void refusesASecondMappingOfAQueueToAFunction() {
    List<Mapping> twice = List.of(mapping(10, Duration.ZERO, 1), mapping(1, Duration.ZERO, 2));

    assertThatThrownBy(
            () -> new EventSourceMappings(queues, functions, twice, folder, (_, _) -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(queue + " is mapped to sample-work twice");
  }

  @Test
  void helpsWithABacklog() throws IOException {
    for (int i = 0; i < 60; i++) {
      queues.send(queue, "good");
    }

    try (var mappings = mappings(10, Duration.ZERO, 2)) {
      mappings.start();
      Eventually.await(SOON, () -> hops.size() == 60);
    }

    assertThat(queues.counts(queue).all()).isZero();
  }

  @Test
  void keepsTheOrderOfAGroup() throws IOException {
    String ordered = orderedQueue(Map.of());
    for (int i = 0; i < 12; i++) {
      new RawQueue(queues.endpoint()).send(ordered, "good " + i, "group");
    }

    List<String> bodies = new CopyOnWriteArrayList<>();
    Mapping mapping = new Mapping(FUNCTION, ordered, queue + "-dead.fifo", 5, Duration.ZERO, 2);
    try (var mappings =
        new EventSourceMappings(
            queues,
            functions,
            List.of(mapping),
            folder,
            (_, message) -> bodies.add(message.body()))) {
      mappings.start();
      Eventually.await(SOON, () -> bodies.size() == 12);
    }

    assertThat(bodies).isEqualTo(IntStream.range(0, 12).mapToObj(i -> "good " + i).toList());
  }

  @Test
  void endsAtOnceWhileAQueueServiceDoesNotAnswer() {
    Queues nowhere = new Queues(URI.create("http://127.0.0.1:1"));
    var mappings =
        new EventSourceMappings(
            nowhere, functions, List.of(mapping(10, Duration.ZERO, 1)), folder, (_, _) -> {});

    mappings.start();
    mappings.close();

    assertThat(hops).isEmpty();
  }

  @Test
  void givesBackWhatAKilledHostHad() throws IOException {
    queues.setAttributes(queue, Map.of("VisibilityTimeout", "600"));
    queues.send(queue, "good");
    new InFlight(folder, queue, 0).took(queues.receive(queue, 10, LONG_POLL));
    new InFlight(folder, "gone", 0).took(List.of(new Message(Json.object())));
    Files.writeString(folder.resolve("cut-off.json"), "{\"queue\"");

    try (var mappings = mappings(10, Duration.ZERO, 1)) {
      mappings.start();
      Eventually.await(SOON, () -> hops.size() == 1);
    }

    assertThat(queues.counts(queue).all()).isZero();
    assertThat(Files.size(folder.resolve(queue + "-0.json"))).isZero();
  }

  @Test
  void goesOnWhenAWatcherFails() throws IOException {
    AtomicInteger seen = new AtomicInteger();
    queues.send(queue, "good");

    try (var mappings =
        new EventSourceMappings(
            queues,
            functions,
            List.of(mapping(10, Duration.ZERO, 1)),
            folder,
            (_, _) -> {
              if (seen.incrementAndGet() == 1) {
                throw new IllegalStateException("a watcher that fails");
              }
            })) {
      mappings.start();
      Eventually.await(SOON, () -> seen.get() == 2 && queues.counts(queue).all() == 0);
    }
  }

  @Test
  void givesEachMessageAsTheRecordThatLambdaMakesOfIt() throws IOException {
    new RawQueue(queues.endpoint())
        .sendWithAttributes(queue, "{\"eventId\":\"evt_1\",\"event\":\"LeadScored\"}");

    Message message = queues.receive(queue, 1, LONG_POLL).getFirst();
    ObjectNode record = message.record(Queues.arn(queue));

    assertThat(record.path("messageId").asText()).isNotEmpty();
    assertThat(record.path("receiptHandle").asText()).isNotEmpty();
    assertThat(record.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(record.path("attributes").has("SentTimestamp")).isTrue();
    assertThat(record.path("md5OfBody").asText()).hasSize(32);
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").asText())
        .isEqualTo("arn:aws:sqs:us-east-1:000000000000:" + queue);
    assertThat(record.path("awsRegion").asText()).isEqualTo("us-east-1");
    assertThat(record.path("messageAttributes").path("event"))
        .isEqualTo(
            Json.read(
                """
                {"stringValue":"LeadScored","stringListValues":[],"binaryListValues":[],
                 "dataType":"String"}
                """));
    assertThat(record.path("messageAttributes").path("bytes").path("binaryValue").asText())
        .isEqualTo("AQI=");
    assertThat(message.eventId()).isEqualTo("evt_1");
    assertThat(message.attribute("event")).isEqualTo("LeadScored");
  }

  private Map<String, String> attributes(int visibilitySeconds, int maxReceiveCount) {
    String policy =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
            .formatted(Queues.arn(queue + "-dead"), maxReceiveCount);
    return Map.of("VisibilityTimeout", String.valueOf(visibilitySeconds), "RedrivePolicy", policy);
  }

  private EventSourceMappings mappings(int batch, Duration window, int concurrency) {
    return new EventSourceMappings(
        queues,
        functions,
        List.of(mapping(batch, window, concurrency)),
        folder,
        (hop, _) -> hops.add(hop));
  }

  private Mapping mapping(int batch, Duration window, int concurrency) {
    return new Mapping(FUNCTION, queue, queue + "-dead", batch, window, concurrency);
  }
}
