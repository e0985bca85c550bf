package com.aiqleads.local.product;

import com.aiqleads.local.product.Clients.Answers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Every route that reads, asked by 64 clients at once: first as fast as they can, which finds the
/// limit, then at two thirds of that. Beside them somebody signs in and out every second, and one
/// more client of the database reads offers and commits rows.
final class ApiBench {

  private static final int CLIENTS = 64;
  private static final int WARM_UP_SECONDS = 60;
  private static final int SECONDS = 40;
  private static final double CALM_SHARE = 2 / 3.0;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final double MOST_FAILED_PERCENT = 0.1;

  private final Map<String, String> options =
      Map.of("local.scrape", "false", "local.hops", "false", "local.environments", "4");

  Figures run() throws Exception {
    Path data = Files.createTempDirectory("aiqleads-api");
    try (RunningProduct product = RunningProduct.start(data, options);
        ExecutorService beside = Executors.newCachedThreadPool()) {
      PageFeed.sandbox(product);
      ApiClient buyer = new ApiClient(product.gateway()).as("buyer@aiqleads.example");
      Traffic traffic = Traffic.of(buyer);
      Clients.Call call = random -> buyer.get(traffic.next(random)).statusCode() == 200;
      Answers _ = Clients.unpaced(CLIENTS, WARM_UP_SECONDS, call);

      Future<Answers> signIns = beside.submit(() -> signIns(product));
      Future<Answers> statements = beside.submit(() -> statements(product));
      Answers busy = Clients.unpaced(CLIENTS, SECONDS, call);
      double limit = (double) busy.nanos().size() / SECONDS;
      Answers calm = Clients.paced(CLIENTS, limit * CALM_SHARE, SECONDS, call);
      return figures(traffic, busy, calm, signIns.get(), statements.get());
    } finally {
      Scratch.delete(data);
    }
  }

  private static Figures figures(
      Traffic traffic, Answers busy, Answers calm, Answers signIns, Answers statements) {
    double failed = Math.max(busy.failedPercent(), calm.failedPercent());
    if (failed > MOST_FAILED_PERCENT || signIns.failed() > 0) {
      throw new IllegalStateException(
          "%.3f %% of the requests and %d sign-ins failed".formatted(failed, signIns.failed()));
    }
    return Figures.of()
        .with("api-questions", traffic.size(), "")
        .with("api-p95-at-limit", busy.ms(0.95), "ms")
        .with("api-p50", calm.ms(0.50), "ms")
        .with("api-p95", calm.ms(0.95), "ms")
        .with("api-rps", (double) busy.nanos().size() / SECONDS, "/s")
        .with("api-errors", failed, "%")
        .with("sign-in-p95", signIns.ms(0.95), "ms")
        .with("db-p99", statements.ms(0.99), "ms");
  }

  private static Answers signIns(RunningProduct product) {
    return Clients.paced(
        1,
        1,
        2 * SECONDS,
        _ -> {
          ApiClient anew = new ApiClient(product.gateway()).as("buyer@aiqleads.example");
          return anew.get("/me").statusCode() == 200;
        });
  }

  /// Round trips of a database client: one read of an offer, one durable row, in turn.
  private static Answers statements(RunningProduct product) throws SQLException {
    try (Connection connection = new AwsCalls(product.aws()).administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists public.bench (number bigint)");
      try (PreparedStatement read =
              connection.prepareStatement(
                  "select * from marketplace.offers where price >= ? order by price limit 10");
          PreparedStatement write =
              connection.prepareStatement("insert into public.bench values (?)")) {
        return Clients.paced(
            1,
            1000.0 / PAUSE.toMillis(),
            2 * SECONDS,
            random -> asked(random.nextBoolean() ? read : write, random.nextInt(2_000)));
      }
    }
  }

  private static boolean asked(PreparedStatement statement, int number) {
    try {
      statement.setInt(1, number);
      statement.execute();
      return true;
    } catch (SQLException _) {
      return false;
    }
  }
}
