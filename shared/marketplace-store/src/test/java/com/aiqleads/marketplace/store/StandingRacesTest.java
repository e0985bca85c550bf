package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.buying;
import static com.aiqleads.marketplace.standing.StandingFixtures.order;
import static com.aiqleads.marketplace.store.StandingMarket.BOUGHT;
import static com.aiqleads.marketplace.store.StandingMarket.LIMIT;
import static com.aiqleads.marketplace.store.StandingMarket.OURS;
import static com.aiqleads.marketplace.store.StandingMarket.THEIRS;
import static com.aiqleads.marketplace.store.StandingMarket.missed;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.Verdict;
import com.aiqleads.testkit.PostgresService;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingRacesTest {
  private static final String SALES =
      "select from accounts where account_id = house_account('SALES', 'USD', ?) for update";

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final StandingMarket market = new StandingMarket(database, new TestClock(postgres));
  private final Allocations allocations = market.allocations;

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  /// As whoever checks out or gives back: two who meet at both would wait for each other.
  @Test
  void locksTheHousesAccountsBeforeALeadThatSomebodyWaitsFor() throws Exception {
    market.rich(OURS);
    LeadId lead = market.onSale(1);
    Begun begun = market.begin(lead, market.added("ours", OURS, buying(LIMIT)));
    database.query(SALES, Parameters.of(OURS.value()), _ -> true);
    database.query(
        "select doubt_availability(array(select lead_id from offers))", Parameters.of(), _ -> true);
    // A line of its own: whoever is alone in line and a slot is free for is not in the way.
    database.query("select from lock_buyer(?)", Parameters.of(THEIRS.value()), _ -> true);
    database.update(
        "insert into waits (wait_id, team_id, lead_id, since) values (gen_random_uuid(), ?, ?, clock())",
        Parameters.of(THEIRS.value(), lead.value()));

    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Database holder = Stores.database(postgres);
      Future<Verdict> buying = holder.inTransaction(() -> waiting(holder, thread, begun));
      assertThat(buying.get()).isEqualTo(BOUGHT);
    }
    Faults.none(database);
  }

  private Future<Verdict> waiting(Database holder, ExecutorService thread, Begun begun) {
    holder.query(SALES, Parameters.of(OURS.value()), _ -> true);
    Future<Verdict> buying = thread.submit(() -> market.buyFirst(begun));
    while (!buying.isDone() && !isWaitedFor(holder)) {
      Thread.onSpinWait();
    }
    holder.query("select from availability for update nowait", Parameters.of(), _ -> true);
    return buying;
  }

  private static boolean isWaitedFor(Database holder) {
    return holder
        .query(
            """
            select exists (select from pg_stat_activity
              where pg_backend_pid() = any (pg_blocking_pids(pid)))
            """,
            Parameters.of(),
            row -> row.getBoolean(1))
        .getFirst();
  }

  @Test
  void neverBuysMoreThanACapHoweverManyLeadsComeAtOnce() throws Exception {
    market.rich(OURS);
    Limit two = new Limit(Span.DAY, Optional.of(2), Optional.empty());
    StandingOrder order = market.added("ours", OURS, buying(LIMIT, List.of(two)));
    List<Begun> begun =
        IntStream.range(1, 9)
            .mapToObj(number -> market.begin(market.onSale(number), order))
            .toList();

    List<Verdict> said =
        atOnce(begun.stream().<Callable<Verdict>>map(one -> () -> market.buyFirst(one)).toList());

    assertThat(said).filteredOn(BOUGHT::equals).hasSize(2);
    assertThat(said).filteredOn(missed(Miss.OVER_CAP)::equals).hasSize(6);
    Faults.none(database);
  }

  @Test
  void ofManyWhoRaceForTheLastSlotOneGetsIt() throws Exception {
    List<StandingOrder> racing = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      market.rich(StandingFixtures.team(name));
      racing.add(market.added(name, StandingFixtures.team(name), buying(LIMIT)));
    }
    LeadId lead = market.onSale(1);
    Sales.buy(database, OURS, Sales.hold(database, OURS, lead));
    Sales.buy(database, THEIRS, Sales.hold(database, THEIRS, lead));
    Begun begun = market.begin(lead, racing.toArray(StandingOrder[]::new));

    List<Verdict> said =
        atOnce(
            begun.input().candidates().stream()
                .<Callable<Verdict>>map(
                    one -> () -> allocations.buy(begun.id(), one).orElseThrow().verdict())
                .toList());

    assertThat(said).filteredOn(BOUGHT::equals).hasSize(1);
    assertThat(market.owners(lead)).hasSize(3);
    Faults.none(database);
  }

  @Test
  void aCartAndAStandingOrderRaceForTheLastSlotAndOneGetsIt() throws Exception {
    market.rich(OURS);
    StandingOrder order = market.added("ours", OURS, buying(LIMIT));
    for (int number = 1; number <= 20; number++) {
      LeadId lead = market.onSale(number);
      Sales.buy(database, team(1), Sales.hold(database, team(1), lead));
      Sales.buy(database, team(2), Sales.hold(database, team(2), lead));
      Begun begun = market.begin(lead, order);

      List<Boolean> got =
          atOnce(
              List.of(
                  () -> market.buyFirst(begun).equals(BOUGHT),
                  () ->
                      new PostgresHolds(database, InstantSource.system())
                              .hold(THEIRS, Wishes.of(lead, SaleMode.SHARED))
                              .getFirst()
                          instanceof com.aiqleads.marketplace.holds.HoldAnswer.Held));

      assertThat(got).filteredOn(it -> it).hasSizeLessThanOrEqualTo(1);
    }
    Faults.none(database);
  }

  private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
      List<T> done = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(acts)) {
        done.add(one.get());
      }
      return done;
    }
  }

  private static TeamId team(int number) {
    return StandingFixtures.team("team " + number);
  }
}
