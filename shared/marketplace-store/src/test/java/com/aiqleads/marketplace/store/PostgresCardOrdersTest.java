package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.holds.CartLine;
import com.aiqleads.marketplace.holds.Ending;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.AllHeld;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.SoldOut;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Limits;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.CardOrder;
import com.aiqleads.marketplace.orders.CardOrder.Refusal;
import com.aiqleads.marketplace.orders.CardOrder.State;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.Preparation;
import com.aiqleads.marketplace.orders.Preparation.InDebt;
import com.aiqleads.marketplace.orders.Preparation.Prepared;
import com.aiqleads.marketplace.orders.Preparation.Refused;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.testkit.PostgresService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCardOrdersTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final LeadId OTHER = OfferFixtures.leadId(2);
  private static final Money PRICE = Money.usd(34_00);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(51);

  private final Database database = Stores.database(postgres);
  private final PostgresHolds holds = new PostgresHolds(database, InstantSource.system());
  private final PostgresCardOrders orders = new PostgresCardOrders(database);
  private final PostgresPayments payments = new PostgresPayments(database);
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final TestClock clock = new TestClock(postgres);
  private int said;

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, 2)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  @Test
  void buysWithItsPaymentAndWithNothingElse() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(10_00)));
    Checkout checkout = checkout(hold(OURS, LEAD), hold(OURS, OTHER));
    PaymentId payment = prepare(checkout);
    assertThat(orders.finish(payment)).contains(State.OPEN);

    pay(payment, Money.usd(68_00));
    assertThat(wallets.of(OURS).available()).isEqualTo(Money.usd(10_00));

    assertThat(orders.finish(payment)).contains(State.PAID);
    assertThat(orders.finish(payment)).contains(State.PAID);
    assertThat(bought(OURS)).isEqualTo(2);
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(10_00));
    assertThat(wallets.statement(OURS, Long.MAX_VALUE, 10))
        .extracting(Movement::kind)
        .containsExactly(
            Movement.Kind.PURCHASE,
            Movement.Kind.PURCHASE,
            Movement.Kind.TOP_UP,
            Movement.Kind.GIFT);
    assertThat(payments.of(OURS, 10)).isEmpty();
  }

  @Test
  void isFoundAgainFromTheCartForAsLongAsItIsBeingPaid() {
    Hold paid = hold(OURS, LEAD);
    hold(OURS, OTHER);
    PaymentId payment = prepare(checkout(paid));

    assertThat(holds.cart(OURS))
        .filteredOn(line -> line.payment().equals(Optional.of(payment)))
        .extracting(line -> line.hold().lead())
        .containsExactly(LEAD);
    assertThat(holds.cart(OURS).stream().filter(CartLine::isForSale)).hasSize(1);
    payments.heard(GatewayTalk.failed(payment));
    orders.finish(payment);
    assertThat(holds.cart(OURS)).allMatch(CartLine::isForSale);
  }

  @Test
  void isOnePaymentHoweverOftenItIsAskedFor() {
    Checkout checkout = checkout(hold(OURS, LEAD));
    PaymentId payment = prepare(checkout);

    assertThat(prepare(checkout)).isEqualTo(payment);
    pay(payment, PRICE);
    orders.finish(payment);
    assertThat(prepare(checkout)).isEqualTo(payment);
    assertThat(order(payment))
        .isEqualTo(new CardOrder(checkout.order(), payment, PRICE, State.PAID, Optional.empty()));
    assertThat(orders.find(THEIRS, payment)).isEmpty();
  }

  @Test
  void whoLosesTheRaceGetsThePaymentOfTheWinner() throws Exception {
    Checkout checkout = checkout(hold(OURS, LEAD));

    List<PaymentId> prepared = atOnce(() -> prepare(checkout));

    assertThat(prepared).hasSize(8).containsOnly(prepared.getFirst());
    pay(prepared.getFirst(), PRICE);
    assertThat(atOnce(() -> orders.finish(prepared.getFirst())))
        .containsOnly(Optional.of(State.PAID));
    assertThat(bought(OURS)).isEqualTo(1);
  }

  @Test
  void keepsWhatIsBeingPaidALittleLongerThanSomebodyCanPay() {
    PaymentId payment = prepare(checkout(alone(OURS, LEAD)));

    clock.pass(LONG_ENOUGH.minusMinutes(2));
    assertThat(holds.hold(THEIRS, Wishes.of(LEAD, SaleMode.SHARED)).getFirst())
        .isInstanceOf(AllHeld.class);
    clock.pass(Duration.ofMinutes(2));

    assertThat(holds.hold(THEIRS, Wishes.of(LEAD, SaleMode.SHARED)).getFirst())
        .isInstanceOf(Held.class);
    assertThat(orders.finish(payment)).contains(State.OPEN);
  }

  @Test
  void nobodyPaysTwiceForWhatIsBeingPaid() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    Hold hold = hold(OURS, LEAD);
    PaymentId payment = prepare(checkout(hold));

    Hold other = hold(OURS, OTHER);

    assertThat(fromWallet(checkout(hold))).isEqualTo(new Purchase.BeingPaid(LEAD));
    assertThat(orders.prepare(OURS, checkout(other, hold)))
        .isEqualTo(new Refused(new Purchase.BeingPaid(LEAD)));
    payments.heard(GatewayTalk.failed(payment));
    assertThat(orders.finish(payment)).contains(State.CANCELED);
    assertThat(fromWallet(checkout(hold))).isInstanceOf(Purchase.Paid.class);
  }

  @Test
  void whatNobodyPaysIsHeldAsLongAsWithoutIt() {
    Hold hold = hold(OURS, LEAD);
    PaymentId payment = prepare(checkout(hold));
    payments.heard(GatewayTalk.failed(payment));

    assertThat(orders.finish(payment)).contains(State.CANCELED);
    assertThat(holds.cart(OURS).getFirst().hold().until()).isEqualTo(hold.until());

    PaymentId again = prepare(checkout(hold));
    assertThat(again).isNotEqualTo(payment);
    clock.pass(Duration.ofMinutes(20));
    payments.heard(GatewayTalk.failed(again));
    assertThat(orders.finish(again)).contains(State.CANCELED);
    assertThat(holds.cart(OURS)).isEmpty();
    assertThat(orders.prepare(OURS, checkout(hold)))
        .isEqualTo(new Refused(new Purchase.HoldEnded(LEAD, Ending.EXPIRED)));
  }

  @Test
  void whatIsHeardOfATryThatEndedLeavesTheNextAlone() {
    Checkout checkout = checkout(hold(OURS, LEAD));
    PaymentId first = prepare(checkout);
    payments.heard(GatewayTalk.failed(first));
    assertThat(orders.finish(first)).contains(State.CANCELED);
    PaymentId second = prepare(checkout);
    Instant until = holds.cart(OURS).getFirst().hold().until();

    assertThat(orders.finish(first)).contains(State.CANCELED);

    assertThat(second).isNotEqualTo(first);
    assertThat(holds.cart(OURS).getFirst().hold().until()).isEqualTo(until);
  }

  @Test
  void whoLetsTooMuchGoKeepsNothingLongerByACard() {
    Hold hold = hold(OURS, LEAD);
    new Database(postgres.administrator())
        .update("update marketplace.buyers set unbought = 1000", Parameters.of());

    prepare(checkout(hold));

    assertThat(holds.cart(OURS).getFirst().hold().until()).isEqualTo(hold.until());
  }

  @Test
  void isAskedForWhileItIsKept() {
    PaymentId payment = prepare(checkout(hold(OURS, LEAD)));
    payments.answered(
        find(payment),
        new GatewayAnswer.NeedsAction("session", URI.create("https://pay.example/")));
    clock.pass(Duration.ofMinutes(42));

    assertThat(payments.toAsk(10)).extracting(Payment::id).contains(payment);
    assertThat(holds.cart(OURS)).hasSize(1);
  }

  @Test
  void takesTheSlotAgainIfTheHoldEndedFirst() {
    PaymentId payment = prepare(checkout(hold(OURS, LEAD)));
    clock.pass(Duration.ofDays(1));

    pay(payment, PRICE);

    assertThat(orders.finish(payment)).contains(State.PAID);
    assertThat(bought(OURS)).isEqualTo(1);
  }

  @Test
  void whoeverWaitsComesBeforeThoseWhoPaidTooLate() {
    PaymentId payment = prepare(checkout(alone(OURS, LEAD)));
    new PostgresWaits(database, InstantSource.system()).join(THEIRS, LEAD);
    clock.pass(Duration.ofDays(1));

    pay(payment, find(payment).amount());

    assertThat(orders.finish(payment)).contains(State.REFUND_DUE);
    assertThat(order(payment).reason()).contains(Refusal.TAKEN);
  }

  @Test
  void othersHearOfWhatIsSoldOut() {
    PaymentId payment = prepare(checkout(alone(OURS, LEAD)));
    PostgresAvailabilities availabilities = new PostgresAvailabilities(database);
    assertThat(availabilities.noteInDoubt(10)).hasSize(1);

    pay(payment, find(payment).amount());
    orders.finish(payment);

    assertThat(availabilities.noteInDoubt(10))
        .containsExactly(new Availability(LEAD, 2, Availability.NEVER));
  }

  @Test
  void takesAllSlotsAgainIfAllWereHeld() {
    PaymentId payment = prepare(checkout(alone(OURS, LEAD)));
    clock.pass(Duration.ofDays(1));

    pay(payment, find(payment).amount());

    assertThat(orders.finish(payment)).contains(State.PAID);
    assertThat(holds.hold(THEIRS, Wishes.of(LEAD, SaleMode.SHARED)).getFirst())
        .isInstanceOf(SoldOut.class);
  }

  @Test
  void buysWhatTheTeamHoldsAnew() {
    PaymentId payment = prepare(checkout(hold(OURS, LEAD)));
    clock.pass(Duration.ofDays(1));
    hold(OURS, LEAD);

    pay(payment, PRICE);

    assertThat(orders.finish(payment)).contains(State.PAID);
    assertThat(holds.cart(OURS)).isEmpty();
  }

  @Test
  void buysWhatTheTeamLetGoWhilePaying() {
    Hold hold = hold(OURS, LEAD);
    PaymentId payment = prepare(checkout(hold));
    holds.release(OURS, hold.id());

    pay(payment, PRICE);

    assertThat(orders.finish(payment)).contains(State.PAID);
  }

  @Test
  void givesAllBackOnceIfOneLeadIsTaken() {
    PaymentId payment = prepare(checkout(hold(OURS, LEAD), hold(OURS, OTHER)));
    clock.pass(LONG_ENOUGH);
    alone(THEIRS, OTHER);
    pay(payment, Money.usd(68_00));

    assertThat(orders.finish(payment)).contains(State.REFUND_DUE);
    assertThat(wallets.of(OURS).available()).isEqualTo(Money.usd(0));
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(68_00));
    assertThat(bought(OURS)).isZero();
    Faults.none(database);

    giveBack(payment, Money.usd(68_00));
    giveBack(payment, Money.usd(68_00));

    assertThat(orders.finish(payment)).contains(State.REFUNDED);
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(0));
    assertThat(wallets.statement(OURS, Long.MAX_VALUE, 10))
        .extracting(Movement::kind)
        .containsExactly(Movement.Kind.CLAW, Movement.Kind.TOP_UP);
  }

  @Test
  void saysWhyTheMoneyGoesBack() {
    Checkout taken = checkout(hold(OURS, LEAD));
    PaymentId payment = prepare(taken);
    clock.pass(LONG_ENOUGH);
    alone(THEIRS, LEAD);
    pay(payment, PRICE);
    orders.finish(payment);

    assertThat(order(payment).reason()).contains(Refusal.TAKEN);

    Checkout withdrawn = checkout(hold(OURS, OTHER));
    PaymentId second = prepare(withdrawn);
    Stores.offers(database)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(2, 2)), Standing.WITHDRAWN);
    pay(second, PRICE);
    orders.finish(second);

    assertThat(order(second).reason()).contains(Refusal.NOT_ON_SALE);
    assertThat(prepare(withdrawn)).isEqualTo(second);
  }

  @Test
  void keepsToTheLimitsOfTheTeam() {
    Checkout checkout = checkout(hold(OURS, LEAD));
    PaymentId payment = prepare(checkout);
    clock.pass(LONG_ENOUGH);
    Limit none = new Limit(Span.TOTAL, Optional.of(0), Optional.empty());
    new PostgresTeamLimits(database).set(OURS, new Limits(ZoneId.of("UTC"), List.of(none)));
    pay(payment, PRICE);

    assertThat(orders.finish(payment)).contains(State.REFUND_DUE);
    assertThat(order(payment).reason()).contains(Refusal.OVER_LIMIT);
  }

  @Test
  void aFailureThatWasNoneStillBuys() {
    PaymentId payment = prepare(checkout(hold(OURS, LEAD)));
    payments.heard(GatewayTalk.failed(payment));
    assertThat(orders.finish(payment)).contains(State.CANCELED);

    pay(payment, PRICE);

    assertThat(orders.finish(payment)).contains(State.PAID);
  }

  @Test
  void givesBackWhatWasPaidTwice() {
    Checkout checkout = checkout(hold(OURS, LEAD));
    PaymentId first = prepare(checkout);
    payments.heard(GatewayTalk.failed(first));
    orders.finish(first);
    PaymentId second = prepare(checkout);

    pay(first, PRICE);
    assertThat(orders.finish(first)).contains(State.REFUND_DUE);
    pay(second, PRICE);
    assertThat(orders.finish(second)).contains(State.PAID);
    giveBack(first, PRICE);

    assertThat(orders.finish(first)).contains(State.REFUNDED);
    assertThat(bought(OURS)).isEqualTo(1);
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(0));
  }

  @Test
  void doesNotSellForMoneyThatABankContests() {
    Checkout checkout = checkout(hold(OURS, LEAD));
    PaymentId payment = prepare(checkout);
    pay(payment, PRICE);
    disputed(payment, GatewayFact.Standing.OPEN);

    assertThat(orders.finish(payment)).contains(State.REFUND_DUE);
    assertThat(order(payment).reason()).contains(Refusal.TAKEN_BACK);
    disputed(payment, GatewayFact.Standing.LOST);
    assertThat(orders.finish(payment)).contains(State.REFUNDED);
    Faults.none(database);
    disputed(payment, GatewayFact.Standing.WON);
    assertThat(orders.finish(payment)).contains(State.REFUND_DUE);
    giveBack(payment, PRICE);
    assertThat(orders.finish(payment)).contains(State.REFUNDED);
  }

  @Test
  void owesNothingForWhatWentBackBeforeItWasBought() {
    PaymentId payment = prepare(checkout(hold(OURS, LEAD)));
    pay(payment, PRICE);
    giveBack(payment, PRICE);

    assertThat(orders.finish(payment)).contains(State.REFUNDED);
    assertThat(wallets.of(OURS).owed()).isEqualTo(Money.usd(0));
  }

  @Test
  void triesAgainIfSomebodyLooksAtTheSlotJustThen() throws Exception {
    PaymentId payment = prepare(checkout(alone(OURS, LEAD)));
    clock.pass(LONG_ENOUGH);
    pay(payment, find(payment).amount());
    try (var connection = postgres.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.executeQuery("select * from slots where slot_no = 1 for update");
      }

      assertThat(orders.finish(payment)).contains(State.OPEN);
      connection.rollback();
    }

    assertThat(orders.toFinish(10)).extracting(Payment::id).containsExactly(payment);
    assertThat(orders.finish(payment)).contains(State.PAID);
    clock.pass(Duration.ofDays(2));
    assertThat(orders.toFinish(10)).isEmpty();
  }

  @Test
  void somebodyIsDueAtOnceAndThenLessAndLess() {
    PaymentId payment = prepare(checkout(hold(OURS, LEAD)));
    assertThat(orders.toFinish(10)).isEmpty();
    pay(payment, PRICE);

    assertThat(orders.toFinish(10)).extracting(Payment::id).containsExactly(payment);
    assertThat(orders.toFinish(10)).isEmpty();
    clock.pass(Duration.ofMinutes(5));
    assertThat(orders.toFinish(10)).hasSize(1);
    clock.pass(Duration.ofMinutes(5));
    assertThat(orders.toFinish(10)).isEmpty();
  }

  @Test
  void refusesWhatCannotBeBoughtFromTheWalletEither() {
    Hold hold = hold(OURS, LEAD);
    Hold theirs = hold(THEIRS, LEAD);

    assertThat(orders.prepare(OURS, checkout(theirs)))
        .isEqualTo(new Refused(new Purchase.UnknownHold()));
    assertThat(orders.prepare(OURS, Sales.checkout("one", Money.usd(33_00), hold)))
        .isEqualTo(new Refused(new Purchase.CartChanged(PRICE)));
    prepare(checkout(hold));
    assertThat(orders.prepare(THEIRS, checkout(hold)))
        .isEqualTo(new Refused(new Purchase.IdReused()));
    Hold other = hold(OURS, OTHER);
    Stores.offers(database)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(2, 2)), Standing.WITHDRAWN);
    assertThat(orders.prepare(OURS, checkout(other)))
        .isEqualTo(new Refused(new Purchase.NotOnSale(OTHER)));
  }

  @Test
  void whoOwesPaysIntoTheWalletFirst() {
    payments.start(OURS, GatewayTalk.topUp("a", 34_00));
    payments.heard(GatewayTalk.paid("a", 34_00));
    assertThat(fromWallet(checkout(hold(OURS, OTHER)))).isInstanceOf(Purchase.Paid.class);
    payments.heard(GatewayTalk.refunded("a", 34_00));

    assertThat(orders.prepare(OURS, checkout(hold(OURS, LEAD)))).isEqualTo(new InDebt());
  }

  @Test
  void aTopUpIsNoOrder() {
    payments.start(OURS, GatewayTalk.topUp("a", 34_00));
    payments.heard(GatewayTalk.paid("a", 34_00));

    assertThat(orders.finish(GatewayTalk.id("a"))).isEmpty();
    assertThat(payments.of(OURS, 10)).hasSize(1);
  }

  private Hold hold(TeamId team, LeadId lead) {
    return Sales.hold(database, team, lead);
  }

  private Hold alone(TeamId team, LeadId lead) {
    return ((Held) holds.hold(team, Wishes.of(lead, SaleMode.EXCLUSIVE)).getFirst()).hold();
  }

  private static Checkout checkout(Hold... wanted) {
    long total = 0;
    StringBuilder name = new StringBuilder();
    for (Hold hold : wanted) {
      total += hold.price().minorUnits();
      name.append(hold.id().text());
    }
    return Sales.checkout(name.toString(), Money.usd(total), wanted);
  }

  private PaymentId prepare(Checkout checkout) {
    Preparation preparation = orders.prepare(OURS, checkout);
    assertThat(preparation).isInstanceOf(Prepared.class);
    return ((Prepared) preparation).payment();
  }

  private Purchase fromWallet(Checkout checkout) {
    return new PostgresOrders(database).checkOut(OURS, checkout);
  }

  private void pay(PaymentId payment, Money amount) {
    payments.heard(GatewayTalk.paid(payment, amount));
  }

  private void giveBack(PaymentId payment, Money amount) {
    payments.answered(find(payment), GatewayTalk.givenBack(payment, amount));
  }

  private void disputed(PaymentId payment, GatewayFact.Standing standing) {
    GatewayAnswer.GivenBack names = GatewayTalk.givenBack(payment, PRICE);
    payments.heard(
        new GatewayMessage(
            "dispute " + standing,
            "charge.dispute",
            Instant.EPOCH.plusSeconds(++said),
            new GatewayFact.Disputed("dp", names.intent(), PRICE, standing)));
  }

  private CardOrder order(PaymentId payment) {
    return orders.find(OURS, payment).orElseThrow();
  }

  private Payment find(PaymentId payment) {
    return payments.find(OURS, payment).orElseThrow();
  }

  private int bought(TeamId team) {
    return new PostgresOrders(database)
        .of(team, Instant.parse("2100-01-01T00:00:00Z"), 10).stream()
            .mapToInt(order -> order.leads().size())
            .sum();
  }

  private static <T> List<T> atOnce(Callable<T> act) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<T>> running = IntStream.range(0, 8).mapToObj(_ -> threads.submit(act)).toList();
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
