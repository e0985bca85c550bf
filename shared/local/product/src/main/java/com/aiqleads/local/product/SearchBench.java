package com.aiqleads.local.product;

import com.aiqleads.local.sandbox.Sandbox;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// Search among 100,000 leads through the gateway: 60 requests a second from 16 paced clients,
/// each answer counted from the time at which its request was due.
final class SearchBench {

  private static final int LEADS = 100_000;
  private static final int CLIENTS = 16;
  private static final int REQUESTS_PER_SECOND = 60;
  private static final int WARM_UP_SECONDS = 40;
  private static final int SECONDS = 60;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final double NANOS_PER_MS = 1e6;

  private static final List<String> QUERIES =
      List.of(
          "/leads",
          "/leads?q=pool",
          "/leads?q=garage%20garden&sort=price",
          "/leads?type=house&beds=3",
          "/leads?city=Miami%20FL&sort=quality",
          "/leads?city=Austin%20TX&qualityBand=good&sort=-price",
          "/leads?minPrice=10&maxPrice=40",
          "/leads?near=25.77,-80.19&radiusKm=20&sort=distance",
          "/leads?near=39.74,-104.99&radiusKm=10",
          "/leads?box=33.2,-112.4,33.8,-111.7",
          "/leads?source=fsbo&q=roof",
          "/leads?type=condo&beds=2&city=Denver%20CO");

  Figures run() throws Exception {
    Path data = Files.createTempDirectory("aiqleads-search");
    try (RunningProduct product =
        RunningProduct.start(data, Map.of("local.scrape", "false", "local.hops", "false"))) {
      fill(product);
      ApiClient buyer = new ApiClient(product.gateway()).as("buyer@aiqleads.example");
      check(buyer);
      load(buyer, WARM_UP_SECONDS);
      long[] nanos = load(buyer, SECONDS);
      return Figures.of()
          .with("search-requests", nanos.length, "")
          .with("search-p50", percentile(nanos, 0.50), "ms")
          .with("search-p95", percentile(nanos, 0.95), "ms")
          .with("search-p99", percentile(nanos, 0.99), "ms");
    } finally {
      Scratch.delete(data);
    }
  }

  /// The sandbox's leads, each many times with other ids, prices and times, then indexed anew.
  private static void fill(RunningProduct product) throws Exception {
    AwsCalls aws = new AwsCalls(product.aws());
    PageFeed feed = new PageFeed(aws);
    List<SandboxPages.Page> pages = SandboxPages.of(Sandbox.DEFAULT_HOMES);
    feed.keep(pages);
    feed.announce(pages);
    Quiescence.of(product.admin()).await(LIMIT);
    try (Connection connection = aws.database("marketplace");
        Statement statement = connection.createStatement()) {
      statement.execute("set statement_timeout = '10min'");
      statement.execute(COPIES);
    }
    try (Connection connection = aws.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze marketplace.offers");
    }
    aws.invoke("aiqleads-local-marketplace-rebuild-index");
  }

  private static final String COPIES =
      """
      do $$
      declare names text; picks text; originals int;
      begin
        select string_agg(quote_ident(column_name), ', '),
               string_agg(case column_name
                 when 'lead_id' then 'gen_random_uuid()'
                 when 'offer_id' then 'gen_random_uuid()'
                 when 'first_seen' then 'first_seen - n * 3600000::bigint'
                 when 'quality' then 'greatest(0, least(100, quality + (n %% 7) - 3))'
                 else quote_ident(column_name) end, ', ')
          into names, picks
          from information_schema.columns
         where table_schema = current_schema() and table_name = 'offers';
        select count(*) into originals from offers where standing = 'ON_SALE';
        execute format('insert into offers (%%s) select %%s from offers,'
          ' generate_series(1, 1 + %1$d / %%s) n where standing = ''ON_SALE'' limit %1$d - %%s',
          names, picks, originals, originals);
      end $$
      """
          .formatted(LEADS);

  private static void check(ApiClient buyer) {
    if (buyer.total("/leads") < LEADS * 0.99) {
      throw new IllegalStateException("only " + buyer.total("/leads") + " leads are found");
    }
  }

  private static long[] load(ApiClient buyer, int seconds) throws Exception {
    ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int number = client;
        running.add(clients.submit(() -> pace(buyer, number, start, seconds, taken)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    return taken.stream().mapToLong(nanos -> nanos).sorted().toArray();
  }

  /// A client's requests are due at fixed times, whatever became of the ones before.
  private static void pace(
      ApiClient buyer, int client, long start, int seconds, ConcurrentLinkedQueue<Long> taken) {
    Random random = new Random(client);
    long interval = 1_000_000_000L * CLIENTS / REQUESTS_PER_SECOND;
    long due = start + client * (interval / CLIENTS);
    for (; due < start + seconds * 1_000_000_000L; due += interval) {
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      HttpResponse<byte[]> response = buyer.get(QUERIES.get(random.nextInt(QUERIES.size())));
      taken.add(System.nanoTime() - due);
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            response.uri() + " answered " + response.statusCode() + " " + ApiClient.read(response));
      }
    }
  }

  private static double percentile(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]
        / NANOS_PER_MS;
  }
}
