package com.aiqleads.local.product;

import com.aiqleads.local.product.SandboxPages.Page;
import com.aiqleads.local.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Leads a second through the whole chain: from `PageFetched` with stored snapshots, through the
/// real queues and stores, to the search index. A quarter of the pages warms the functions first.
final class ChainBench {

  private static final String BUCKET = "aiqleads-local-acquisition-pages";
  private static final String QUEUE = "aiqleads-local-acquisition-parse-page";
  private static final int MESSAGES_PER_CALL = 10;
  private static final int WARM_UP_SHARE = 4;
  private static final Duration LIMIT = Duration.ofMinutes(15);

  Figures run() throws Exception {
    List<Page> pages = SandboxPages.of(Sandbox.DEFAULT_SEED);
    Collections.shuffle(pages, new Random(1));
    Path data = Files.createTempDirectory("aiqleads-chain");
    Map<String, String> options = Map.of("local.scrape", "false", "local.hops", "false");
    try (RunningProduct product = RunningProduct.start(data, options)) {
      return measure(product, pages);
    } finally {
      Scratch.delete(data);
    }
  }

  private static Figures measure(RunningProduct product, List<Page> pages) throws Exception {
    AwsCalls aws = new AwsCalls(product.aws());
    Quiescence quiet = Quiescence.of(product.admin());
    pages.forEach(page -> aws.put(BUCKET, page.key(), page.zipped()));
    int warmUp = pages.size() / WARM_UP_SHARE;
    send(aws, pages.subList(0, warmUp));
    quiet.await(LIMIT);

    ProcessTree processes = ProcessTree.of(product.pid());
    long leadsBefore = listings(aws);
    Map<String, Long> cpuBefore = processes.cpuMsByComponent();
    Instant start = Instant.now();
    send(aws, pages.subList(warmUp, pages.size()));
    Instant end = quiet.await(LIMIT);
    Map<String, Long> cpuAfter = processes.cpuMsByComponent();
    long leads = listings(aws) - leadsBefore;

    if (quiet.dead() > 0) {
      throw new IllegalStateException(quiet.dead() + " dead letters");
    }
    return figures(leads, Duration.between(start, end), cpuBefore, cpuAfter);
  }

  private static Figures figures(
      long leads, Duration took, Map<String, Long> before, Map<String, Long> after) {
    Map<String, Double> perLead = new TreeMap<>();
    after.forEach(
        (component, ms) ->
            perLead.put(component, (ms - before.getOrDefault(component, 0L)) / (double) leads));
    Figures figures = Figures.of();
    perLead.forEach((component, ms) -> figures.with("cpu-per-lead-" + component, ms, "ms"));
    return figures
        .with("leads", leads, "")
        .with("chain", leads * 1000.0 / took.toMillis(), "leads/s")
        .with("cpu-per-lead", perLead.values().stream().mapToDouble(ms -> ms).sum(), "ms");
  }

  private static void send(AwsCalls aws, List<Page> pages) {
    String queue = aws.queueUrl(QUEUE);
    for (int from = 0; from < pages.size(); from += MESSAGES_PER_CALL) {
      List<Map<String, ?>> entries = new ArrayList<>();
      for (Page page : pages.subList(from, Math.min(pages.size(), from + MESSAGES_PER_CALL))) {
        Map<String, ?> message = page.message("bench");
        entries.add(
            Map.of(
                "Id",
                "m" + entries.size(),
                "MessageBody",
                new String(ApiClient.bytes(message), StandardCharsets.UTF_8),
                "MessageAttributes",
                Map.of(
                    "event", text("PageFetched"),
                    "correlationId", text(String.valueOf(message.get("correlationId"))))));
      }
      aws.call("AmazonSQS.SendMessageBatch", Map.of("QueueUrl", queue, "Entries", entries));
    }
  }

  private static Map<String, String> text(String value) {
    return Map.of("DataType", "String", "StringValue", value);
  }

  /// Listings that went the whole way; those that were refused on it did less and do not count.
  private static long listings(AwsCalls aws) throws Exception {
    try (var connection = aws.database("acquisition");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from advertisements")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
