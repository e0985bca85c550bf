package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.buying;
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
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.LeadOpenings.Opening;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders.Outcome;
import com.aiqleads.marketplace.standing.Verdict;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeadOpeningsTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final TestClock time = new TestClock(postgres);
  private final StandingMarket market = new StandingMarket(database, time);
  private final PostgresEarlyAccess earlyAccess = new PostgresEarlyAccess(database);

  @BeforeEach
  void clear() {
    postgres.clear();
    market.rich(OURS);
    market.rich(THEIRS);
    plan(THEIRS, "premium");
    earlyAccess.set(HALF_AN_HOUR);
  }

  @AfterEach
  void leavesNoFault() {
    earlyAccess.set(Duration.ZERO);
    Faults.none(database);
  }

  @Test
  void whoComesTooEarlyIsNotTriedAndGetsItWhenItOpens() {
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    StandingOrder theirs = market.added("theirs", THEIRS, buying(LIMIT));
    LeadId lead = onSale(1);

    assertThat(market.allocate(lead, ours, theirs))
        .containsEntry(ours.id(), missed(Miss.EARLY))
        .containsEntry(theirs.id(), BOUGHT);
    assertThat(tries()).isEqualTo(1);
    assertThat(miss(ours, lead)).isEqualTo(Miss.EARLY);
    assertThat(market.openings.of(lead)).isEmpty();

    time.pass(HALF_AN_HOUR);
    Opening opening = market.openings.of(lead).orElseThrow();
    assertThat(opening.early()).containsExactly(ours.id());
    assertThat(market.finish(market.openings.begin(opening))).containsEntry(ours.id(), BOUGHT);
    assertThat(market.openings.of(lead)).isEmpty();
    assertThat(market.allocations.arrival(lead)).isEmpty();
    assertThat(market.owners(lead)).containsExactlyInAnyOrder(OURS, THEIRS);
    assertThat(market.balance(OURS)).isEqualTo(1_000_00 - market.price(lead));
  }

  @Test
  void whoWantsItAloneGetsItWhereTheOthersThatShareCannotHaveItYet() {
    plan(OURS, "premium");
    plan(THEIRS, "free");
    StandingOrder alone =
        market.added("alone", OURS, StandingFixtures.in(buying(LIMIT), SaleMode.EXCLUSIVE));
    List<StandingOrder> sharing =
        List.of("a", "b", "c").stream()
            .map(
                name -> {
                  market.rich(StandingFixtures.team(name));
                  return market.added(name, StandingFixtures.team(name), buying(LIMIT));
                })
            .toList();
    LeadId lead = onSale(1);
    database.update("update offers set exclusive_price = price * 2", Parameters.of());

    var verdicts = market.allocate(lead, alone, sharing.get(0), sharing.get(1), sharing.get(2));

    assertThat(verdicts).containsEntry(alone.id(), BOUGHT);
    assertThat(verdicts.values()).filteredOn(missed(Miss.EARLY)::equals).hasSize(3);
    time.pass(HALF_AN_HOUR);
    assertThat(opened(lead).values()).containsOnly(missed(Miss.FULL));
    assertThat(miss(sharing.getFirst(), lead)).isEqualTo(Miss.FULL);
  }

  @Test
  void isSaidToOpenOnce() {
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    market.allocate(lead, ours);
    LeadId nobodys = onSale(2);
    market.allocate(nobodys);

    time.pass(HALF_AN_HOUR.minusMillis(1));
    assertThat(market.openings.opened(9)).isEmpty();
    time.pass(Duration.ofMillis(1));
    assertThat(market.openings.opened(9)).containsExactly(lead);
    assertThat(market.openings.opened(9)).isEmpty();
  }

  @Test
  void isTriedAgainOnceMoreIfItIsLongerEarlyThanItWas() {
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    market.allocate(lead, ours);
    time.pass(HALF_AN_HOUR);
    Opening opening = market.openings.of(lead).orElseThrow();
    earlyAccess.set(Duration.ofHours(1));

    assertThat(market.finish(market.openings.begin(opening)))
        .containsEntry(ours.id(), missed(Miss.EARLY));
    assertThat(market.openings.of(lead)).isEmpty();
    time.pass(HALF_AN_HOUR);
    assertThat(opened(lead)).containsEntry(ours.id(), BOUGHT);
  }

  @Test
  void goesOnWithAnOpeningThatWasNotFinished() {
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    market.allocate(lead, ours);
    time.pass(HALF_AN_HOUR);
    Begun begun = market.openings.begin(market.openings.of(lead).orElseThrow());
    market.buyFirst(begun);

    assertThat(market.openings.begin(market.openings.of(lead).orElseThrow()).id())
        .isEqualTo(begun.id());
    assertThat(opened(lead)).containsEntry(ours.id(), BOUGHT);
    assertThat(market.balance(OURS)).isEqualTo(1_000_00 - market.price(lead));
  }

  @Test
  void isReplayedFromWhatIsKept() {
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    Begun early = market.begin(lead, ours);
    market.finish(early);
    time.pass(HALF_AN_HOUR);
    Begun open = market.openings.begin(market.openings.of(lead).orElseThrow());
    market.finish(open);

    for (Begun one : List.of(early, open)) {
      Allocations.Kept kept = market.allocations.kept(one.id()).orElseThrow();
      assertThat(AllocationText.replay(kept.input(), kept.answers())).isEqualTo(kept.result());
    }
  }

  @Test
  void saysOfWhoDoesNotWantItAnyMoreThatItDoesNot() {
    StandingOrder paused = market.added("paused", OURS, buying(LIMIT));
    StandingOrder cheap = market.added("cheap", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    market.allocate(lead, paused, cheap);
    market.orders.replace(paused.in(State.PAUSED));
    market.orders.replace(cheap.with(buying(Money.usd(1)), cheap.since()));
    time.pass(HALF_AN_HOUR);

    assertThat(opened(lead)).isEmpty();

    assertThat(miss(paused, lead)).isEqualTo(Miss.PAUSED);
    assertThat(miss(cheap, lead)).isEqualTo(Miss.ABOVE_LIMIT);
  }

  /// Others of that price keep what was said to them.
  @Test
  void whoLostAtThatPriceIsNotTriedAgain() {
    StandingOrder poor = market.added("poor", StandingFixtures.team("poor"), buying(LIMIT));
    plan(StandingFixtures.team("poor"), "premium");
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    market.allocate(lead, poor, ours);
    market.rich(StandingFixtures.team("poor"));
    time.pass(HALF_AN_HOUR);

    assertThat(opened(lead)).containsOnlyKeys(ours.id());
    assertThat(miss(poor, lead)).isEqualTo(Miss.TOO_LITTLE_CREDIT);
  }

  @Test
  void aNewPriceTakesThePlaceOfAnOpening() {
    StandingOrder ours = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = onSale(1);
    market.allocate(lead, ours);
    time.pass(HALF_AN_HOUR);
    database.update("update offers set revision = revision + 1", Parameters.of());

    assertThat(market.openings.of(lead)).isEmpty();
    assertThat(market.allocate(lead, ours)).containsEntry(ours.id(), BOUGHT);
  }

  private Map<StandingOrderId, Verdict> opened(LeadId lead) {
    return market.finish(market.openings.begin(market.openings.of(lead).orElseThrow()));
  }

  private LeadId onSale(int number) {
    LeadId lead = market.onSale(number);
    database.update(
        "update offers set published_at = clock() where lead_id = ?", Parameters.of(lead.value()));
    return lead;
  }

  private void plan(TeamId team, String plan) {
    database.update(
        "update buyers set plan = ? where team_id = ?", Parameters.of(plan, team.value()));
  }

  private int tries() {
    return database.query("select from allocation_tries", Parameters.of(), _ -> true).size();
  }

  private Miss miss(StandingOrder order, LeadId lead) {
    return market.orders.why(order.team(), lead).orElseThrow().stream()
        .filter(answer -> answer.order().id().equals(order.id()))
        .map(answer -> ((Outcome.Missed) answer.outcome()).why().miss())
        .findFirst()
        .orElseThrow();
  }
}
