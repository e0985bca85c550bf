package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.holds.CartLine;
import com.aiqleads.marketplace.holds.Ending;
import com.aiqleads.marketplace.holds.Extension;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldAnswer.AllHeld;
import com.aiqleads.marketplace.holds.HoldAnswer.AlreadyOwned;
import com.aiqleads.marketplace.holds.HoldAnswer.CoolingDown;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.HeldBefore;
import com.aiqleads.marketplace.holds.HoldAnswer.HeldOtherwise;
import com.aiqleads.marketplace.holds.HoldAnswer.NotOnSale;
import com.aiqleads.marketplace.holds.HoldAnswer.OthersRefused;
import com.aiqleads.marketplace.holds.HoldAnswer.OverLimit;
import com.aiqleads.marketplace.holds.HoldAnswer.PriceChanged;
import com.aiqleads.marketplace.holds.HoldAnswer.SoldOut;
import com.aiqleads.marketplace.holds.HoldAnswer.TooManyHolds;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Limits;
import com.aiqleads.marketplace.holds.Release;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.holds.TeamLimits;
import com.aiqleads.marketplace.holds.Wish;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresHoldsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  /// When the test clock begins.
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static final Duration HOLD = Duration.ofMinutes(5);
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final Money PRICE = Money.usd(34_00);

  private final Database database = Stores.database(postgres);
  private final Holds holds = new PostgresHolds(database, InstantSource.system());
  private final TeamLimits limits = new PostgresTeamLimits(database);
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, 30)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  @Test
  void keepsALeadForFiveMinutesAtItsPrice() {
    Hold hold = held(team(1), LEAD);

    assertThat(hold.price()).isEqualTo(PRICE);
    assertThat(hold.heldAt()).isEqualTo(NOON);
    assertThat(hold.until()).isEqualTo(NOON.plus(HOLD));
    assertThat(holds.cart(team(1)))
        .containsExactly(
            new CartLine(hold, "3-bedroom house in Miami, FL", true, Optional.empty()));
    assertThat(holds.cart(team(2))).isEmpty();
  }

  @Test
  void isNeverHeldByMoreThanItHasSlots() {
    held(team(1), LEAD);
    held(team(2), LEAD);
    clock.pass(A_SECOND);
    held(team(3), LEAD);

    assertThat(hold(team(4), LEAD)).isEqualTo(new AllHeld(LEAD, Optional.of(NOON.plus(HOLD))));
  }

  @Test
  void givesTheSameHoldAgain() {
    Hold hold = held(team(1), LEAD);
    clock.pass(A_SECOND);

    assertThat(hold(team(1), LEAD)).isEqualTo(new HeldBefore(hold));
    assertThat(free()).isEqualTo(2);
  }

  @Test
  void isFreeTheMomentAHoldIsOverWithNothingRunning() {
    List.of(1, 2, 3).forEach(number -> held(team(number), LEAD));

    clock.pass(HOLD.minusMillis(1));
    assertThat(hold(team(4), LEAD)).isInstanceOf(AllHeld.class);

    clock.pass(Duration.ofMillis(1));
    assertThat(holds.cart(team(1))).isEmpty();
    assertThat(hold(team(4), LEAD)).isInstanceOf(Held.class);
  }

  @Test
  void takesTheSlotOfAHoldThatIsOver() {
    Hold first = held(team(1), LEAD);
    clock.pass(HOLD);
    List.of(2, 3, 4).forEach(number -> held(team(number), LEAD));

    assertThat(holds.release(team(1), first.id())).isEqualTo(new Release.Ended(Ending.EXPIRED));
    assertThat(free()).isZero();
    assertThat(hold(team(5), LEAD)).isInstanceOf(AllHeld.class);
  }

  @Test
  void ownHoldThatIsOverDoesNotStandInTheWay() {
    held(team(1), LEAD);
    clock.pass(HOLD.multipliedBy(2));

    assertThat(hold(team(1), LEAD)).isInstanceOf(Held.class);
    assertThat(free()).isEqualTo(2);
  }

  @Test
  void waitsAsLongAsALeadWasHeldAndLetGo() {
    Hold hold = held(team(1), LEAD);
    clock.pass(Duration.ofSeconds(40));
    holds.release(team(1), hold.id());

    assertThat(hold(team(1), LEAD)).isEqualTo(new CoolingDown(LEAD, NOON.plusSeconds(80)));
    assertThat(hold(team(1), OfferFixtures.leadId(2))).isInstanceOf(Held.class);
    clock.pass(Duration.ofSeconds(40));
    assertThat(hold(team(1), LEAD)).isInstanceOf(Held.class);
  }

  @Test
  void sellsAloneOnlyWhatNobodyHolds() {
    held(team(1), LEAD);

    assertThat(alone(team(2), LEAD)).isEqualTo(new AllHeld(LEAD, Optional.of(NOON.plus(HOLD))));
    clock.pass(HOLD);

    Hold hold = ((Held) alone(team(2), LEAD)).hold();
    assertThat(hold.price()).isEqualTo(Money.usd(3 * 34_00));
    assertThat(hold.mode()).isEqualTo(SaleMode.EXCLUSIVE);
    assertThat(free()).isZero();
    assertThat(hold(team(3), LEAD)).isInstanceOf(AllHeld.class);
    assertThat(hold(team(2), LEAD)).isEqualTo(new HeldOtherwise(LEAD));
    assertThat(holds.release(team(2), hold.id())).isEqualTo(new Release.Released());
    assertThat(free()).isEqualTo(3);
  }

  @Test
  void neverSellsAloneWhatHasBeenSold() {
    sell(team(1));

    assertThat(alone(team(2), LEAD)).isEqualTo(new SoldOut(LEAD));
    assertThat(hold(team(1), LEAD)).isEqualTo(new AlreadyOwned(LEAD));
    assertThat(hold(team(2), LEAD)).isInstanceOf(Held.class);
  }

  @Test
  void isSoldOutWhenEverySlotIsSold() {
    List.of(1, 2, 3).forEach(number -> sell(team(number)));

    assertThat(hold(team(4), LEAD)).isEqualTo(new SoldOut(LEAD));
  }

  @Test
  void holdsNothingThatIsNotOnSale() {
    LeadId unknown = OfferFixtures.leadId(99);
    Offer offer = OfferFixtures.anOffer(OfferFixtures.aLead(1, 2));
    Stores.offers(database).store(offer, Standing.WITHDRAWN);

    assertThat(hold(team(1), unknown)).isEqualTo(new NotOnSale(unknown));
    assertThat(hold(team(1), LEAD)).isEqualTo(new NotOnSale(LEAD));
  }

  @Test
  void saysInTheCartWhatIsOnSaleNoMore() {
    held(team(1), LEAD);
    Offer offer = OfferFixtures.anOffer(OfferFixtures.aLead(1, 2));
    Stores.offers(database).store(offer, Standing.WITHDRAWN);

    assertThat(holds.cart(team(1))).extracting(CartLine::onSale).containsExactly(false);
  }

  @Test
  void holdsOnlyAtThePriceThatWasSeen() {
    Wish cheap = new Wish(LEAD, Optional.of(Money.usd(33_99)));
    Wish seen = new Wish(LEAD, Optional.of(PRICE));

    assertThat(holds.hold(team(1), new Wishes(List.of(cheap), SaleMode.SHARED, true)))
        .containsExactly(new PriceChanged(LEAD, PRICE));
    assertThat(holds.hold(team(1), new Wishes(List.of(seen), SaleMode.SHARED, true)))
        .allMatch(Held.class::isInstance);
  }

  @Test
  void keepsThePriceOfAHoldWhenTheOfferChanges() {
    Hold hold = held(team(1), LEAD);
    Offer before = OfferFixtures.anOffer(OfferFixtures.aLead(1, 2));
    Offer dearer =
        new Offer(
            before.lead(),
            before.contact(),
            before.quality(),
            before.fraud(),
            OfferFixtures.aPrice(99_00),
            before.journey());
    Stores.offers(database).store(dearer, Standing.ON_SALE);

    assertThat(holds.cart(team(1)))
        .extracting(CartLine::hold)
        .extracting(Hold::price)
        .containsExactly(hold.price());
    assertThat(hold(team(2), LEAD))
        .extracting(answer -> ((Held) answer).hold().price())
        .isEqualTo(Money.usd(99_00));
  }

  @Test
  void extendsAsOftenAsThePlanAllows() {
    Hold hold = held(team(1), LEAD);
    clock.pass(Duration.ofMinutes(4));

    Extension extended = holds.extend(team(1), hold.id());
    clock.pass(Duration.ofMinutes(4));

    assertThat(extended)
        .isInstanceOfSatisfying(
            Extension.Extended.class,
            it -> {
              assertThat(it.hold().until()).isEqualTo(NOON.plus(Duration.ofMinutes(9)));
              assertThat(it.hold().extensionsLeft()).isZero();
              assertThat(holds.cart(team(1))).extracting(CartLine::hold).containsExactly(it.hold());
            });
    assertThat(holds.extend(team(1), hold.id())).isInstanceOf(Extension.NoLonger.class);
    clock.pass(Duration.ofMinutes(1));
    assertThat(holds.extend(team(1), hold.id())).isEqualTo(new Extension.Ended(Ending.EXPIRED));
  }

  @Test
  void neverLastsLongerThanThePlanAllowsHoweverOftenItIsExtended() {
    plan(team(1), "pro");
    Hold hold = held(team(1), LEAD);
    clock.pass(Duration.ofMinutes(14));
    holds.extend(team(1), hold.id());
    clock.pass(Duration.ofMinutes(14));
    holds.extend(team(1), hold.id());

    assertThat(holds.cart(team(1)))
        .extracting(line -> line.hold().until())
        .allMatch(until -> !until.isAfter(NOON.plus(Duration.ofMinutes(45))));
  }

  @Test
  void keepsAwayFromTheHoldsOfOthers() {
    Hold theirs = held(team(1), LEAD);

    assertThat(holds.extend(team(2), theirs.id())).isEqualTo(new Extension.Unknown());
    assertThat(holds.release(team(2), theirs.id())).isEqualTo(new Release.Unknown());
    assertThat(holds.extend(team(2), new HoldId(Ids.derived("hold", "none"))))
        .isEqualTo(new Extension.Unknown());
    assertThat(holds.cart(team(1))).hasSize(1);
  }

  /// Somebody only looks at the slot while its hold is being written down as over.
  @Test
  void getsALeadAgainOfWhichASlotWasLeftBehind() {
    held(team(1), LEAD);
    clock.pass(HOLD);
    assertThat(lookingAtSlots(() -> holds.endOverdue(10))).isEqualTo(1);
    clock.pass(HOLD);

    assertThat(hold(team(1), LEAD)).isInstanceOf(Held.class);
    assertThat(free()).isEqualTo(2);
  }

  private int lookingAtSlots(IntSupplier act) {
    Database other = Stores.database(postgres);
    return other.inTransaction(
        () -> {
          other.query("select from slots for update", Parameters.of(), _ -> true);
          return act.getAsInt();
        });
  }

  @Test
  void releasesOnce() {
    Hold hold = held(team(1), LEAD);

    assertThat(holds.release(team(1), hold.id())).isEqualTo(new Release.Released());
    assertThat(holds.release(team(1), hold.id())).isEqualTo(new Release.Ended(Ending.RELEASED));
    assertThat(free()).isEqualTo(3);
  }

  @Test
  void holdsAllOrNone() {
    sell(team(1));
    List<HoldAnswer> answers = holds.hold(team(1), several(true, 3, 1, 2));

    assertThat(answers)
        .containsExactly(
            new OthersRefused(OfferFixtures.leadId(3)),
            new AlreadyOwned(LEAD),
            new OthersRefused(OfferFixtures.leadId(2)));
    assertThat(holds.cart(team(1))).isEmpty();
    assertThat(count("select count(*) from holds where state = 'ACTIVE'")).isZero();
  }

  @Test
  void holdsWhatCanBeHadInTheOrderAsked() {
    sell(team(1));

    List<HoldAnswer> answers = holds.hold(team(1), several(false, 3, 1, 2));

    assertThat(answers).extracting(HoldAnswer::lead).containsExactly(leads(3, 1, 2));
    assertThat(answers.get(0)).isInstanceOf(Held.class);
    assertThat(answers.get(1)).isInstanceOf(AlreadyOwned.class);
    assertThat(answers.get(2)).isInstanceOf(Held.class);
  }

  @Test
  void holdsNoMoreThanThePlanAllowsAtATime() {
    int[] numbers = IntStream.rangeClosed(1, 26).toArray();

    List<HoldAnswer> answers = holds.hold(team(1), several(false, numbers));

    assertThat(answers.subList(0, 25)).allMatch(Held.class::isInstance);
    assertThat(answers.getLast()).isEqualTo(new TooManyHolds(OfferFixtures.leadId(26)));
  }

  @Test
  void isShortForWhoHoldsAndNeverBuys() {
    for (int number = 1; number <= 20; number++) {
      Hold hold = held(team(1), OfferFixtures.leadId(number));
      holds.release(team(1), hold.id());
    }

    Hold hold = held(team(1), OfferFixtures.leadId(21));

    assertThat(hold.until()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
    assertThat(hold.extensionsLeft()).isZero();
    assertThat(holds.extend(team(1), hold.id())).isInstanceOf(Extension.NoLonger.class);
    assertThat(held(team(2), OfferFixtures.leadId(21)).until()).isEqualTo(NOON.plus(HOLD));
  }

  @Test
  void countsWhatIsHeldAgainstTheLimitsOfTheTeam() {
    limit(team(1), "UTC", new Limit(Span.DAY, Optional.of(2), Optional.empty()));

    List<HoldAnswer> answers = holds.hold(team(1), several(false, 3, 1, 2));

    assertThat(answers.getLast()).isEqualTo(new OverLimit(OfferFixtures.leadId(2), Span.DAY));
    assertThat(answers.subList(0, 2)).allMatch(Held.class::isInstance);
    assertThat(hold(team(2), LEAD)).isInstanceOf(Held.class);
  }

  @Test
  void countsMoneyToTheCent() {
    Limit exact = new Limit(Span.TOTAL, Optional.empty(), Optional.of(Money.usd(68_00)));
    Limit less = new Limit(Span.TOTAL, Optional.empty(), Optional.of(Money.usd(67_99)));
    limit(team(1), "UTC", exact);
    limit(team(2), "UTC", less);

    assertThat(holds.hold(team(1), several(true, 1, 2))).allMatch(Held.class::isInstance);
    assertThat(holds.hold(team(2), several(true, 1, 2)))
        .containsExactly(
            new OthersRefused(LEAD), new OverLimit(OfferFixtures.leadId(2), Span.TOTAL));
  }

  @Test
  void givesBackToTheLimitWhatIsLetGo() {
    limit(team(1), "UTC", new Limit(Span.WEEK, Optional.of(1), Optional.empty()));
    Hold first = held(team(1), LEAD);
    holds.release(team(1), first.id());

    held(team(1), OfferFixtures.leadId(2));
    clock.pass(HOLD);
    held(team(1), OfferFixtures.leadId(3));

    assertThat(hold(team(1), OfferFixtures.leadId(4)))
        .isEqualTo(new OverLimit(OfferFixtures.leadId(4), Span.WEEK));
  }

  /// At noon of UTC it is 7 in the morning in New York: 17 hours are left of the day there.
  @Test
  void beginsTheDayWhereTheTeamIs() {
    limit(team(1), "America/New_York", new Limit(Span.DAY, Optional.of(1), Optional.empty()));
    plan(team(1), "premium");
    sell(team(1));

    clock.pass(Duration.ofHours(17).minusMillis(1));
    assertThat(hold(team(1), OfferFixtures.leadId(2))).isInstanceOf(OverLimit.class);
    clock.pass(Duration.ofMillis(1));
    assertThat(hold(team(1), OfferFixtures.leadId(2))).isInstanceOf(Held.class);
  }

  @Test
  void keepsTheLimitsOfATeam() {
    Limits some =
        new Limits(
            ZoneId.of("America/Chicago"),
            List.of(
                new Limit(Span.HOUR, Optional.of(3), Optional.empty()),
                new Limit(Span.MONTH, Optional.of(0), Optional.of(Money.usd(5)))));
    limits.set(team(1), some);
    limits.set(team(1), some);

    assertThat(limits.of(team(1))).isEqualTo(some);
    assertThat(limits.of(team(2)).limits()).isEmpty();
    limits.set(team(1), new Limits(ZoneId.of("UTC"), List.of()));
    assertThat(limits.of(team(1)).limits()).isEmpty();
  }

  @Test
  void writesDownWhatHasEnded() {
    held(team(1), LEAD);
    held(team(2), OfferFixtures.leadId(2));
    assertThat(holds.endOverdue(10)).isZero();
    clock.pass(HOLD);

    assertThat(holds.endOverdue(10)).isEqualTo(2);
    assertThat(holds.endOverdue(10)).isZero();
    assertThat(count("select count(*) from slots where state <> 'FREE'")).isZero();
    assertThat(count("select count(*) from holds where state = 'EXPIRED'")).isEqualTo(2);
  }

  private Hold held(TeamId team, LeadId lead) {
    return ((Held) hold(team, lead)).hold();
  }

  private HoldAnswer hold(TeamId team, LeadId lead) {
    return holds.hold(team, Wishes.of(lead, SaleMode.SHARED)).getFirst();
  }

  private HoldAnswer alone(TeamId team, LeadId lead) {
    return holds.hold(team, Wishes.of(lead, SaleMode.EXCLUSIVE)).getFirst();
  }

  private static Wishes several(boolean allOrNone, int... numbers) {
    List<Wish> wishes =
        IntStream.of(numbers)
            .mapToObj(number -> new Wish(OfferFixtures.leadId(number), Optional.empty()))
            .toList();
    return new Wishes(wishes, SaleMode.SHARED, allOrNone);
  }

  private static LeadId[] leads(int... numbers) {
    return IntStream.of(numbers).mapToObj(OfferFixtures::leadId).toArray(LeadId[]::new);
  }

  private static TeamId team(int number) {
    return new TeamId(Ids.derived("team", Integer.toString(number)));
  }

  private void limit(TeamId team, String zone, Limit limit) {
    limits.set(team, new Limits(ZoneId.of(zone), List.of(limit)));
  }

  private void plan(TeamId team, String plan) {
    database.update(
        "insert into buyers (team_id, plan) values (?, ?)"
            + " on conflict (team_id) do update set plan = excluded.plan",
        Parameters.of(team.value(), plan));
  }

  private void sell(TeamId team) {
    Sales.buy(database, team, held(team, LEAD));
  }

  private int free() {
    return Stores.storefront(database).show(team(9), LEAD).orElseThrow().card().slots().free();
  }

  private int count(String sql) {
    return database.query(sql, Parameters.of(), row -> row.getInt(1)).getFirst();
  }
}
