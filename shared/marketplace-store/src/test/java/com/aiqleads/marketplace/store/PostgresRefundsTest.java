package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.orders.BoughtLead;
import com.aiqleads.marketplace.orders.CardOrder;
import com.aiqleads.marketplace.orders.Order;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Preparation;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.receipts.Receipt.Original;
import com.aiqleads.marketplace.refunds.CardReasons;
import com.aiqleads.marketplace.refunds.Refund;
import com.aiqleads.marketplace.refunds.Refund.Decider;
import com.aiqleads.marketplace.refunds.Refund.Kind;
import com.aiqleads.marketplace.refunds.Refund.State;
import com.aiqleads.marketplace.refunds.Refunds.Place;
import com.aiqleads.marketplace.refunds.RefundsWanted;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.ReturnDesk;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRefundsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Money PRICE = Money.usd(34_00);
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final UserId JUDGE = new UserId(Ids.derived("user", "judge"));

  private static final RefundsWanted ALL =
      new RefundsWanted(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final Database database = Stores.database(postgres);
  private final PostgresRefunds refunds = new PostgresRefunds(database);
  private final PostgresPayments payments = new PostgresPayments(database);
  private final PostgresReturns returns = ReturnActs.returns(database);
  private final PostgresCardOrders cardOrders = new PostgresCardOrders(database);
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  @Test
  void saysWhatARuleGaveBackAndOfWhichOrder() {
    Order order = bought(OURS, 1);

    giveBack(order, ReturnReason.BOUNCED_EMAIL, "550 5.1.1 <maria@example.com>: no such user");

    Refund refund = only(ALL);
    assertThat(refund.kind()).isEqualTo(Kind.RETURN);
    assertThat(refund.state()).isEqualTo(State.DONE);
    assertThat(refund.team()).isEqualTo(OURS);
    assertThat(refund.amount()).isEqualTo(Money.usd(17_00));
    assertThat(refund.reason().text()).isEqualTo(ReturnReason.BOUNCED_EMAIL.text());
    assertThat(refund.lead()).contains(OfferFixtures.leadId(1));
    assertThat(refund.order()).contains(order.id());
    assertThat(refund.judge()).isEmpty();
    assertThat(refund.decider()).isEqualTo(Decider.RULE);
    assertThat(refund.paper()).isEmpty();
  }

  @Test
  void tellsWhatAPersonDecidedFromWhatAnAppealWon() {
    ReturnId waiting = giveBack(bought(OURS, 1), ReturnReason.OUT_OF_AREA, "It is in Tampa.");
    judge(waiting, 50);
    ReturnId refused = giveBack(bought(OURS, 3), ReturnReason.BOUNCED_EMAIL, "It came back.");
    returns.appeal(OURS, refused, "Really.");
    judge(refused, 80);

    assertThat(page(ALL)).extracting(Refund::kind).containsExactly(Kind.APPEAL, Kind.RETURN);
    assertThat(page(ALL))
        .allSatisfy(
            refund -> {
              assertThat(refund.judge()).contains(JUDGE);
              assertThat(refund.decider()).isEqualTo(Decider.PERSON);
            })
        .extracting(Refund::amount)
        .containsExactly(Money.usd(27_20), Money.usd(17_00));
  }

  @Test
  void knowsWhatWeFoundOutOurselves() {
    Order order = bought(OURS, 1);
    withdraw(1);
    Stores.offers(database).noteGone(OfferFixtures.leadId(1), 2, NOON);

    database.inTransaction(
        () ->
            new ReturnDesk(returns)
                .recall(
                    returns.sale(OURS, line(order).id()).orElseThrow(), ReturnReason.LISTING_GONE));

    assertThat(only(ALL).kind()).isEqualTo(Kind.RECALL);
  }

  @Test
  void followsARefundToACardThatFails() {
    topUp(OURS, "one", 50_00);
    payments.heard(GatewayTalk.refund("re_1", "one", 20_00, false));
    Refund made = only(ALL);
    clock.pass(Duration.ofMinutes(1));

    payments.heard(GatewayTalk.refund("re_1", "one", 20_00, true));

    assertThat(made.kind()).isEqualTo(Kind.CARD_REFUND);
    assertThat(made.state()).isEqualTo(State.DONE);
    assertThat(made.reason()).isEqualTo(CardReasons.REFUNDED);
    assertThat(made.decider()).isEqualTo(Decider.GATEWAY);
    assertThat(made.order()).isEmpty();
    List<Refund> all = page(ALL);
    assertThat(all).extracting(Refund::kind).containsExactly(Kind.REVERSAL, Kind.CARD_REFUND);
    assertThat(all).extracting(Refund::state).containsExactly(State.DONE, State.FAILED);
    assertThat(all.getFirst().reason()).isEqualTo(CardReasons.REFUND_FAILED);
    assertThat(page(in(State.FAILED))).containsExactly(all.getLast());
    assertThat(page(in(State.DONE))).containsExactly(all.getFirst());
  }

  @Test
  void followsWhatABankContestsTakesAndGivesAgain() {
    topUp(OURS, "one", 50_00);
    payments.heard(GatewayTalk.disputed("du", "one", 30_00, GatewayFact.Standing.OPEN, 1));
    Refund contested = only(ALL);
    payments.heard(GatewayTalk.disputed("du", "one", 30_00, GatewayFact.Standing.LOST, 2));
    Refund taken = only(ALL);
    clock.pass(Duration.ofMinutes(1));

    payments.heard(GatewayTalk.disputed("du", "one", 30_00, GatewayFact.Standing.WON, 3));

    assertThat(contested.kind()).isEqualTo(Kind.CHARGEBACK);
    assertThat(contested.state()).isEqualTo(State.CONTESTED);
    assertThat(contested.amount()).isEqualTo(Money.usd(30_00));
    assertThat(contested.reason()).isEqualTo(CardReasons.CONTESTED);
    assertThat(taken.kind()).isEqualTo(Kind.CHARGEBACK);
    assertThat(taken.state()).isEqualTo(State.DONE);
    assertThat(taken.decider()).isEqualTo(Decider.BANK);
    List<Refund> all = page(ALL);
    assertThat(all).extracting(Refund::kind).containsExactly(Kind.REVERSAL, Kind.CHARGEBACK);
    assertThat(all.getFirst().reason()).isEqualTo(CardReasons.GIVEN_BACK);
    assertThat(page(of(Kind.CHARGEBACK))).containsExactly(all.getLast());
    assertThat(page(of(Kind.REVERSAL))).containsExactly(all.getFirst());
  }

  /// Of one payment: told apart by what they came to.
  @Test
  void tellsARefundFromAChargeback() {
    topUp(OURS, "one", 50_00);
    payments.heard(GatewayTalk.refund("re_1", "one", 20_00, false));
    clock.pass(Duration.ofMinutes(1));

    payments.heard(GatewayTalk.disputed("du", "one", 30_00, GatewayFact.Standing.LOST, 1));

    assertThat(page(ALL))
        .extracting(Refund::kind)
        .containsExactly(Kind.CHARGEBACK, Kind.CARD_REFUND);
  }

  @Test
  void saysWhatWasSpentBeforeItWasTaken() {
    topUp(OURS, "one", 40_00);
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("one", PRICE, hold(OURS, 1)));

    payments.heard(GatewayTalk.disputed("du", "one", 40_00, GatewayFact.Standing.LOST, 1));

    assertThat(page(ALL))
        .allSatisfy(refund -> assertThat(refund.kind()).isEqualTo(Kind.CHARGEBACK))
        .extracting(Refund::amount, refund -> refund.reason().text())
        .containsExactlyInAnyOrder(
            tuple(Money.usd(6_00), CardReasons.TAKEN_BACK.text()),
            tuple(PRICE, CardReasons.spent(CardReasons.TAKEN_BACK).text()));
  }

  @Test
  void followsAnOrderByCardThatCouldNotBeBought() {
    PaymentId payment = prepared(OURS, 1);
    withdraw(1);
    payments.heard(GatewayTalk.paid(payment, PRICE));
    assertThat(cardOrders.finish(payment)).contains(CardOrder.State.REFUND_DUE);
    Refund due = only(ALL);
    assertThat(cardOrders.toFinish(10)).hasSize(1);
    Refund asked = only(ALL);
    Payment paid = payments.find(OURS, payment).orElseThrow();

    payments.answered(paid, GatewayTalk.givenBack(payment, PRICE));

    assertThat(due.kind()).isEqualTo(Kind.ORDER_REFUND);
    assertThat(due.state()).isEqualTo(State.DUE);
    assertThat(due.amount()).isEqualTo(PRICE);
    assertThat(due.reason()).isEqualTo(CardReasons.of(CardOrder.Refusal.NOT_ON_SALE));
    assertThat(due.order()).as("it became no sale").isEmpty();
    assertThat(due.decider()).isEqualTo(Decider.RULE);
    assertThat(asked.state()).isEqualTo(State.ASKED);
    Refund done = only(ALL);
    assertThat(done.kind()).isEqualTo(Kind.ORDER_REFUND);
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.reason()).isEqualTo(due.reason());
    assertThat(page(in(State.DUE))).isEmpty();
    assertThat(page(of(Kind.ORDER_REFUND))).containsExactly(done);
  }

  @Test
  void showsThoseOfAnOrderAloneAlsoIfACardPaidIt() {
    Order given = bought(OURS, 1);
    giveBack(given, ReturnReason.BOUNCED_EMAIL, "550 5.1.1 <maria@example.com>: no such user");
    PaymentId payment = prepared(THEIRS, 2);
    payments.heard(GatewayTalk.paid(payment, PRICE));
    cardOrders.finish(payment);
    OrderId byCard = orders(THEIRS).getFirst().id();
    payments.heard(GatewayTalk.disputed("du", payment.text(), 34_00, GatewayFact.Standing.OPEN, 1));
    assertThat(page(ofOrder(byCard))).extracting(Refund::state).containsExactly(State.CONTESTED);
    payments.heard(GatewayTalk.disputed("du", payment.text(), 34_00, GatewayFact.Standing.LOST, 2));

    assertThat(page(ofOrder(given.id()))).extracting(Refund::kind).containsExactly(Kind.RETURN);
    assertThat(page(ofOrder(byCard)))
        .singleElement()
        .satisfies(
            refund -> {
              assertThat(refund.kind()).isEqualTo(Kind.CHARGEBACK);
              assertThat(refund.order()).contains(byCard);
              assertThat(refund.team()).isEqualTo(THEIRS);
            });
    assertThat(page(ofTeam(THEIRS))).extracting(Refund::kind).containsExactly(Kind.CHARGEBACK);
    assertThat(page(ofTeam(OURS))).extracting(Refund::kind).containsExactly(Kind.RETURN);
  }

  @Test
  void goesOnBehindEachAndKeepsToTheTimeThatIsWanted() {
    topUp(OURS, "one", 50_00);
    payments.heard(GatewayTalk.refunded("one", 10_00));
    clock.pass(Duration.ofHours(1));
    payments.heard(GatewayTalk.refunded("one", 30_00));
    List<Refund> all = page(ALL);
    Instant later = all.getFirst().at();

    assertThat(all).extracting(Refund::amount).containsExactly(Money.usd(20_00), Money.usd(10_00));
    assertThat(refunds.page(ALL, Optional.empty(), 1)).containsExactly(all.getFirst());
    assertThat(refunds.page(ALL, Optional.of(place(all.getFirst())), 9))
        .containsExactly(all.getLast());
    assertThat(refunds.page(ALL, Optional.of(place(all.getLast())), 9)).isEmpty();
    assertThat(page(between(Optional.of(later), Optional.empty()))).containsExactly(all.getFirst());
    assertThat(page(between(Optional.empty(), Optional.of(later)))).containsExactly(all.getLast());
  }

  @Test
  void isEmptyOfWhatCannotBe() {
    RefundsWanted contestedReturns =
        new RefundsWanted(
            Optional.of(Kind.RETURN),
            Optional.of(State.CONTESTED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(page(contestedReturns)).isEmpty();
    assertThat(page(in(State.ASKED))).isEmpty();
  }

  @Test
  void namesItsCreditNote() {
    topUp(OURS, "one", 50_00);
    payments.heard(GatewayTalk.refunded("one", 10_00));
    PostgresReceipts receipts = new PostgresReceipts(database);
    PostgresTaxes taxes = new PostgresTaxes(database);
    Eventually.await(
        Duration.ofSeconds(20),
        () -> receipts.issue(10, taxes) == 0 && only(ALL).paper().isPresent());

    assertThat(only(ALL).paper().map(Original::number)).contains("AIQ-C-1");
  }

  private void topUp(TeamId team, String name, long cents) {
    payments.start(team, GatewayTalk.topUp(name, cents));
    payments.heard(GatewayTalk.paid(name, cents));
    clock.pass(Duration.ofMinutes(1));
  }

  private Order bought(TeamId team, int number) {
    clock.pass(Duration.ofMinutes(1));
    Sales.buy(database, team, hold(team, number));
    return orders(team).getFirst();
  }

  private List<Order> orders(TeamId team) {
    return new PostgresOrders(database).of(team, NOON.plus(Duration.ofDays(9)), 10);
  }

  private Hold hold(TeamId team, int number) {
    return Sales.hold(database, team, OfferFixtures.leadId(number));
  }

  private PaymentId prepared(TeamId team, int number) {
    Hold hold = hold(team, number);
    return ((Preparation.Prepared)
            cardOrders.prepare(team, Sales.checkout("by card " + hold.id(), PRICE, hold)))
        .payment();
  }

  private void withdraw(int number) {
    Stores.offers(database)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 2)), Standing.WITHDRAWN);
  }

  private ReturnId giveBack(Order order, ReturnReason reason, String evidence) {
    clock.pass(Duration.ofMinutes(1));
    Claim claim = new Claim(line(order).id(), reason, Optional.of(Sales.BUYER), evidence);
    database.inTransaction(() -> new ReturnDesk(returns).take(OURS, claim, NOON));
    return claim.id();
  }

  private void judge(ReturnId id, int percent) {
    clock.pass(Duration.ofMinutes(1));
    database.inTransaction(
        () -> new ReturnDesk(returns).judge(id, JUDGE, percent, "Somebody has looked."));
  }

  private static BoughtLead line(Order order) {
    return order.leads().getFirst();
  }

  private Refund only(RefundsWanted wanted) {
    List<Refund> page = page(wanted);
    assertThat(page).hasSize(1);
    return page.getFirst();
  }

  private List<Refund> page(RefundsWanted wanted) {
    return refunds.page(wanted, Optional.empty(), 9);
  }

  private static Place place(Refund refund) {
    return new Place(refund.at(), refund.id());
  }

  private static RefundsWanted of(Kind kind) {
    return new RefundsWanted(
        Optional.of(kind),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RefundsWanted in(State state) {
    return new RefundsWanted(
        Optional.empty(),
        Optional.of(state),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RefundsWanted ofTeam(TeamId team) {
    return new RefundsWanted(
        Optional.empty(),
        Optional.empty(),
        Optional.of(team),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RefundsWanted ofOrder(OrderId order) {
    return new RefundsWanted(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(order),
        Optional.empty(),
        Optional.empty());
  }

  private static RefundsWanted between(Optional<Instant> from, Optional<Instant> until) {
    return new RefundsWanted(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), from, until);
  }
}
