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
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.Allocations.Try;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.StandingOrders.Outcome;
import com.aiqleads.marketplace.standing.Verdict;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAllocationsTest {
  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final StandingMarket market = new StandingMarket(database, new TestClock(postgres));
  private final StandingOrders orders = market.orders;
  private final Allocations allocations = market.allocations;

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void buysALeadByItsTeamsWallet() {
    market.rich(OURS);
    StandingOrder order = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = market.onSale(1);

    Map<StandingOrderId, Verdict> verdicts = market.allocate(lead, order);

    assertThat(verdicts).containsExactly(Map.entry(order.id(), BOUGHT));
    assertThat(market.owners(lead)).containsExactly(OURS);
    assertThat(market.balance(OURS)).isEqualTo(1_000_00 - market.price(lead));
    assertThat(new PostgresOrders(database).of(OURS, Instant.parse("2030-01-01T00:00:00Z"), 9))
        .singleElement()
        .satisfies(bought -> assertThat(bought.buyer()).isEqualTo(order.owner()));
    Faults.none(database);
  }

  @Test
  void nobodyIsTriedAloneForALeadThatWasGivenBack() {
    market.rich(OURS);
    StandingOrder alone =
        market.added(
            "alone", OURS, StandingFixtures.in(buying(Money.usd(1_000_00)), SaleMode.EXCLUSIVE));
    LeadId lead = market.onSale(1);
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

    assertThat(market.allocate(lead, alone)).containsEntry(alone.id(), missed(Miss.HAD_BEFORE));
    assertThat(database.query("select from allocation_tries", Parameters.of(), _ -> true))
        .isEmpty();
  }

  @Test
  void allocatesAPriceOfAVersionOnce() {
    market.rich(OURS);
    market.rich(THEIRS);
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = market.onSale(1);
    Arrival arrival = allocations.arrival(lead).orElseThrow();
    market.allocate(lead, ours);
    StandingOrder late = market.added("late", THEIRS, buying(LIMIT));

    assertThat(allocations.arrival(lead)).isEmpty();
    Begun again = allocations.begin(arrival, List.of(ours.id(), late.id()));

    assertThat(again.isFinished()).isTrue();
    assertThat(again.input().candidates()).hasSize(1);
    assertThat(allocations.buy(again.id(), again.input().candidates().getFirst())).isEmpty();
    assertThat(allocations.finish(again, Map.of())).isEmpty();
    assertThat(market.owners(lead)).containsExactly(OURS);
  }

  @Test
  void whatNobodyWantsIsPassedTogether() {
    market.rich(OURS);
    StandingOrder order = market.added("ours", OURS, buying(LIMIT));
    LeadId begun = market.onSale(1);
    LeadId repriced = market.onSale(2);
    LeadId passed = market.onSale(3);
    List<Arrival> arrivals = allocations.arrivals(List.of(passed, repriced, begun));
    allocations.begin(allocations.arrival(begun).orElseThrow(), List.of(order.id()));
    database.update(
        "update offers set price = price - 1, revision = revision + 1 where lead_id = ?",
        Parameters.of(repriced.value()));

    assertThat(allocations.pass(arrivals)).containsExactly(passed);

    assertThat(allocations.pass(arrivals)).as("done before").isEmpty();
    assertThat(allocations.arrivals(List.of(begun, repriced, passed)))
        .extracting(arrival -> arrival.lead().leadId())
        .containsExactlyInAnyOrder(begun, repriced);
    Arrival arrival =
        arrivals.stream().filter(it -> it.lead().leadId().equals(passed)).findFirst().orElseThrow();
    Begun one = allocations.begin(arrival, List.of(order.id()));
    assertThat(one.isFinished()).isTrue();
    assertThat(one.input().candidates()).isEmpty();
    assertThat(one.input().lead().free()).isEqualTo(Offer.SLOTS);
    assertThat(one.input().lead().exclusive()).isEqualTo(arrival.exclusive());
    Faults.none(database);
  }

  @Test
  void whatNobodyWantsIsAllocatedAtOnce() {
    assertThat(allocations.isAnybodyWaiting()).isFalse();
    LeadId lead = market.onSale(1);
    Arrival arrival = allocations.arrival(lead).orElseThrow();

    Begun begun = allocations.begin(arrival, List.of());

    assertThat(begun.isFinished()).isTrue();
    assertThat(allocations.arrival(lead)).isEmpty();
    assertThat(allocations.kept(begun.id()).orElseThrow().result()).isEmpty();
    StandingOrder late = market.added("late", OURS, buying(LIMIT));
    assertThat(allocations.begin(arrival, List.of(late.id()))).isEqualTo(begun);
    assertThat(allocations.isAnybodyWaiting()).isTrue();
    Faults.none(database);
  }

  @Test
  void goesOnWhereItEnded() {
    market.rich(OURS);
    market.rich(THEIRS);
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    StandingOrder theirs = market.added("theirs", THEIRS, buying(Money.usd(99_00)));
    LeadId lead = market.onSale(1);
    Begun begun = market.begin(lead, ours, theirs);
    Optional<Try> first = allocations.buy(begun.id(), begun.input().candidates().getFirst());

    assertThat(allocations.buy(begun.id(), begun.input().candidates().getFirst())).isEqualTo(first);
    market.allocate(lead, ours, theirs);

    assertThat(market.owners(lead)).containsExactlyInAnyOrder(OURS, THEIRS);
    assertThat(market.balance(OURS)).isEqualTo(1_000_00 - market.price(lead));
    Faults.none(database);
  }

  @Test
  void isReplayedFromWhatIsKept() {
    market.rich(OURS);
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    StandingOrder poor = market.added("poor", THEIRS, buying(LIMIT));
    LeadId lead = market.onSale(1);
    Begun begun = market.begin(lead, ours, poor);

    market.allocate(lead, ours, poor);

    Allocations.Kept kept = allocations.kept(begun.id()).orElseThrow();
    assertThat(AllocationText.replay(kept.input(), kept.answers())).isEqualTo(kept.result());
    assertThat(kept.result()).contains(poor.id().text() + " TOO_LITTLE_CREDIT");
  }

  @Test
  void tellsEveryReasonThatTheStoreHas() {
    market.rich(OURS);
    StandingOrder order = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = market.onSale(1);

    Begun begun = market.begin(lead, order);
    Sales.hold(database, OURS, lead);
    assertThat(market.buyFirst(begun)).isEqualTo(missed(Miss.IN_CART));

    LeadId owned = market.onSale(2);
    Begun second = market.begin(owned, order);
    Sales.buy(database, OURS, Sales.hold(database, OURS, owned));
    assertThat(market.buyFirst(second)).isEqualTo(missed(Miss.ALREADY_OWNED));

    Begun third = market.begin(market.onSale(3), order);
    orders.replace(order.in(State.PAUSED));
    assertThat(market.buyFirst(third)).isEqualTo(missed(Miss.CHANGED));
    orders.replace(order.in(State.PAUSED).in(State.ACTIVE));

    StandingOrder now = orders.find(OURS, order.id()).orElseThrow();
    LeadId full = market.onSale(4);
    Begun fourth = market.begin(full, now);
    for (String name : List.of("a", "b", "c")) {
      Sales.hold(database, StandingFixtures.team(name), full);
    }
    assertThat(market.buyFirst(fourth)).isEqualTo(missed(Miss.FULL));

    LeadId gone = market.onSale(5);
    Begun fifth = market.begin(gone, now);
    database.update(
        "update offers set standing = 'WITHDRAWN' where lead_id = ?", Parameters.of(gone.value()));
    assertThat(market.buyFirst(fifth)).isEqualTo(missed(Miss.NOT_ON_SALE));

    LeadId dearer = market.onSale(6);
    Begun sixth = market.begin(dearer, now);
    database.update(
        "update offers set price = price + 1, revision = revision + 1 where lead_id = ?",
        Parameters.of(dearer.value()));
    assertThat(market.buyFirst(sixth)).isEqualTo(missed(Miss.PRICE_CHANGED));

    Begun seventh = market.begin(market.onSale(7), now);
    database.update(
        "insert into limits (team_id, span, max_leads) values (?, 'day', 0)",
        Parameters.of(OURS.value()));
    assertThat(market.buyFirst(seventh)).isEqualTo(missed(Miss.OVER_LIMIT));
    Faults.none(database);
  }

  @Test
  void aTryThatCannotPayLeavesNothingBehind() {
    market.rich(OURS);
    StandingOrder order = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = market.onSale(1);
    Begun begun = market.begin(lead, order);
    // All the money is set aside for another lead since the allocation began.
    spendOnHolds(OURS);

    assertThat(market.buyFirst(begun)).isEqualTo(missed(Miss.TOO_LITTLE_CREDIT));

    assertThat(market.owners(lead)).isEmpty();
    assertThat(
            database.query(
                "select from holds where team_id = ? and lead_id = ?",
                Parameters.of(OURS.value(), lead.value()),
                _ -> true))
        .isEmpty();
    Faults.none(database);
  }

  @Test
  void aFallingPriceBuysForThoseWhoseLimitItCrosses() {
    market.rich(OURS);
    LeadId lead = market.onSale(1);
    StandingOrder order = market.added("ours", OURS, buying(Money.usd(market.price(lead) - 1)));
    assertThat(market.allocate(lead, order)).isEmpty();

    database.update(
        "update offers set price = price - 1, revision = revision + 1 where lead_id = ?",
        Parameters.of(lead.value()));

    assertThat(market.allocate(lead, order)).containsEntry(order.id(), BOUGHT);
    assertThat(orders.results(OURS, order.id(), Instant.parse("2030-01-01T00:00:00Z"), 9))
        .singleElement()
        .satisfies(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Bought.class));
    assertThat(orders.results(THEIRS, order.id(), Instant.parse("2030-01-01T00:00:00Z"), 9))
        .isEmpty();
  }

  @Test
  void forgetsTheWordsOfALeadThatIsErased() {
    LeadId lead = market.onSale(1);
    market.begin(lead);

    database.update(
        "update offers set words = '{}' where lead_id = ?", Parameters.of(lead.value()));

    assertThat(
            database.query(
                "select cardinality(words) from allocations",
                Parameters.of(),
                row -> row.getInt(1)))
        .containsExactly(0);
  }

  private void spendOnHolds(TeamId team) {
    database.update(
        "update holds set funded = true where team_id = ?", Parameters.of(team.value()));
    LeadId dear = market.onSale(99);
    database.update(
        "update offers set price = 100000 where lead_id = ?", Parameters.of(dear.value()));
    Sales.hold(database, team, dear);
  }
}
