package com.aiqleads.local.product;

import com.aiqleads.local.product.Clients.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Traffic for an hour while processes of functions are killed, and each embedded service once. A
/// client that is told to come again does so, as docs/reliability.md asks of it.
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

  /// No answer at all, a session that has ended, too much, and what says that it will pass.
  private static final Set<Integer> ASKED_AGAIN = Set.of(0, 401, 429, 500, 502, 503, 504);

  private static final Duration REST = Duration.ofMinutes(10);
  private static final double LEAST_AVAILABILITY = 99.9;
  private static final double PERCENT = 100;
  private static final double KB_PER_MB = 1024;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final long SEED = 20_261_101;

  private final Map<String, String> options =
      Map.of("local.isolation", "process", "local.hops", "false");
  private final Session session = new Session();
  private final AtomicLong again = new AtomicLong();
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
      Answers answers =
          Clients.paced(
              CLIENTS,
              REQUESTS_PER_SECOND,
              (int) Duration.ofMinutes(MINUTES).toSeconds(),
              random -> isAnswered(product, traffic.next(random)));
      kills.get();
      quiet.await(REST);
      long redriven = quiet.redrive();
      quiet.await(REST);
      return verdict(answers, looks.get(), redriven, quiet.dead());
    } finally {
      Scratch.delete(data);
    }
  }

  private Figures verdict(Answers answers, List<Look> looks, long redriven, long dead) {
    double availability = PERCENT - answers.failedPercent();
    if (availability < LEAST_AVAILABILITY || dead > 0) {
      throw new IllegalStateException(
          "availability: %.3f %%, dead letters: %d".formatted(availability, dead));
    }
    int requests = answers.nanos().size();
    return Figures.of()
        .with("minutes", MINUTES, "")
        .with("requests", requests, "")
        .with("function-kills", functionKills, "")
        .with("service-kills", serviceKills, "")
        .with("asked-again", again.get(), "")
        .with("answered-at-once", PERCENT - PERCENT * again.get() / requests, "%")
        .with("redriven", redriven, "")
        .with("p99", answers.ms(0.99), "ms")
        .with("memory", looks.getLast().megabytes(), "MB")
        .with("leak", slope(looks.subList(looks.size() / 3, looks.size())), "MB/h")
        .with("availability", availability, "%");
  }

  /// Tokens live for fifteen minutes, so that a client signs in anew now and then.
  private boolean isAnswered(RunningProduct product, String path) {
    for (int tries = 1; ; tries++) {
      int status = status(product, path);
      if (!ASKED_AGAIN.contains(status) || tries == TRIES) {
        return status == 200;
      }
      if (tries == 1) {
        again.incrementAndGet();
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
  }

  private int status(RunningProduct product, String path) {
    try {
      HttpResponse<byte[]> answer = session.of(product).get(path);
      if (answer.statusCode() == 401) {
        session.forget();
      }
      return answer.statusCode();
    } catch (UncheckedIOException | IllegalStateException _) {
      return 0;
    }
  }

  /// One buyer's, until its token is refused.
  private static final class Session {

    private @Nullable ApiClient signedIn;

    synchronized ApiClient of(RunningProduct product) {
      ApiClient known = signedIn;
      if (known == null) {
        known = new ApiClient(product.gateway()).as("buyer@aiqleads.example");
        signedIn = known;
      }
      return known;
    }

    synchronized void forget() {
      signedIn = null;
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
