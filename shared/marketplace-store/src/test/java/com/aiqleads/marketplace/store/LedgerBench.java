package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.testkit.PostgresService;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// How many transfers a second sixteen clients post, one by one and a hundred in a call, and how
/// many whoever writes the same with plain statements: header, two entries and two balances in a
/// transaction. In turns, since machines are noisy; each figure is the middle of its turns.
public final class LedgerBench {
  private static final int CLIENTS = 16;
  private static final int TEAMS = 1_000;
  private static final int STRIPES = 64;
  private static final int TURNS = 5;
  private static final int SINGLE = 6_000;
  private static final int BATCHES = 300;
  private static final int BATCH = 100;
  private static final long START_CENTS = 1_000_000_000;

  private static final String POST =
      "select post_transfer(?, 'PURCHASE', ?, ?, ?, 'USD', ?, null, clock())";
  private static final String POST_BATCH =
      "select post_transfers(?, 'PURCHASE', ?, ?, ?, 'USD', ?, clock())";

  private static final String BASELINE_TABLES =
      """
      create table marketplace.bare_accounts (
        account_id bigint primary key, balance bigint not null);
      create table marketplace.bare_headers (
        header_id uuid primary key, kind text not null, reference uuid, posted_at timestamptz not null);
      create table marketplace.bare_entries (
        entry_id bigint generated always as identity primary key,
        header_id uuid not null references marketplace.bare_headers,
        account_id bigint not null references marketplace.bare_accounts,
        amount bigint not null);
      create index bare_entries_of_account on marketplace.bare_entries (account_id, entry_id);
      insert into marketplace.bare_accounts select account_id, balance from marketplace.accounts;
      alter table marketplace.bare_accounts owner to marketplace;
      alter table marketplace.bare_headers owner to marketplace;
      alter table marketplace.bare_entries owner to marketplace;
      """;

  private final PostgresService postgres = PostgresService.forContext("marketplace");
  private final HikariDataSource connections = connections(postgres);
  private final Database database = new Database(connections);
  private final Database administrator = new Database(postgres.administrator());
  private final InstantSource clock = InstantSource.system();
  private final List<Long> wallets = new ArrayList<>();
  private final List<Long> sales = new ArrayList<>();

  private LedgerBench() {}

  public static void main(String[] arguments) throws Exception {
    LedgerBench bench = new LedgerBench();
    bench.stock();
    List<Double> bare = new ArrayList<>();
    List<Double> single = new ArrayList<>();
    List<Double> batched = new ArrayList<>();
    for (int turn = 0; turn <= TURNS; turn++) {
      double bareNow = bench.measure(SINGLE, bench::postBare);
      double singleNow = bench.measure(SINGLE, bench::post);
      double batchedNow = BATCH * bench.measure(BATCHES, bench::postBatch);
      if (turn > 0) {
        bare.add(bareNow);
        single.add(singleNow);
        batched.add(batchedNow);
      }
    }
    bench.throwIfWrong();
    System.out.printf("sql: %.0f /s%n", middle(bare));
    System.out.printf("ledger: %.0f /s%n", middle(single));
    System.out.printf("ledger-batched: %.0f /s%n", middle(batched));
    System.out.printf("ratio-to-sql: %.2f%n", middle(ratios(single, bare)));
    System.out.printf("batched-to-sql: %.2f%n", middle(ratios(batched, bare)));
    System.exit(0);
  }

  private static HikariDataSource connections(PostgresService postgres) {
    HikariConfig pool = new HikariConfig();
    // Prepared at the server from the second time on, for both.
    pool.setJdbcUrl(postgres.jdbcUrl() + "?prepareThreshold=1");
    pool.setUsername(postgres.username());
    pool.setPassword(postgres.password());
    pool.setMaximumPoolSize(CLIENTS);
    return new HikariDataSource(pool);
  }

  private void stock() {
    PostgresWallets grants = new PostgresWallets(database);
    for (int number = 0; number < TEAMS; number++) {
      TeamId team = new TeamId(Ids.derived("team", "bench " + number));
      grants.grant(team, Sales.gift("start " + number, Money.usd(START_CENTS)));
    }
    wallets.addAll(
        database.query(
            "select account_id from accounts where kind = 'WALLET' order by account_id",
            Parameters.of(),
            row -> row.getLong(1)));
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      sales.add(
          database
              .query(
                  "insert into accounts (kind, currency, stripe) values ('SALES', 'USD', ?)"
                      + " returning account_id",
                  Parameters.of(stripe),
                  row -> row.getLong(1))
              .getFirst());
    }
    administrator.update(BASELINE_TABLES, Parameters.of());
    administrator.update("analyze", Parameters.of());
  }

  private long wallet(int number) {
    return wallets.get(number * 7 % TEAMS);
  }

  private long sales(int number) {
    return sales.get(number * 7 % TEAMS % STRIPES);
  }

  private void post(int number) {
    database.query(
        POST,
        Parameters.of(Ids.next(clock), wallet(number), sales(number), 1L, Ids.next(clock)),
        _ -> true);
  }

  private void postBatch(int number) {
    UUID[] ids = IntStream.range(0, BATCH).mapToObj(_ -> Ids.next(clock)).toArray(UUID[]::new);
    Long[] sums = LongStream.rangeClosed(1, BATCH).boxed().toArray(Long[]::new);
    database.query(
        POST_BATCH, Parameters.of(ids, wallet(number), sales(number), sums, ids), _ -> true);
  }

  /// As whoever has no ledger does it: five statements, prepared once, in a transaction.
  private void postBare(int number) {
    database.inTransaction(() -> database.onConnection(connection -> postBare(connection, number)));
  }

  private boolean postBare(Connection connection, int number) throws SQLException {
    UUID header = Ids.next(clock);
    run(
        connection,
        "insert into bare_headers (header_id, kind, reference, posted_at) values (?, 'PURCHASE', ?, ?)",
        header,
        Ids.next(clock),
        OffsetDateTime.now(ZoneOffset.UTC));
    String entry = "insert into bare_entries (header_id, account_id, amount) values (?, ?, ?)";
    run(connection, entry, header, wallet(number), -1L);
    run(connection, entry, header, sales(number), 1L);
    String balance = "update bare_accounts set balance = balance + ? where account_id = ?";
    run(connection, balance, -1L, wallet(number));
    run(connection, balance, 1L, sales(number));
    return true;
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.of(values).bind(statement);
      statement.executeUpdate();
    }
  }

  private double measure(int count, IntConsumer act) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> all =
          IntStream.range(0, CLIENTS)
              .<Future<?>>mapToObj(
                  _ ->
                      clients.submit(
                          () -> {
                            for (int nr = next.getAndIncrement();
                                nr < count;
                                nr = next.getAndIncrement()) {
                              act.accept(nr);
                            }
                          }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    return count / ((System.nanoTime() - start) / 1e9);
  }

  /// No lots were used: what they say is not looked at.
  private void throwIfWrong() {
    List<String> wrong =
        Faults.of(database).stream()
            .filter(
                fault -> fault.startsWith("an account is") || fault.startsWith("what is credited"))
            .toList();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong.toString());
    }
  }

  private static List<Double> ratios(List<Double> ours, List<Double> theirs) {
    return IntStream.range(0, ours.size()).mapToObj(nr -> ours.get(nr) / theirs.get(nr)).toList();
  }

  private static double middle(List<Double> figures) {
    List<Double> sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
