package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Breaker.Cause;
import com.aiqleads.acquisition.fetching.BreakerLog;
import com.aiqleads.acquisition.fetching.Ending;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.Grant;
import com.aiqleads.acquisition.fetching.Pace;
import com.aiqleads.acquisition.fetching.Pause;
import com.aiqleads.acquisition.store.LimiterProof.Found;
import com.aiqleads.acquisition.store.LimiterProof.Plan;
import com.aiqleads.lambda.Names;
import com.aiqleads.testkit.DynamoService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// How many turns one DynamoDB Local gives away, and whether 120 invocations with wrong clocks
/// keep within what their sites' policies allow.
public final class LimiterBench {

  private static final Names NAMES = new Names("limiter-bench", "acquisition");
  private static final Plan PLAN =
      new Plan(
          6,
          120,
          Duration.ofSeconds(2),
          Duration.ofMillis(700),
          100,
          Duration.ofSeconds(40),
          Duration.ofSeconds(120));
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final int SITES = 32;
  private static final Duration WARM_UP = Duration.ofSeconds(6);
  private static final Duration SPEED = Duration.ofSeconds(10);
  private static final double LEAST_SHARE = 0.95;
  private static final double LEAST_EFFICIENCY = 99.9;

  private final DynamoDbClient dynamo;

  private LimiterBench(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  public static void main(String[] arguments) throws Exception {
    // A disk that syncs each write would be what is measured.
    if (Files.isDirectory(MEMORY)) {
      System.setProperty("java.io.tmpdir", MEMORY.toString());
    }
    try (DynamoDbClient dynamo = FetchingTables.client(new DynamoService().endpoint())) {
      FetchingTables.create(dynamo, NAMES.table(LimiterProof.TABLE), "site");
      new LimiterBench(dynamo).run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    double grants = grantsPerSecond();
    Found found = new LimiterProof(PLAN, dynamo, NAMES).run();

    print("invocations: %.0f%n", PLAN.invocations());
    print("arrivals: %.0f%n", found.arrivals());
    print("decisions: %.0f%n", found.decisions());
    print("late: %.0f%n", found.late());
    print("missed: %.0f%n", found.missed());
    print("crashes: %.0f%n", found.crashes());
    print("least-interval: %.1f ms%n", found.least().toNanos() / 1e6);
    print("hasty: %.0f%n", found.hasty());
    print("overlaps: %.0f%n", found.overlaps());
    print("fairness: %.3f%n", found.fairness());
    print("grants: %.0f /s%n", grants);
    print("overshoot: %.0f%n", found.overshoot());
    print("share-of-allowed: %.3f%n", found.leastShare());
    print("efficiency: %.2f %%%n", found.efficiency());
    boolean holds =
        found.overshoot() == 0
            && found.overlaps() == 0
            && found.opened() == 0
            && found.leastShare() >= LEAST_SHARE
            && found.efficiency() >= LEAST_EFFICIENCY;
    if (!holds) {
      throw new IllegalStateException("the limiter does not hold what it promises");
    }
  }

  /// Whole turns (asked for, sent, ended) of as many sites as threads, as fast as they come.
  private double grantsPerSecond() throws Exception {
    List<FetchLimiter> limiters =
        Stream.generate(
                () ->
                    FetchingStore.limiter(
                        dynamo, NAMES, InstantSource.system(), new Silent(), Pause.real()))
            .limit(SITES)
            .toList();
    grantsPerSecond(limiters, WARM_UP);
    return grantsPerSecond(limiters, SPEED);
  }

  private static double grantsPerSecond(List<FetchLimiter> limiters, Duration time)
      throws Exception {
    long start = System.nanoTime();
    List<Future<Integer>> counts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int site = 0; site < limiters.size(); site++) {
        FetchLimiter limiter = limiters.get(site);
        String name = "speed-" + site;
        counts.add(threads.submit(() -> grants(limiter, name, start + time.toNanos())));
      }
    }
    int grants = 0;
    for (Future<Integer> count : counts) {
      grants += count.get();
    }
    return grants / ((System.nanoTime() - start) / 1e9);
  }

  private static int grants(FetchLimiter limiter, String site, long until) {
    Pace pace = new Pace(Duration.ofNanos(1_000), Duration.ofNanos(1_000), 1, Duration.ofHours(1));
    int grants = 0;
    while (System.nanoTime() < until) {
      if (limiter.ask(site, pace) instanceof Grant.Granted granted) {
        limiter.sent(granted.ticket());
        limiter.ended(granted.ticket(), new Ending.Answered(Duration.ZERO));
        grants++;
      }
    }
    return grants;
  }

  private static void print(String line, double figure) {
    System.out.printf(Locale.ROOT, line, figure);
  }

  /// Nobody watches.
  private static final class Silent implements BreakerLog {

    @Override
    public void opened(String site, Cause cause, Instant until) {}

    @Override
    public void closed(String site) {}
  }
}
