package com.aiqleads.local.product;

import com.aiqleads.local.product.Clients.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Traffic for an hour while processes of functions are killed, and each embedded service once.
/// What counts is the first answer, as its user sees it. Whether asking again would have helped is
/// a figure of its own.
final class SoakProof {

  private static final int MINUTES = Integer.getInteger("proof.minutes", 60);
  private static final int CLIENTS = 8;
  private static final int REQUESTS_PER_SECOND = 10;
  private static final List<String> SERVICES =
      List.of("s3", "elasticmq", "dynamodb", "opensearch", "postgres");
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(3);
  private static final int TRIES = 4;
  private static final Duration SESSION = Duration.ofMinutes(10);
  private static final Duration REST = Duration.ofMinutes(10);
  private static final double LEAST_AVAILABILITY = 99.9;

  /// Of the memory at the end, in an hour: more than heaps and caches that are still filling, and
  /// than chance makes of so many looks. Shorter runs are too short for any bound.
  private static final double MOST_LEAK = 0.1;

  private static final int LEAST_MINUTES_FOR_A_LEAK = 60;
  private static final double PERCENT = 100;
  private static final double KB_PER_MB = 1024;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final long SEED = 20_261_101;

  private final Map<String, String> options =
      Map.of("local.isolation", "process", "local.hops", "false");
  private final Session session = new Session();
  private final AtomicLong lost = new AtomicLong();
  private int functionKills;
  private int serviceKills;

  /// What the whole product held, so many seconds after the beginning.
  private record Look(double seconds, double megabytes) {}

  Figures run() throws Exception {
    Path data = Files.createTempDirectory("aiqleads-soak");
    try (RunningProduct product = RunningProduct.start(data, options);
        ExecutorService beside = Executors.newCachedThreadPool()) {
      Quiescence quiet = Quiescence.of(product.admin());
      PageFeed.sandbox(product);
      ApiClient buyer = new ApiClient(product.gateway()).as("buyer@aiqleads.example");
      Traffic traffic = Traffic.of(buyer);
      long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
      Future<?> kills = beside.submit(() -> killUntil(end, product));
      Future<List<Look>> looks = beside.submit(() -> lookUntil(end, product));
      Answers answers = answers(product, traffic);
      kills.get();
      quiet.await(REST);
      long redriven = quiet.redrive();
      quiet.await(REST);
      return verdict(answers, looks.get(), redriven, quiet.dead());
    } finally {
      Scratch.delete(data);
    }
  }

  /// Ends when the last that failed has been asked again.
  private Answers answers(RunningProduct product, Traffic traffic) {
    try (ExecutorService later = Executors.newVirtualThreadPerTaskExecutor()) {
      return Clients.paced(
          CLIENTS,
          REQUESTS_PER_SECOND,
          (int) Duration.ofMinutes(MINUTES).toSeconds(),
          random -> isAnsweredAtOnce(product, traffic.next(random), later));
    }
  }

  private Figures verdict(Answers answers, List<Look> looks, long redriven, long dead) {
    double availability = PERCENT - answers.failedPercent();
    double memory = looks.getLast().megabytes();
    double leak = slope(looks.subList(looks.size() / 3, looks.size()));
    Figures figures =
        Figures.of()
            .with("minutes", MINUTES, "")
            .with("requests", answers.nanos().size(), "")
            .with("function-kills", functionKills, "")
            .with("service-kills", serviceKills, "")
            .with("failed", answers.failed(), "")
            .with("failed-again", lost.get(), "")
            .with("redriven", redriven, "")
            .with("dead", dead, "")
            .with("p99", answers.ms(0.99), "ms")
            .with("memory", memory, "MB")
            .with("leak", leak, "MB/h")
            .with("availability", availability, "%");
    boolean leaks = MINUTES >= LEAST_MINUTES_FOR_A_LEAK && leak > MOST_LEAK * memory;
    if (availability < LEAST_AVAILABILITY || dead > 0 || leaks) {
      figures.print();
      throw new IllegalStateException(
          "availability: %.3f %%, dead letters: %d, leak: %.0f MB/h of %.0f MB"
              .formatted(availability, dead, leak, memory));
    }
    return figures;
  }

  private boolean isAnsweredAtOnce(RunningProduct product, String path, ExecutorService later) {
    boolean answered = status(product, path) == 200;
    if (!answered) {
      later.execute(() -> askAgain(product, path));
    }
    return answered;
  }

  private void askAgain(RunningProduct product, String path) {
    for (int tries = 1; tries < TRIES; tries++) {
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      if (status(product, path) == 200) {
        return;
      }
    }
    lost.incrementAndGet();
  }

  private int status(RunningProduct product, String path) {
    try {
      return session.of(product).get(path).statusCode();
    } catch (UncheckedIOException | IllegalStateException _) {
      return 0;
    }
  }

  /// One buyer's, who signs in anew before the token's fifteen minutes are over.
  private static final class Session {

    private @Nullable ApiClient signedIn;
    private long until = System.nanoTime();

    synchronized ApiClient of(RunningProduct product) {
      ApiClient known = signedIn;
      if (known == null || System.nanoTime() > until) {
        known = new ApiClient(product.gateway()).as("buyer@aiqleads.example");
        signedIn = known;
        until = System.nanoTime() + SESSION.toNanos();
      }
      return known;
    }
  }

  private void killUntil(long end, RunningProduct product) {
    Random random = new Random(SEED);
    long between = Duration.ofMinutes(MINUTES).toNanos() / (SERVICES.size() + 1);
    long nextService = System.nanoTime() + between;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(BETWEEN_KILLS.toNanos());
      try {
        ProcessTree tree = ProcessTree.of(product.pid());
        if (tree.killOne(ProcessTree.FUNCTION, random)) {
          functionKills++;
        }
        if (System.nanoTime() > nextService && serviceKills < SERVICES.size()) {
          String service = SERVICES.get(serviceKills);
          System.out.println("kill " + service);
          tree.kill(service);
          serviceKills++;
          nextService += between;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<Look> lookUntil(long end, RunningProduct product) throws IOException {
    List<Look> looks = new ArrayList<>();
    long begin = System.nanoTime();
    while (System.nanoTime() < end) {
      double seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
      looks.add(new Look(seconds, ProcessTree.of(product.pid()).memoryKb() / KB_PER_MB));
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return looks;
  }

  /// The straight line that fits best, as megabytes in an hour.
  private static double slope(List<Look> looks) {
    double meanX = looks.stream().mapToDouble(Look::seconds).average().orElseThrow();
    double meanY = looks.stream().mapToDouble(Look::megabytes).average().orElseThrow();
    double up = 0;
    double across = 0;
    for (Look look : looks) {
      up += (look.seconds() - meanX) * (look.megabytes() - meanY);
      across += (look.seconds() - meanX) * (look.seconds() - meanX);
    }
    return SECONDS_PER_HOUR * up / across;
  }
}
