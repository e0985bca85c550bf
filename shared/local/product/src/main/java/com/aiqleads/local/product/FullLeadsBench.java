package com.aiqleads.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// How long search counts a lead among those that can be held after the answer to the hold that
/// took its last place: through the gateway, the queue and the index, beside eight more searches
/// a second.
final class FullLeadsBench {

  private static final int HOMES = 600;
  private static final int LEADS = 60;
  private static final int SEARCHES_PER_SECOND = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final String OPEN = "/leads?available=true&limit=1";

  Figures run() throws Exception {
    Path data = Files.createTempDirectory("aiqleads-full-leads");
    Map<String, String> options = Map.of("local.scrape", "false", "local.hops", "false");
    try (RunningProduct product = RunningProduct.start(data, options)) {
      PageFeed.some(product, HOMES);
      ApiClient buyer = new ApiClient(product.gateway()).as("buyer@aiqleads.example");
      Thread beside = Thread.ofVirtual().start(() -> search(buyer));
      List<Long> nanos = new ArrayList<>();
      for (JsonNode lead : buyer.json("/leads?limit=" + LEADS).path("leads")) {
        nanos.add(untilFull(buyer, lead.path("leadId").asText()));
      }
      beside.interrupt();
      Clients.Answers times = new Clients.Answers(nanos.stream().sorted().toList(), 0);
      return Figures.of()
          .with("full-leads", nanos.size(), "")
          .with("full-to-search-p50", times.ms(0.50), "ms")
          .with("full-to-search-p99", times.ms(0.99), "ms");
    } finally {
      Scratch.delete(data);
    }
  }

  /// All places at once, for the team alone; given back afterwards, until search counts it again.
  private static long untilFull(ApiClient buyer, String lead) {
    long before = buyer.total(OPEN);
    Map<String, ?> wish = Map.of("leads", List.of(Map.of("lead", lead)), "mode", "exclusive");
    HttpResponse<byte[]> answer = buyer.post("/holds", ApiClient.bytes(wish));
    String hold = ApiClient.read(answer).path("lines").path(0).path("hold").path("id").asText();
    if (hold.isEmpty()) {
      throw new IllegalStateException(lead + " cannot be held: " + ApiClient.read(answer));
    }
    long held = System.nanoTime();
    await(buyer, before - 1);
    long took = System.nanoTime() - held;
    buyer.send("DELETE", "/holds/" + hold, new byte[0]);
    await(buyer, before);
    return took;
  }

  private static void await(ApiClient buyer, long total) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (buyer.total(OPEN) != total) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("search counts " + buyer.total(OPEN) + ", not " + total);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static void search(ApiClient buyer) {
    Random random = new Random(1);
    while (!Thread.currentThread().isInterrupted()) {
      buyer.get(Traffic.SEARCHES.get(random.nextInt(Traffic.SEARCHES.size())));
      LockSupport.parkNanos(Duration.ofSeconds(1).dividedBy(SEARCHES_PER_SECOND).toNanos());
    }
  }
}
