package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.orders.Purchase.Paid;
import com.aiqleads.testkit.PostgresService;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// How many leads a second sixteen clients hold, and how many they buy, each at once after the
/// other, against a PostgreSQL that flushes every commit.
public final class BuyingBench {
  private static final int CLIENTS = 16;
  private static final int TEAMS = 1_000;
  private static final int LEADS = 20_000;
  private static final int SLOTS = 3;
  private static final int WARM_UP = 10_000;
  private static final int MEASURED = 20_000;
  private static final long CREDIT_CENTS = 1_000_000_00;
  private static final double P99 = 0.99;

  /// What came of so many acts.
  private record Pace(double perSecond, double p99Millis) {}

  private record Taken(TeamId team, Hold hold) {}

  private final PostgresService postgres = PostgresService.forContext("marketplace");
  private final HikariDataSource connections = connections(postgres);
  private final Database database = new Database(connections);
  private final Holds holds = new PostgresHolds(database, InstantSource.system());
  private final Orders orders = new PostgresOrders(database);
  private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();

  private BuyingBench() {}

  public static void main(String[] arguments) throws Exception {
    BuyingBench bench = new BuyingBench();
    bench.stock();
    bench.analyze();
    Pace _ = bench.hold(0, WARM_UP);
    bench.analyze();
    Pace holding = bench.hold(WARM_UP, MEASURED);
    switch (arguments[0]) {
      case "holds" -> print("holds", holding);
      case "checkout" -> {
        Pace _ = bench.buy(WARM_UP);
        bench.analyze();
        print("checkout", bench.buy(MEASURED));
      }
      default -> throw new IllegalArgumentException("holds or checkout, not " + arguments[0]);
    }
    Faults.none(bench.database);
    System.exit(0);
  }

  private static HikariDataSource connections(PostgresService postgres) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(postgres.dataSource());
    pool.setMaximumPoolSize(CLIENTS);
    return new HikariDataSource(pool);
  }

  /// Copies of one lead, and teams with more money than they can spend.
  private void stock() {
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
    Database administrator = new Database(postgres.administrator());
    String columns =
        administrator
            .query(
                "select string_agg(column_name, ', ') from information_schema.columns"
                    + " where table_schema = 'marketplace' and table_name = 'offers'"
                    + " and column_name not in ('lead_id', 'offer_id')",
                Parameters.of(),
                row -> row.getString(1))
            .getFirst();
    UUID[] leads =
        IntStream.range(0, LEADS).mapToObj(number -> lead(number).value()).toArray(UUID[]::new);
    administrator.update(
        "insert into marketplace.offers (lead_id, offer_id, %1$s)".formatted(columns)
            + " select id, gen_random_uuid(), %1$s".formatted(columns)
            + " from marketplace.offers, unnest(?::uuid[]) as id on conflict do nothing",
        Parameters.of((Object) leads));
    administrator.update(
        "insert into marketplace.slots (lead_id, slot_no) select lead_id, nr"
            + " from marketplace.offers, generate_series(1, ?) as nr on conflict do nothing",
        Parameters.of(SLOTS));
    PostgresWallets wallets = new PostgresWallets(database);
    for (int number = 0; number < TEAMS; number++) {
      wallets.grant(team(number), Sales.gift("start " + number, Money.usd(CREDIT_CENTS)));
    }
    administrator.update("update marketplace.buyers set plan = 'enterprise'", Parameters.of());
  }

  /// As the database does by itself a minute after it has grown: before, it plans for empty tables.
  private void analyze() {
    new Database(postgres.administrator()).update("analyze", Parameters.of());
  }

  private Pace hold(int from, int count) throws Exception {
    return measure(
        count,
        number -> {
          int nr = from + number;
          // Another team each round, or it would be told that it holds the lead already.
          TeamId team = team((nr * 7 + nr / LEADS) % TEAMS);
          Wishes wish = Wishes.of(lead(nr % LEADS), SaleMode.SHARED);
          return holds.hold(team, wish).getFirst() instanceof Held(Hold hold)
              && taken.add(new Taken(team, hold));
        });
  }

  private Pace buy(int count) throws Exception {
    return measure(
        count,
        _ -> {
          Taken next = taken.remove();
          Hold hold = next.hold();
          OrderId order = new OrderId(Ids.derived("order", hold.id().text()));
          Checkout checkout = new Checkout(order, Sales.BUYER, List.of(hold.id()), hold.price());
          return orders.checkOut(next.team(), checkout) instanceof Paid;
        });
  }

  private static Pace measure(int count, IntPredicate act) throws Exception {
    long[] nanos = new long[count];
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
                              long before = System.nanoTime();
                              if (!act.test(nr)) {
                                throw new IllegalStateException("act " + nr + " was refused");
                              }
                              nanos[nr] = System.nanoTime() - before;
                            }
                          }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    return new Pace(count / seconds, nanos[(int) (count * P99)] / 1e6);
  }

  private static void print(String name, Pace pace) {
    System.out.printf("%s: %.0f /s%n", name, pace.perSecond());
    System.out.printf("%s-p99: %.1f ms%n", name, pace.p99Millis());
  }

  private static LeadId lead(int number) {
    return OfferFixtures.leadId(1_000 + number);
  }

  private static TeamId team(int number) {
    return new TeamId(Ids.derived("team", "bench " + number));
  }
}
