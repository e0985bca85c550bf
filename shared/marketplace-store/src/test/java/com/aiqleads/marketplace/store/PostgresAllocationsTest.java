package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.buying;
import static com.aiqleads.marketplace.standing.StandingFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.standing.Allocation;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.Allocations.News;
import com.aiqleads.marketplace.standing.Allocations.Try;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.StandingOrders.Answer;
import com.aiqleads.marketplace.standing.StandingOrders.Change;
import com.aiqleads.marketplace.standing.StandingOrders.Outcome;
import com.aiqleads.marketplace.standing.Terms;
import com.aiqleads.marketplace.standing.Verdict;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAllocationsTest {
  private static final TeamId OURS = StandingFixtures.team("ours");
  private static final TeamId THEIRS = StandingFixtures.team("theirs");
  private static final Money LIMIT = Money.usd(100_00);
  private static final Verdict BOUGHT = new Verdict.Bought();
  private static final String SALES =
      "select from accounts where account_id = house_account('SALES', 'USD', ?) for update";

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final TestClock time = new TestClock(postgres);
  private final InstantSource clock =
      () ->
          database
              .query(
                  "select clock()",
                  Parameters.of(),
                  row -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
              .getFirst();
  private final StandingOrders orders = new PostgresStandingOrders(database, clock);
  private final Allocations allocations = new PostgresAllocations(database, clock);

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void buysALeadByItsTeamsWallet() {
    rich(OURS);
    StandingOrder order = added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);

    Map<StandingOrderId, Verdict> verdicts = allocate(lead, order);

    assertThat(verdicts).containsExactly(Map.entry(order.id(), BOUGHT));
    assertThat(owners(lead)).containsExactly(OURS);
    assertThat(balance(OURS)).isEqualTo(1_000_00 - price(lead));
    assertThat(new PostgresOrders(database).of(OURS, Instant.parse("2030-01-01T00:00:00Z"), 9))
        .singleElement()
        .satisfies(bought -> assertThat(bought.buyer()).isEqualTo(order.owner()));
    Faults.none(database);
  }

  /// As whoever checks out or gives back: two who meet at both would wait for each other.
  @Test
  void locksTheHousesAccountsBeforeALeadThatSomebodyWaitsFor() throws Exception {
    rich(OURS);
    LeadId lead = onSale(1);
    Begun begun = begin(lead, added("ours", OURS, buying(LIMIT)));
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
    Future<Verdict> buying = thread.submit(() -> buyFirst(begun));
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
  void nobodyIsTriedAloneForALeadThatWasGivenBack() {
    rich(OURS);
    StandingOrder alone =
        added("alone", OURS, StandingFixtures.in(buying(Money.usd(1_000_00)), SaleMode.EXCLUSIVE));
    LeadId lead = onSale(1);
    Sales.buy(database, THEIRS, Sales.hold(database, THEIRS, lead));
    database.update(
        """
        insert into line_returns (order_line_id, team_id, lead_id, freed, freed_at)
        select order_line_id, team_id, lead_id, true, clock()
        from order_lines join orders using (order_id)
        """,
        Parameters.of());
    database.update(
        "update slots set state = 'FREE', holder_team = null, order_line_id = null",
        Parameters.of());

    assertThat(allocate(lead, alone)).containsEntry(alone.id(), missed(Miss.HAD_BEFORE));
    assertThat(database.query("select from allocation_tries", Parameters.of(), _ -> true))
        .isEmpty();
  }

  @Test
  void theBooksSeeWhatMustNeverBeOfStandingOrders() {
    rich(OURS);
    Limit hour = new Limit(Span.HOUR, Optional.of(1), Optional.empty());
    StandingOrder order = added("ours", OURS, buying(LIMIT, List.of(hour)));
    added("theirs", THEIRS, buying(LIMIT));
    LeadId lead = onSale(1);
    allocate(lead, order);
    Faults.none(database);

    List<String> broken =
        List.of(
            "update marketplace.orders set team_id = (select team_id from marketplace.standing_orders"
                + " where team_id <> orders.team_id)",
            "update marketplace.order_lines set lead_id = gen_random_uuid()",
            "update marketplace.standing_terms set limit_amount = 1",
            "update marketplace.standing_terms set state = 'PAUSED'",
            "update marketplace.allocations set price = price + 1",
            "update marketplace.standing_terms set cap_leads = '{0}' where cap_spans <> '{}'",
            "update marketplace.standing_results set outcome = 'TOLD'",
            "delete from marketplace.allocation_tries",
            "update marketplace.allocations set input = ''",
            "update marketplace.allocations set result = replace(result, 'BOUGHT', 'FULL')");

    assertThat(broken.stream().map(this::faultsAfter).toList())
        .containsExactly(
            List.of("a standing order buys for its own team, what was allocated"),
            List.of("a standing order buys for its own team, what was allocated"),
            List.of("a standing order buys by its terms"),
            List.of("a standing order buys by its terms"),
            List.of("a standing order buys by its terms"),
            List.of("a standing order buys no more than its caps"),
            List.of("what a standing order bought is among its results"),
            List.of(
                "an allocation says who bought", "what a standing order says it bought was bought"),
            List.of("an allocation can be decided again"),
            List.of("an allocation says who bought"));
    Faults.none(database);
  }

  /// It is half past where a team in Kolkata is, which may have moved since.
  @Test
  void knowsTheShortestThatAnHourMayHaveBeen() {
    assertThat(
            database.queryOne(
                "select hour_start('2026-11-22T10:40:00Z')",
                _ -> {},
                row -> row.getObject(1, OffsetDateTime.class).toInstant()))
        .contains(Instant.parse("2026-11-22T10:30:00Z"));
  }

  /// Of standing orders, when somebody changed that by hand; afterwards it is as it was.
  private List<String> faultsAfter(String change) {
    Database administrator = new Database(postgres.administrator());
    List<String> faults = new ArrayList<>();
    assertThatThrownBy(
            () ->
                administrator.inTransaction(
                    () -> {
                      administrator.update("set session_replication_role = replica", _ -> {});
                      administrator.update("set search_path = marketplace, public", _ -> {});
                      administrator.update(change, _ -> {});
                      faults.addAll(
                          administrator.query(
                              "select distinct rule from standing_faults() order by rule",
                              _ -> {},
                              row -> row.getString(1)));
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    return faults;
  }

  @Test
  void allocatesAPriceOfAVersionOnce() {
    rich(OURS);
    rich(THEIRS);
    StandingOrder ours = added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    Arrival arrival = allocations.arrival(lead).orElseThrow();
    allocate(lead, ours);
    StandingOrder late = added("late", THEIRS, buying(LIMIT));

    assertThat(allocations.arrival(lead)).isEmpty();
    Begun again = allocations.begin(arrival, List.of(ours.id(), late.id()));

    assertThat(again.isFinished()).isTrue();
    assertThat(again.input().candidates()).hasSize(1);
    assertThat(allocations.buy(again.id(), again.input().candidates().getFirst())).isEmpty();
    assertThat(allocations.finish(again, Map.of())).isEmpty();
    assertThat(owners(lead)).containsExactly(OURS);
  }

  @Test
  void whatNobodyWantsIsAllocatedAtOnce() {
    assertThat(allocations.isAnybodyWaiting()).isFalse();
    LeadId lead = onSale(1);
    Arrival arrival = allocations.arrival(lead).orElseThrow();

    Begun begun = allocations.begin(arrival, List.of());

    assertThat(begun.isFinished()).isTrue();
    assertThat(allocations.arrival(lead)).isEmpty();
    assertThat(allocations.kept(begun.id()).orElseThrow().result()).isEmpty();
    time.pass(Duration.ofSeconds(1));
    StandingOrder late = added("late", OURS, buying(LIMIT));
    assertThat(allocations.begin(arrival, List.of(late.id()))).isEqualTo(begun);
    assertThat(allocations.isAnybodyWaiting()).isTrue();
    assertThat(orders.why(OURS, lead).orElseThrow())
        .singleElement()
        .satisfies(one -> assertThat(why(one)).isEqualTo(Miss.NOT_YET_MADE));
    Faults.none(database);
  }

  @Test
  void goesOnWhereItEnded() {
    rich(OURS);
    rich(THEIRS);
    StandingOrder ours = added("ours", OURS, buying(LIMIT));
    StandingOrder theirs = added("theirs", THEIRS, buying(Money.usd(99_00)));
    LeadId lead = onSale(1);
    Begun begun = begin(lead, ours, theirs);
    Optional<Try> first = allocations.buy(begun.id(), begun.input().candidates().getFirst());

    assertThat(allocations.buy(begun.id(), begun.input().candidates().getFirst())).isEqualTo(first);
    allocate(lead, ours, theirs);

    assertThat(owners(lead)).containsExactlyInAnyOrder(OURS, THEIRS);
    assertThat(balance(OURS)).isEqualTo(1_000_00 - price(lead));
    Faults.none(database);
  }

  @Test
  void isReplayedFromWhatIsKept() {
    rich(OURS);
    StandingOrder ours = added("ours", OURS, buying(LIMIT));
    StandingOrder poor = added("poor", THEIRS, buying(LIMIT));
    LeadId lead = onSale(1);
    Begun begun = begin(lead, ours, poor);

    allocate(lead, ours, poor);

    Allocations.Kept kept = allocations.kept(begun.id()).orElseThrow();
    assertThat(AllocationText.replay(kept.input(), kept.answers())).isEqualTo(kept.result());
    assertThat(kept.result()).contains(poor.id().text() + " TOO_LITTLE_CREDIT");
  }

  @Test
  void tellsEveryReasonThatTheStoreHas() {
    rich(OURS);
    StandingOrder order = added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);

    Begun begun = begin(lead, order);
    Sales.hold(database, OURS, lead);
    assertThat(buyFirst(begun)).isEqualTo(missed(Miss.IN_CART));

    LeadId owned = onSale(2);
    Begun second = begin(owned, order);
    Sales.buy(database, OURS, Sales.hold(database, OURS, owned));
    assertThat(buyFirst(second)).isEqualTo(missed(Miss.ALREADY_OWNED));

    Begun third = begin(onSale(3), order);
    orders.replace(order.in(State.PAUSED));
    assertThat(buyFirst(third)).isEqualTo(missed(Miss.CHANGED));
    orders.replace(order.in(State.PAUSED).in(State.ACTIVE));

    StandingOrder now = orders.find(OURS, order.id()).orElseThrow();
    LeadId full = onSale(4);
    Begun fourth = begin(full, now);
    for (String name : List.of("a", "b", "c")) {
      Sales.hold(database, StandingFixtures.team(name), full);
    }
    assertThat(buyFirst(fourth)).isEqualTo(missed(Miss.FULL));

    LeadId gone = onSale(5);
    Begun fifth = begin(gone, now);
    database.update(
        "update offers set standing = 'WITHDRAWN' where lead_id = ?", Parameters.of(gone.value()));
    assertThat(buyFirst(fifth)).isEqualTo(missed(Miss.NOT_ON_SALE));

    LeadId dearer = onSale(6);
    Begun sixth = begin(dearer, now);
    database.update(
        "update offers set price = price + 1, revision = revision + 1 where lead_id = ?",
        Parameters.of(dearer.value()));
    assertThat(buyFirst(sixth)).isEqualTo(missed(Miss.PRICE_CHANGED));

    Begun seventh = begin(onSale(7), now);
    database.update(
        "insert into limits (team_id, span, max_leads) values (?, 'day', 0)",
        Parameters.of(OURS.value()));
    assertThat(buyFirst(seventh)).isEqualTo(missed(Miss.OVER_LIMIT));
    Faults.none(database);
  }

  @Test
  void aTryThatCannotPayLeavesNothingBehind() {
    rich(OURS);
    StandingOrder order = added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    Begun begun = begin(lead, order);
    // All the money is set aside for another lead since the allocation began.
    spendOnHolds(OURS);

    assertThat(buyFirst(begun)).isEqualTo(missed(Miss.TOO_LITTLE_CREDIT));

    assertThat(owners(lead)).isEmpty();
    assertThat(
            database.query(
                "select from holds where team_id = ? and lead_id = ?",
                Parameters.of(OURS.value(), lead.value()),
                _ -> true))
        .isEmpty();
    Faults.none(database);
  }

  @Test
  void countsCapsWhereTheTeamIs() {
    rich(OURS);
    database.update(
        "update buyers set time_zone = 'America/New_York' where team_id = ?",
        Parameters.of(OURS.value()));
    Limit one = new Limit(Span.DAY, Optional.of(1), Optional.empty());
    StandingOrder order = added("ours", OURS, buying(LIMIT, List.of(one)));

    // It is seven in the morning there.
    assertThat(allocate(onSale(1), order)).containsEntry(order.id(), BOUGHT);
    assertThat(allocate(onSale(2), order)).containsEntry(order.id(), missed(Miss.OVER_CAP));
    time.pass(Duration.ofHours(16));
    assertThat(allocate(onSale(3), order)).containsEntry(order.id(), missed(Miss.OVER_CAP));
    time.pass(Duration.ofHours(1));
    assertThat(allocate(onSale(4), order)).containsEntry(order.id(), BOUGHT);
  }

  @Test
  void buysUpToACapOfMoneyAndNotACentMore() {
    rich(OURS);
    LeadId first = onSale(1);
    Money twice = Money.usd(2 * price(first));
    Limit week = new Limit(Span.WEEK, Optional.empty(), Optional.of(twice));
    StandingOrder order = added("ours", OURS, buying(LIMIT, List.of(week)));

    assertThat(allocate(first, order)).containsEntry(order.id(), BOUGHT);
    assertThat(allocate(onSale(2), order)).containsEntry(order.id(), BOUGHT);
    assertThat(allocate(onSale(3), order)).containsEntry(order.id(), missed(Miss.OVER_CAP));
  }

  @Test
  void neverBuysMoreThanACapHoweverManyLeadsComeAtOnce() throws Exception {
    rich(OURS);
    Limit two = new Limit(Span.DAY, Optional.of(2), Optional.empty());
    StandingOrder order = added("ours", OURS, buying(LIMIT, List.of(two)));
    List<Begun> begun =
        IntStream.range(1, 9).mapToObj(number -> begin(onSale(number), order)).toList();

    List<Verdict> said =
        atOnce(begun.stream().<Callable<Verdict>>map(one -> () -> buyFirst(one)).toList());

    assertThat(said).filteredOn(BOUGHT::equals).hasSize(2);
    assertThat(said).filteredOn(missed(Miss.OVER_CAP)::equals).hasSize(6);
    Faults.none(database);
  }

  @Test
  void ofManyWhoRaceForTheLastSlotOneGetsIt() throws Exception {
    List<StandingOrder> racing = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      rich(StandingFixtures.team(name));
      racing.add(added(name, StandingFixtures.team(name), buying(LIMIT)));
    }
    LeadId lead = onSale(1);
    Sales.buy(database, OURS, Sales.hold(database, OURS, lead));
    Sales.buy(database, THEIRS, Sales.hold(database, THEIRS, lead));
    Begun begun = begin(lead, racing.toArray(StandingOrder[]::new));

    List<Verdict> said =
        atOnce(
            begun.input().candidates().stream()
                .<Callable<Verdict>>map(
                    one -> () -> allocations.buy(begun.id(), one).orElseThrow().verdict())
                .toList());

    assertThat(said).filteredOn(BOUGHT::equals).hasSize(1);
    assertThat(owners(lead)).hasSize(3);
    Faults.none(database);
  }

  @Test
  void aCartAndAStandingOrderRaceForTheLastSlotAndOneGetsIt() throws Exception {
    rich(OURS);
    StandingOrder order = added("ours", OURS, buying(LIMIT));
    for (int number = 1; number <= 20; number++) {
      LeadId lead = onSale(number);
      Sales.buy(database, team(1), Sales.hold(database, team(1), lead));
      Sales.buy(database, team(2), Sales.hold(database, team(2), lead));
      Begun begun = begin(lead, order);

      List<Boolean> got =
          atOnce(
              List.of(
                  () -> buyFirst(begun).equals(BOUGHT),
                  () ->
                      new PostgresHolds(database, InstantSource.system())
                              .hold(THEIRS, Wishes.of(lead, SaleMode.SHARED))
                              .getFirst()
                          instanceof com.aiqleads.marketplace.holds.HoldAnswer.Held));

      assertThat(got).filteredOn(it -> it).hasSizeLessThanOrEqualTo(1);
    }
    Faults.none(database);
  }

  @Test
  void explainsEveryMiss() {
    rich(OURS);
    Terms terms = buying(LIMIT);
    StandingOrder got = added("got", OURS, terms);
    StandingOrder second = added("second", OURS, buying(Money.usd(99_00)));
    StandingOrder cheap = added("cheap", OURS, buying(Money.usd(1)));
    StandingOrder elsewhere =
        added(
            "elsewhere",
            OURS,
            StandingFixtures.lookingFor(terms, Map.of("city", "Austin TX", "q", "castle")));
    StandingOrder paused = added("paused", OURS, terms);
    orders.replace(paused.in(State.PAUSED));
    StandingOrder over =
        added("over", OURS, StandingFixtures.until(terms, Instant.parse("2026-11-19T00:00:00Z")));
    LeadId lead = onSale(1);
    assertThat(orders.why(OURS, lead).orElseThrow())
        .allSatisfy(one -> assertThat(why(one)).isEqualTo(Miss.BEING_MATCHED));

    allocate(lead, got, second, cheap, elsewhere, over);
    time.pass(Duration.ofSeconds(1));
    orders.replace(paused.in(State.PAUSED).in(State.ACTIVE));
    StandingOrder late = added("late", OURS, terms);

    List<Answer> answers = orders.why(OURS, lead).orElseThrow();
    Map<StandingOrderId, Outcome> said = new LinkedHashMap<>();
    answers.forEach(one -> said.put(one.order().id(), one.outcome()));
    assertThat(said.get(got.id())).isEqualTo(new Outcome.Bought(Money.usd(price(lead))));
    assertThat(miss(said, second)).isEqualTo(Miss.OWN_ORDER);
    assertThat(miss(said, cheap)).isEqualTo(Miss.ABOVE_LIMIT);
    assertThat(miss(said, elsewhere)).isEqualTo(Miss.OUTSIDE_BUY_BOX);
    assertThat(((Outcome.Missed) Objects.requireNonNull(said.get(elsewhere.id()))).why().parts())
        .contains("It lacks the words castle.");
    assertThat(miss(said, paused)).isEqualTo(Miss.PAUSED);
    assertThat(miss(said, over)).isEqualTo(Miss.EXPIRED);
    assertThat(miss(said, late)).isEqualTo(Miss.NOT_YET_MADE);
    assertThat(orders.why(THEIRS, lead).orElseThrow()).isEmpty();
    assertThat(orders.why(OURS, OfferFixtures.leadId(77))).isEmpty();
  }

  @Test
  void aFallingPriceBuysForThoseWhoseLimitItCrosses() {
    rich(OURS);
    LeadId lead = onSale(1);
    StandingOrder order = added("ours", OURS, buying(Money.usd(price(lead) - 1)));
    assertThat(allocate(lead, order)).isEmpty();

    database.update(
        "update offers set price = price - 1, revision = revision + 1 where lead_id = ?",
        Parameters.of(lead.value()));

    assertThat(allocate(lead, order)).containsEntry(order.id(), BOUGHT);
    assertThat(orders.results(OURS, order.id(), Instant.parse("2030-01-01T00:00:00Z"), 9))
        .singleElement()
        .satisfies(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Bought.class));
    assertThat(orders.results(THEIRS, order.id(), Instant.parse("2030-01-01T00:00:00Z"), 9))
        .isEmpty();
  }

  @Test
  void tellsOfALeadOnceAtOnce() {
    StandingOrder order = added("ours", OURS, StandingFixtures.alerting(Channel.INSTANT));
    LeadId lead = onSale(1);
    Begun begun = begin(lead, order);

    List<News> news = allocations.finish(begun, Map.of());

    assertThat(news)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.team()).isEqualTo(OURS);
              assertThat(one.reader()).isEqualTo(order.owner());
              assertThat(one.lines())
                  .singleElement()
                  .satisfies(line -> assertThat(line.lead()).isEqualTo(lead));
            });
    assertThat(allocations.finish(begun, Map.of())).isEmpty();
    database.update("update offers set revision = revision + 1", Parameters.of());
    assertThat(allocations.finish(begin(lead, order), Map.of())).isEmpty();
    assertThat(allocations.due(9)).isEmpty();
  }

  @Test
  void gathersWhatIsTooMuchToBeToldAtOnce() {
    StandingOrder order = added("ours", OURS, StandingFixtures.alerting(Channel.INSTANT));
    rich(OURS);
    for (int number = 1; number <= News.MOST_AT_ONCE; number++) {
      assertThat(allocations.finish(begin(onSale(number), order), Map.of())).hasSize(1);
    }

    for (int more = 1; more <= 2; more++) {
      LeadId lead = onSale(News.MOST_AT_ONCE + more);
      assertThat(allocations.finish(begin(lead, order), Map.of())).isEmpty();
    }
    time.pass(Duration.ofSeconds(1));

    assertThat(allocations.due(9))
        .singleElement()
        .satisfies(
            news -> {
              assertThat(news.reader()).isEqualTo(order.owner());
              assertThat(news.lines()).hasSize(2);
            });
    assertThat(allocations.due(9)).isEmpty();
    time.pass(Duration.ofHours(1));
    assertThat(allocations.finish(begin(onSale(99), order), Map.of())).hasSize(1);
  }

  @Test
  void tellsNobodyAtOnceOfWhatWasMissed() {
    rich(OURS);
    Terms terms = buying(LIMIT, List.of(new Limit(Span.DAY, Optional.of(0), Optional.empty())));
    StandingOrder order = added("ours", OURS, terms);

    assertThat(allocate(onSale(1), order)).containsEntry(order.id(), missed(Miss.OVER_CAP));
    time.pass(Duration.ofDays(1));

    assertThat(allocations.due(9)).isEmpty();
  }

  @Test
  void tellsOfALeadThatItMissedWhileItBought() {
    StandingOrder poor = added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    assertThat(allocate(lead, poor)).containsEntry(poor.id(), missed(Miss.TOO_LITTLE_CREDIT));
    StandingOrder alert = poor.with(StandingFixtures.alerting(Channel.INSTANT), poor.since());
    assertThat(orders.replace(alert)).isEqualTo(Change.DONE);
    database.update(
        "update offers set price = price - 1, revision = revision + 1 where lead_id = ?",
        Parameters.of(lead.value()));

    List<News> news = allocations.finish(begin(lead, alert), Map.of());

    assertThat(news)
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.price()).isEqualTo(Money.usd(price(lead)))));
    assertThat(orders.results(OURS, alert.id(), Instant.parse("2030-01-01T00:00:00Z"), 9))
        .singleElement()
        .satisfies(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Told.class));
  }

  @Test
  void tellsByTheDayAtEightInTheMorningWhereTheTeamIs() {
    rich(OURS);
    rich(THEIRS);
    database.update(
        "update buyers set time_zone = 'America/New_York' where team_id = ?",
        Parameters.of(OURS.value()));
    StandingOrder ours = added("ours", OURS, StandingFixtures.alerting(Channel.DAILY));
    StandingOrder theirs = added("theirs", THEIRS, StandingFixtures.alerting(Channel.WEEKLY));
    allocate(onSale(1), ours, theirs);

    // Friday noon in London is seven in New York.
    time.pass(Duration.ofMinutes(59));
    assertThat(allocations.due(9)).isEmpty();
    time.pass(Duration.ofMinutes(1));
    assertThat(allocations.due(9)).singleElement().extracting(News::team).isEqualTo(OURS);
    assertThat(allocations.due(9)).isEmpty();
    time.pass(Duration.ofHours(67));
    // Monday at eight in London.
    assertThat(allocations.due(9)).singleElement().extracting(News::team).isEqualTo(THEIRS);
    assertThat(allocations.due(9)).isEmpty();
  }

  @Test
  void aTeamSeesAndChangesItsOwnOnly() {
    StandingOrder order = added("ours", OURS, buying(LIMIT));
    StandingOrder stolen =
        new StandingOrder(
            order.id(),
            THEIRS,
            order.owner(),
            2,
            State.ENDED,
            order.terms(),
            order.since(),
            order.madeAt());

    assertThat(orders.find(THEIRS, order.id())).isEmpty();
    assertThat(orders.of(THEIRS)).isEmpty();
    assertThat(orders.replace(stolen)).isEqualTo(Change.STALE);
    assertThat(orders.find(OURS, order.id())).contains(order);
    assertThat(orders.replace(order.in(State.PAUSED))).isEqualTo(Change.DONE);
    assertThat(orders.replace(order.in(State.PAUSED))).isEqualTo(Change.STALE);
    orders.replace(order.in(State.PAUSED).in(State.ENDED));
    assertThat(orders.of(OURS)).isEmpty();
    assertThat(orders.find(OURS, order.id())).isEmpty();
  }

  @Test
  void aTeamHasSoManyAndNoMore() {
    for (int number = 0; number < StandingOrder.MOST; number++) {
      assertThat(orders.add(order("order " + number, OURS, buying(LIMIT)))).isEqualTo(Change.DONE);
    }

    assertThat(orders.add(order("one more", OURS, buying(LIMIT)))).isEqualTo(Change.TOO_MANY);
  }

  @Test
  void knowsWhatTheIndexHas() {
    StandingOrder order = added("ours", OURS, buying(LIMIT));

    assertThat(allocations.unindexed(9)).containsExactly(order);
    allocations.indexed(List.of(order));
    assertThat(allocations.unindexed(9)).isEmpty();
    orders.replace(order.in(State.PAUSED));
    assertThat(allocations.unindexed(9)).containsExactly(order.in(State.PAUSED));
    allocations.indexed(List.of(order.in(State.PAUSED)));
    allocations.indexed(List.of(order));
    assertThat(allocations.unindexed(9)).isEmpty();
    allocations.forgetIndexed();
    assertThat(allocations.unindexed(9)).hasSize(1);
  }

  @Test
  void forgetsTheWordsOfALeadThatIsErased() {
    LeadId lead = onSale(1);
    begin(lead);

    database.update(
        "update offers set words = '{}' where lead_id = ?", Parameters.of(lead.value()));

    assertThat(
            database.query(
                "select cardinality(words) from allocations",
                Parameters.of(),
                row -> row.getInt(1)))
        .containsExactly(0);
  }

  private void rich(TeamId team) {
    new PostgresWallets(database)
        .grant(team, Sales.gift("for " + team.text(), Money.usd(1_000_00)));
  }

  private void spendOnHolds(TeamId team) {
    database.update(
        "update holds set funded = true where team_id = ?", Parameters.of(team.value()));
    LeadId dear = onSale(99);
    database.update(
        "update offers set price = 100000 where lead_id = ?", Parameters.of(dear.value()));
    Sales.hold(database, team, dear);
  }

  private StandingOrder added(String name, TeamId team, Terms terms) {
    StandingOrder order = order(name, team, terms);
    assertThat(orders.add(order)).isEqualTo(Change.DONE);
    return order;
  }

  private LeadId onSale(int number) {
    var lead = OfferFixtures.aLead(number, 1);
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(lead)));
    return lead.id();
  }

  private Begun begin(LeadId lead, StandingOrder... found) {
    return allocations.begin(
        allocations.arrival(lead).orElseThrow(),
        Arrays.stream(found).map(StandingOrder::id).toList());
  }

  /// As the function does it.
  private Map<StandingOrderId, Verdict> allocate(LeadId lead, StandingOrder... found) {
    Begun begun = begin(lead, found);
    Map<StandingOrderId, Verdict> answers = new LinkedHashMap<>(begun.answers());
    while (true) {
      Map<StandingOrderId, Verdict> verdicts =
          Allocation.of(begun.input().lead(), begun.input().candidates(), answers);
      Optional<StandingOrderId> next = Allocation.next(verdicts);
      if (next.isEmpty()) {
        allocations.finish(begun, verdicts);
        return verdicts;
      }
      var candidate =
          begun.input().candidates().stream()
              .filter(one -> one.order().equals(next.orElseThrow()))
              .findFirst()
              .orElseThrow();
      answers.put(
          next.orElseThrow(), allocations.buy(begun.id(), candidate).orElseThrow().verdict());
    }
  }

  private Verdict buyFirst(Begun begun) {
    return allocations
        .buy(begun.id(), begun.input().candidates().getFirst())
        .orElseThrow()
        .verdict();
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

  private List<TeamId> owners(LeadId lead) {
    return database.query(
        "select holder_team from slots where lead_id = ? and state = 'SOLD'",
        Parameters.of(lead.value()),
        row -> new TeamId(row.getObject(1, java.util.UUID.class)));
  }

  private long price(LeadId lead) {
    return database
        .query(
            "select price from offers where lead_id = ?",
            Parameters.of(lead.value()),
            row -> row.getLong(1))
        .getFirst();
  }

  private long balance(TeamId team) {
    return database
        .query(
            "select balance from accounts where team_id = ?",
            Parameters.of(team.value()),
            row -> row.getLong(1))
        .getFirst();
  }

  private static TeamId team(int number) {
    return StandingFixtures.team("team " + number);
  }

  private static Verdict missed(Miss why) {
    return new Verdict.Missed(why);
  }

  private static Miss why(Answer answer) {
    return ((Outcome.Missed) answer.outcome()).why().miss();
  }

  private static Miss miss(Map<StandingOrderId, Outcome> said, StandingOrder order) {
    return ((Outcome.Missed) Objects.requireNonNull(said.get(order.id()))).why().miss();
  }
}
