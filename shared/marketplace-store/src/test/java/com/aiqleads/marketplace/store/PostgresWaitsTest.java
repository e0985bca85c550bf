package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.Slots;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldAnswer.AllHeld;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.OverLimit;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.Joining;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Limits;
import com.aiqleads.marketplace.holds.Offering;
import com.aiqleads.marketplace.holds.Offering.Offered;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.holds.Wait;
import com.aiqleads.marketplace.holds.Waits;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresWaitsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final Duration HOLD = Duration.ofMinutes(5);
  private static final Duration OFFER = Duration.ofMinutes(15);

  private final Database database = Stores.database(postgres);
  private final Holds holds = new PostgresHolds(database, InstantSource.system());
  private final Waits waits = new PostgresWaits(database, InstantSource.system());
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putALeadOnSale() {
    postgres.clear();
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
    assertThat(waitersWhoHold(database)).isEmpty();
  }

  @Test
  void aTeamHasOnePlaceInTheLine() {
    takeAll();

    assertThat(waits.join(team(4), LEAD)).isEqualTo(new Joining.Waiting(0));
    assertThat(waits.join(team(5), LEAD)).isEqualTo(new Joining.Waiting(1));
    assertThat(waits.join(team(4), LEAD)).as("again").isEqualTo(new Joining.Waiting(0));

    String headline = "3-bedroom house in Miami, FL";
    assertThat(waits.of(team(5))).containsExactly(new Wait(LEAD, headline, true, 1, NOON));
    assertThat(waits.leave(team(4), LEAD)).isTrue();
    assertThat(waits.leave(team(4), LEAD)).as("again").isFalse();
    assertThat(waits.of(team(5))).containsExactly(new Wait(LEAD, headline, true, 0, NOON));
  }

  @Test
  void saysWhyATeamCannotWait() {
    assertThat(waits.join(team(1), OfferFixtures.leadId(9))).isEqualTo(Joining.Refused.NOT_ON_SALE);
    assertThat(waits.join(team(1), LEAD)).isEqualTo(Joining.Refused.FREE);
    Hold[] all = takeAll();
    assertThat(waits.join(team(1), LEAD)).isEqualTo(Joining.Refused.HELD_BEFORE);
    Sales.buy(database, team(1), all[0]);
    assertThat(waits.join(team(1), LEAD)).isEqualTo(Joining.Refused.ALREADY_OWNED);
    Sales.buy(database, team(2), all[1]);
    Sales.buy(database, team(3), all[2]);
    assertThat(waits.join(team(4), LEAD)).isEqualTo(Joining.Refused.SOLD_OUT);
  }

  @Test
  void mayWaitForAsManyLeadsAsThePlanAllowsToHold() {
    new Database(postgres.administrator())
        .update("update marketplace.plans set open_holds = 1 where plan = 'free'", _ -> {});
    try {
      Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(2, 1))));
      IntStream.rangeClosed(1, 3).forEach(it -> hold(it, LEAD));
      IntStream.rangeClosed(4, 6).forEach(it -> hold(it, OfferFixtures.leadId(2)));

      assertThat(waits.join(team(7), LEAD)).isEqualTo(new Joining.Waiting(0));
      assertThat(waits.join(team(7), OfferFixtures.leadId(2)))
          .isEqualTo(Joining.Refused.TOO_MANY_WAITS);
    } finally {
      new Database(postgres.administrator())
          .update("update marketplace.plans set open_holds = 25 where plan = 'free'", _ -> {});
    }
  }

  @Test
  void whatComesFreeIsHeldForWhoeverWaitsFirstAndForNobodyElse() {
    Hold[] all = takeAll();
    waits.join(team(4), LEAD);
    waits.join(team(5), LEAD);

    holds.release(team(2), all[1].id());

    assertThat(ask(6)).as("before the offer").isEqualTo(new AllHeld(LEAD, Optional.empty()));
    assertThat(ask(5)).as("not its turn").isEqualTo(new AllHeld(LEAD, Optional.empty()));
    assertThat(waits.due(9)).containsExactly(LEAD);
    Hold offered = offered(team(4));
    assertThat(offered.until()).isEqualTo(NOON.plus(OFFER));
    assertThat(holds.cart(team(4))).extracting(line -> line.hold().id()).contains(offered.id());
    assertThat(waits.of(team(4))).isEmpty();
    assertThat(waits.due(9)).isEmpty();
    assertThat(waits.offer(LEAD)).as("nothing is free").isEmpty();
    Sales.buy(database, team(4), offered);
  }

  @Test
  void anOfferThatLapsesGoesToTheNextWithNothingRunningButTheOffer() {
    takeAll();
    waits.join(team(4), LEAD);
    waits.join(team(5), LEAD);
    clock.pass(HOLD);
    offered(team(4));
    offered(team(5));
    hold(7, LEAD);
    waits.join(team(6), LEAD);
    clock.pass(OFFER);

    assertThat(waits.offer(LEAD)).map(Offering::team).contains(team(6));
    assertThat(ask(8)).as("nobody waits any more").isInstanceOf(Held.class);
  }

  @Test
  void whoseTurnItIsMayTakeItHimself() {
    Hold[] all = takeAll();
    waits.join(team(4), LEAD);
    holds.release(team(1), all[0].id());

    assertThat(ask(4)).isInstanceOf(Held.class);

    assertThat(waits.of(team(4))).isEmpty();
    assertThat(waits.offer(LEAD)).isEmpty();
  }

  @Test
  void moreThanTheLineNeedsIsForEverybody() {
    Hold[] all = takeAll();
    waits.join(team(4), LEAD);
    holds.release(team(1), all[0].id());
    holds.release(team(2), all[1].id());

    assertThat(ask(6)).isInstanceOf(Held.class);
    assertThat(ask(7)).isInstanceOf(AllHeld.class);
    offered(team(4));
  }

  @Test
  void whoCannotTakeItLosesHisPlaceAndTheNextIsAsked() {
    Hold[] all = takeAll();
    waits.join(team(4), LEAD);
    waits.join(team(5), LEAD);
    Limit nothing = new Limit(Span.DAY, Optional.of(0), Optional.empty());
    new PostgresTeamLimits(database).set(team(4), new Limits(ZoneOffset.UTC, List.of(nothing)));
    holds.release(team(1), all[0].id());

    assertThat(waits.offer(LEAD))
        .contains(new Offering.Passed(team(4), LEAD, new OverLimit(LEAD, Span.DAY)));
    offered(team(5));
    assertThat(waits.of(team(4))).isEmpty();
  }

  @Test
  void aLeadThatIsOffSaleIsOfferedToNobody() {
    Hold[] all = takeAll();
    waits.join(team(4), LEAD);
    Stores.offers(database)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Standing.WITHDRAWN);
    holds.release(team(1), all[0].id());

    assertThat(waits.due(9)).isEmpty();
    assertThat(waits.of(team(4))).extracting(Wait::onSale).containsExactly(false);
  }

  @Test
  void searchCountsWhatIsDueToTheLineAsTaken() {
    Hold[] all = takeAll();
    waits.join(team(4), LEAD);
    PostgresAvailabilities availabilities = new PostgresAvailabilities(database);
    availabilities.note(List.of(all[0].id()));
    holds.release(team(1), all[0].id());

    assertThat(Stores.storefront(database).show(team(9), LEAD).orElseThrow().card().slots())
        .isEqualTo(new Slots(3, 0, null, 1));
    assertThat(availabilities.note(List.of(all[0].id()))).isEmpty();
    offered(team(4));
    assertThat(availabilities.note(List.of(all[0].id()))).isEmpty();
    clock.pass(HOLD);
    holds.release(team(4), cart(4));
    assertThat(availabilities.note(List.of(all[0].id())))
        .containsExactly(new Availability(LEAD, 2, Availability.FREE));
  }

  @Test
  void aloneItIsFreeWhenTheLastHoldEnds() {
    hold(1, LEAD);
    clock.pass(Duration.ofMinutes(1));
    hold(2, LEAD);

    assertThat(holds.hold(team(3), Wishes.of(LEAD, SaleMode.EXCLUSIVE)).getFirst())
        .isEqualTo(new AllHeld(LEAD, freeAt(HOLD.plusMinutes(1))));
  }

  /// Some wait, some ask without waiting, some let go, some offer, all at once and each on a
  /// connection of its own: what was offered follows the line, and nothing is sold twice.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nobodyPassesTheLineHoweverManyAsk(long seed) throws Exception {
    takeAll();
    List<TeamId> line = IntStream.rangeClosed(11, 40).mapToObj(PostgresWaitsTest::team).toList();
    line.forEach(team -> waits.join(team, LEAD));
    clock.pass(HOLD);

    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      List<Future<?>> all = new ArrayList<>();
      for (int number = 0; number < 12; number++) {
        int racer = number;
        all.add(threads.submit(() -> race(racer, new Random(seed * 31 + racer))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }

    assertThat(jumpedTheLine()).isEmpty();
    assertThat(offeredInOrder()).isEqualTo(line.subList(0, offeredInOrder().size()));
  }

  private void race(int racer, Random random) {
    Database own = Stores.database(postgres);
    Holds ownHolds = new PostgresHolds(own, InstantSource.system());
    Waits ownWaits = new PostgresWaits(own, InstantSource.system());
    for (int act = 0; act < 25; act++) {
      switch (random.nextInt(3)) {
        case 0 -> ownWaits.offer(LEAD).ifPresent(it -> letGo(ownHolds, it, random));
        case 1 -> ownHolds.hold(team(100 + racer), Wishes.of(LEAD, SaleMode.SHARED));
        default -> ownHolds.hold(team(200 + racer), Wishes.of(LEAD, SaleMode.EXCLUSIVE));
      }
    }
  }

  private static void letGo(Holds holds, Offering offering, Random random) {
    if (offering instanceof Offered(TeamId team, Hold hold) && random.nextBoolean()) {
      holds.release(team, hold.id());
    }
  }

  /// Holds of teams outside the line while somebody was waiting.
  private List<String> jumpedTheLine() {
    return new Database(postgres.administrator())
        .query(
            """
            select h.team_id::text from marketplace.holds h
            where h.held_at > (select min(held_at) from marketplace.holds)
              and exists (select from marketplace.waits w where w.state = 'WAITING')
              and not exists (select from marketplace.waits w where w.hold_id = h.hold_id)
            """,
            _ -> {},
            row -> row.getString(1));
  }

  private List<TeamId> offeredInOrder() {
    return new Database(postgres.administrator())
        .query(
            "select team_id from marketplace.waits where state = 'OFFERED' order by nr",
            _ -> {},
            row -> new TeamId(row.getObject(1, java.util.UUID.class)));
  }

  static List<String> waitersWhoHold(Database database) {
    return database.query(
        """
        select w.team_id::text from waits w join holds h using (team_id, lead_id)
        where w.state = 'WAITING' and h.state = 'ACTIVE' and h.hold_until > clock()
        """,
        _ -> {},
        row -> row.getString(1));
  }

  private Hold[] takeAll() {
    return new Hold[] {hold(1, LEAD), hold(2, LEAD), hold(3, LEAD)};
  }

  private Hold offered(TeamId team) {
    Offering offering = waits.offer(LEAD).orElseThrow();
    assertThat(offering.team()).isEqualTo(team);
    return ((Offered) offering).hold();
  }

  private HoldId cart(int team) {
    return holds.cart(team(team)).getFirst().hold().id();
  }

  private static Optional<Instant> freeAt(Duration fromNoon) {
    return Optional.of(NOON.plus(fromNoon));
  }

  private HoldAnswer ask(int team) {
    return holds.hold(team(team), Wishes.of(LEAD, SaleMode.SHARED)).getFirst();
  }

  private Hold hold(int team, LeadId lead) {
    HoldAnswer answer = holds.hold(team(team), Wishes.of(lead, SaleMode.SHARED)).getFirst();
    return ((Held) answer).hold();
  }

  private static TeamId team(int number) {
    return new TeamId(Ids.derived("team", Integer.toString(number)));
  }
}
