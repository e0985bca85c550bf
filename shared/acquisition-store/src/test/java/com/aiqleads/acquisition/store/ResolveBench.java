package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.corpus.Agreement;
import com.aiqleads.acquisition.corpus.LabelledCorpus;
import com.aiqleads.acquisition.matching.Commonness;
import com.aiqleads.acquisition.matching.MatchModel;
import com.aiqleads.acquisition.matching.Traits;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.CandidatePairs;
import com.aiqleads.acquisition.resolution.CandidatePairs.Pair;
import com.aiqleads.acquisition.resolution.CorpusRun;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// How well and how fast homes are found: leads through the use case over a million stored
/// advertisements, comparisons of one thread, precision and recall in a held-out market.
public final class ResolveBench {

  private static final int MARKET = 100_000;
  private static final int MARKETS = Integer.getInteger("resolve.markets", 10);
  private static final int WARM_UP = 4_000;
  private static final int ARRIVING = 20_000;

  /// What SQS hands the function at once.
  private static final int BATCH = 10;

  private static final int WORKERS = Integer.getInteger("resolve.workers", 2);

  private static final Duration MEASURED = Duration.ofSeconds(5);
  private static final double PRECISION = 0.98;
  private static final double RECALL = 0.90;
  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));

  private final PostgresService postgres = PostgresService.forContext("acquisition");
  private final SealedContacts contacts = new SealedContacts(() -> CIPHER, SealedContactsTest.JSON);
  private final BlindKeys blindKeys = new BlindKeys(() -> new byte[32]);

  /// Processor time says more than wall time where others use the machine, too.
  private record Pace(double leadsPerSecond, double javaMillis, double backendMillis) {}

  private ResolveBench() {}

  public static void main(String[] arguments) throws SQLException {
    new ResolveBench().resolve();
    Agreement agreement = heldOut();
    if (agreement.precision() < PRECISION || agreement.recall() < RECALL) {
      throw new IllegalStateException("too many homes are confused or missed");
    }
    System.exit(0);
  }

  private static Agreement heldOut() {
    LabelledCorpus corpus = LabelledCorpus.of(LabelledCorpus.HELD_OUT, MARKET);
    Agreement agreement = CorpusRun.agreement(corpus, MatchModel.shipped());
    print("comparisons: %.0f /s%n", comparisonsPerSecond(corpus));
    print("b-cubed-precision: %.4f%n", agreement.bCubedPrecision());
    print("b-cubed-recall: %.4f%n", agreement.bCubedRecall());
    print("precision: %.4f%n", agreement.precision());
    print("recall: %.4f%n", agreement.recall());
    return agreement;
  }

  /// Of pairs that share a key, by one thread; what is compared was read before.
  private static double comparisonsPerSecond(LabelledCorpus corpus) {
    List<Traits> traits = CandidatePairs.traits(corpus.advertisements().subList(0, MARKET / 5));
    List<Pair> pairs = List.copyOf(CandidatePairs.of(traits));
    compared(traits, pairs);
    return compared(traits, pairs);
  }

  /// In a second of processor time: of one core, however busy the machine is.
  private static double compared(List<Traits> traits, List<Pair> pairs) {
    MatchModel model = MatchModel.shipped();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long took = 0;
    long compared = 0;
    double sum = 0;
    while (took < MEASURED.toNanos()) {
      for (Pair pair : pairs) {
        sum += model.fit(traits.get(pair.one()), traits.get(pair.other()), Commonness.RARE).bits();
      }
      compared += pairs.size();
      took = threads.getCurrentThreadCpuTime() - start;
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("a comparison weighs nothing");
    }
    return compared * 1e9 / took;
  }

  private void resolve() throws SQLException {
    long start = System.nanoTime();
    for (int market = 1; market < MARKETS; market++) {
      LabelledCorpus corpus = LabelledCorpus.of(100L + market, MARKET);
      store(corpus, corpus.advertisements().size());
    }
    LabelledCorpus last = LabelledCorpus.of(100, MARKET + WARM_UP + ARRIVING);
    int stored = last.advertisements().size() - WARM_UP - ARRIVING;
    store(last, stored);
    StoredMarket.analyse(postgres.administrator());
    print("stored: %s%n", count());
    print("stored-in: %.0f s%n", (System.nanoTime() - start) / 1e9);
    List<Advertisement> all = last.advertisements();
    resolve(all.subList(stored, stored + WARM_UP));
    Pace pace = resolve(all.subList(stored + WARM_UP, all.size()));
    print("resolve: %.0f leads/s%n", pace.leadsPerSecond());
    print("java: %.2f ms of processor time a lead%n", pace.javaMillis());
    print("postgres: %.2f ms of processor time a lead%n", pace.backendMillis());
  }

  private void store(LabelledCorpus corpus, int count) throws SQLException {
    StoredMarket.copy(postgres.administrator(), corpus, count, contacts, blindKeys);
  }

  private String count() {
    return new Database(postgres.dataSource())
        .query("select count(*) from advertisements", _ -> {}, row -> row.getString(1))
        .getFirst();
  }

  /// In transactions of a batch, by workers that have a connection each, as functions have.
  private Pace resolve(List<Advertisement> arriving) throws SQLException {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(postgres.dataSource());
    pool.setMaximumPoolSize(WORKERS);
    try (HikariDataSource source = new HikariDataSource(pool);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      Database database = new Database(source);
      LeadResolution resolution =
          new LeadResolution(
              new PostgresLeads(database, contacts, blindKeys), InstantSource.system());
      AtomicInteger next = new AtomicInteger();
      Duration java = javaTime();
      Duration backends = backendTime();
      long start = System.nanoTime();
      List<Future<?>> working = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        working.add(
            workers.submit(
                () -> {
                  for (int from = next.getAndAdd(BATCH);
                      from < arriving.size();
                      from = next.getAndAdd(BATCH)) {
                    resolve(
                        database,
                        resolution,
                        arriving.subList(from, Math.min(arriving.size(), from + BATCH)));
                  }
                }));
      }
      for (Future<?> each : working) {
        each.get();
      }
      return new Pace(
          arriving.size() * 1e9 / (System.nanoTime() - start),
          javaTime().minus(java).toNanos() / 1e6 / arriving.size(),
          backendTime().minus(backends).toNanos() / 1e6 / arriving.size());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a worker failed", e);
    }
  }

  private static void resolve(
      Database database, LeadResolution resolution, List<Advertisement> batch) {
    database.inTransaction(
        () -> {
          resolution.reserve(batch, Set.of(), Set.of());
          return batch.stream().map(resolution::resolve).toList();
        });
  }

  private static Duration javaTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Of the processes that serve the workers.
  private Duration backendTime() throws SQLException {
    Duration sum = Duration.ZERO;
    try (Connection connection = postgres.administrator().getConnection();
        Statement statement = connection.createStatement();
        ResultSet pids =
            statement.executeQuery(
                "select pid from pg_stat_activity where usename = 'acquisition'")) {
      while (pids.next()) {
        sum = sum.plus(timeOf(pids.getLong(1)));
      }
    }
    return sum;
  }

  private static Duration timeOf(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private static void print(String line, Object figure) {
    System.out.printf(Locale.ROOT, line, figure);
  }
}
