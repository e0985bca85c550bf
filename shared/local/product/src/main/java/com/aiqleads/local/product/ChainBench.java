package com.aiqleads.local.product;

import com.aiqleads.local.product.SandboxPages.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Leads a second through the whole chain: from `PageFetched` with stored snapshots, through the
/// real queues and stores, to the search index. Half of the pages warm the functions first: after
/// half as many, compilers still took a third of the host's processor time. The other half is as
/// many, as the end of a run is no sustained one: each step waits a second for a batch that will
/// not be full.
final class ChainBench {

  private static final int HOMES = 32_000;
  private static final Duration LIMIT = Duration.ofMinutes(15);

  Figures run() throws Exception {
    List<Page> pages = SandboxPages.of(HOMES);
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
    PageFeed feed = new PageFeed(aws);
    feed.keep(pages);
    int warmUp = pages.size() / 2;
    feed.announce(pages.subList(0, warmUp));
    quiet.await(LIMIT);

    ProcessTree processes = ProcessTree.of(product.pid());
    long leadsBefore = listings(aws);
    Map<String, Long> cpuBefore = processes.cpuMsByComponent();
    Instant start = Instant.now();
    feed.announce(pages.subList(warmUp, pages.size()));
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
