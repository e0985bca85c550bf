package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.cards.AutoTopUp;
import com.aiqleads.marketplace.cards.AutoTopUps;
import com.aiqleads.marketplace.cards.CardCharge;
import com.aiqleads.marketplace.cards.CardNews;
import com.aiqleads.marketplace.cards.ChargeRuling;
import com.aiqleads.marketplace.cards.Charging;
import com.aiqleads.marketplace.cards.Decline;
import com.aiqleads.marketplace.cards.Stop;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.Limits;
import com.aiqleads.marketplace.payments.CardOnFile;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayFact.Standing;
import com.aiqleads.marketplace.payments.Hearing;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentState;
import com.aiqleads.marketplace.subscriptions.Invoice;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.Renewal;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.taxes.Taxes;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCardChargesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final int LEADS = 4;

  private final Database database = Stores.database(postgres);
  private final Database administrator = new Database(postgres.administrator());
  private final PostgresCards cards = new PostgresCards(database);
  private final AutoTopUps autoTopUps = new PostgresAutoTopUps(database);
  private final PostgresCardCharges charges = new PostgresCardCharges(database);
  private final PostgresPayments payments = new PostgresPayments(database);
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void saveACardAndPutLeadsOnSale() {
    postgres.clear();
    for (int lead = 1; lead <= LEADS; lead++) {
      Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(lead, 1))));
    }
    SavedCards.save(cards, OURS, "one");
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  @Test
  void nothingIsDueOfATeamThatHasEnough() {
    on(500_00);

    hold(1);

    assertThat(charges.due(10)).isEmpty();
  }

  @Test
  void aHoldThatLeavesTooLittleIsWrittenDownAndCharged() {
    long price = price();
    on(50_00 + price - 1);

    hold(1);

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(charges.due(10)).as("not again at once").isEmpty();
    Payment begun = decide().orElseThrow();
    assertThat(begun.amount()).isEqualTo(SavedCards.RULE.amount());
    assertThat(begun.card()).contains(new CardOnFile("cus_one", "pm_one"));
    assertThat(begun.state()).isEqualTo(PaymentState.CREATED);
    assertThat(decide()).as("one is open").isEmpty();
  }

  @Test
  void aPurchaseThatLeavesEnoughComesToNothing() {
    on(50_00 + price());
    Hold hold = hold(1);
    assertThat(charges.due(10)).as("at the threshold").isEmpty();

    new PostgresOrders(database).checkOut(OURS, Sales.checkout("one", hold.price(), hold));

    assertThat(decide()).isEmpty();
    clock.pass(Duration.ofHours(1));
    assertThat(charges.due(10)).isEmpty();
  }

  @Test
  void moneyThatLeavesTheWalletOtherwiseIsWrittenDownToo() {
    on(60_00);

    empty("spent");

    assertThat(charges.due(10)).containsExactly(OURS);
  }

  @Test
  void twoPurchasesAtOnceAreOneTopUp() throws Exception {
    on(50_00 + 2 * price() - 1);

    atOnce(List.<Callable<Hold>>of(() -> hold(1), () -> hold(2)));
    List<Optional<Payment>> begun =
        atOnce(List.of(this::look, this::look, this::decide, this::decide));

    assertThat(begun.stream().flatMap(Optional::stream)).hasSize(1);
    assertThat(autoTopUps.charges(OURS, 10)).hasSize(1);
  }

  @Test
  void fillsTheWalletOnceHoweverOftenItIsHeard() {
    Payment begun = charged();

    assertThat(payments.heard(GatewayTalk.paid(begun.id(), begun.amount())))
        .isEqualTo(Hearing.APPLIED);
    assertThat(payments.heard(GatewayTalk.paid(begun.id(), begun.amount())))
        .isEqualTo(Hearing.HEARD_BEFORE);
    payments.answered(
        begun, new GatewayAnswer.Succeeded("pi_1", "pi " + begun.id().text(), begun.amount()));

    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(110_00));
    assertThat(autoTopUps.charges(OURS, 10))
        .extracting(CardCharge::outcome)
        .containsExactly(CardCharge.Outcome.PAID);
    assertThat(charges.news(10))
        .containsExactly(
            new CardNews.Charged(
                OURS, begun.amount(), Optional.empty(), charges(0).ended().orElseThrow()));
    assertThat(charges.news(10)).isEmpty();
  }

  /// The message that it failed came first, and was wrong.
  @Test
  void whatWasPaidAfterAllCounts() {
    Payment begun = charged();
    payments.answered(begun, new GatewayAnswer.Declined("generic_decline"));
    assertThat(charges.news(10)).hasSize(1);

    payments.heard(GatewayTalk.paid(begun.id(), begun.amount()));

    assertThat(charges(0).outcome()).isEqualTo(CardCharge.Outcome.PAID);
    assertThat(charges.news(10)).singleElement().isInstanceOf(CardNews.Charged.class);
  }

  @Test
  void takesNoMoreThanTheCapOfAMonth() {
    charged(2);

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).isEmpty();

    clock.pass(Duration.ofDays(11));
    assertThat(charges.due(10)).as("in December").containsExactly(OURS);
    assertThat(decide()).isPresent();
  }

  /// Behind the date line November goes on.
  @Test
  void aTeamThatMovesBeginsNoMonthAnew() {
    clock.pass(Duration.ofDays(11).minusHours(11));
    charged(2);
    charges.due(10);
    assertThat(decide()).as("no more in December").isEmpty();
    moveTo("Pacific/Pago_Pago");
    Payment november = decide().orElseThrow();
    Faults.none(database);

    clock.pass(Duration.ofDays(1));
    payments.answered(november, new GatewayAnswer.Declined("generic_decline"));
    clock.pass(Duration.ofHours(1));

    assertThat(decide()).as("December has come there, too").isEmpty();
    assertThat(autoTopUps.charges(OURS, 10))
        .extracting(CardCharge::countsIn)
        .containsExactly(YearMonth.of(2026, 11), YearMonth.of(2026, 12), YearMonth.of(2026, 12));
  }

  private void moveTo(String zone) {
    new PostgresTeamLimits(database).set(OURS, new Limits(ZoneId.of(zone), List.of()));
  }

  @Test
  void endsAfterThreeFailuresAndSaysSo() {
    on(10_00);
    for (int time = 0; time < 3; time++) {
      assertThat(charges.due(10)).containsExactly(OURS);
      payments.answered(decide().orElseThrow(), new GatewayAnswer.Declined("generic_decline"));
      clock.pass(Duration.ofHours(1));
    }

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).isEmpty();

    assertThat(autoTopUps.of(OURS).orElseThrow().stopped()).contains(Stop.FAILED_TOO_OFTEN);
    assertThat(charges.news(10))
        .hasSize(4)
        .last()
        .isInstanceOfSatisfying(
            CardNews.Stopped.class, it -> assertThat(it.why()).isEqualTo(Stop.FAILED_TOO_OFTEN));
    assertThat(charges.news(10)).isEmpty();
  }

  /// Nobody is told that a bank paid nothing, and the wallet is filled at once.
  @Test
  void whatNoBankWasAskedForIsNoRefusal() {
    Payment begun = charged();
    clock.pass(Duration.ofHours(23));

    payments.answered(begun, new GatewayAnswer.Declined(Decline.NEVER_BEGUN));

    assertThat(charges.news(10)).isEmpty();
    assertThat(charges.due(10)).containsExactly(OURS);
    Payment again = decide().orElseThrow();
    assertThat(again.id()).as("another key").isNotEqualTo(begun.id());
  }

  @Test
  void aTeamHearsOfAnInvoiceOnlyOnceItsCardWasAsked() {
    unpaidPlan();
    PostgresReminders reminders = new PostgresReminders(database);
    Payment unasked = decide().orElseThrow();

    payments.answered(unasked, new GatewayAnswer.Declined(Decline.NEVER_BEGUN));

    assertThat(reminders.take(10)).as("the card may pay it").isEmpty();
    payments.answered(decide().orElseThrow(), new GatewayAnswer.Declined("generic_decline"));
    assertThat(reminders.take(10)).hasSize(1);
  }

  @Test
  void aTeamIsWarnedOnceInTheLastMonthOfItsCard() {
    SavedCards.save(cards, OURS, "two", YearMonth.of(2026, 12));
    clock.pass(Duration.ofDays(10).plusHours(12).minusMillis(1));
    assertThat(charges.news(10)).as("the month before").isEmpty();

    clock.pass(Duration.ofMillis(1));

    assertThat(charges.news(10))
        .singleElement()
        .isInstanceOfSatisfying(
            CardNews.Expiring.class,
            it -> assertThat(it.lastMonth()).isEqualTo(YearMonth.of(2026, 12)));
    assertThat(charges.news(10)).isEmpty();
    SavedCards.save(cards, OURS, "three", YearMonth.of(2026, 12));
    assertThat(charges.news(10)).as("another card").hasSize(1);
  }

  @Test
  void nobodyIsWarnedOfACardThatHasExpiredOrIsRemoved() {
    SavedCards.save(cards, OURS, "two", YearMonth.of(2026, 10));
    assertThat(charges.news(10)).isEmpty();
    SavedCards.save(cards, OURS, "three", YearMonth.of(2026, 11));

    cards.remove(OURS);

    assertThat(charges.news(10)).isEmpty();
  }

  @Test
  void asksThePayerToCome() {
    Payment begun = charged();

    payments.answered(begun, new GatewayAnswer.Declined("authentication_required"));

    assertThat(charges.news(10))
        .singleElement()
        .isInstanceOfSatisfying(CardNews.Refused.class, it -> assertThat(it.needsPayer()).isTrue());
    clock.pass(Duration.ofHours(23));
    assertThat(decide()).isEmpty();
  }

  @Test
  void whatIsUnderWayIsAwaitedUntilItIsKnown() {
    Payment begun = charged();
    assertThat(autoTopUps.awaited(OURS))
        .extracting(CardCharge::payment)
        .containsExactly(begun.id());

    payments.heard(GatewayTalk.paid(begun.id(), begun.amount()));

    assertThat(autoTopUps.awaited(OURS)).isEmpty();
  }

  @Test
  void anOwnerIsAwaitedForADayOrUntilSomebodyToppedUp() {
    Payment begun = charged();
    payments.answered(begun, new GatewayAnswer.Declined("authentication_required"));
    clock.pass(Duration.ofHours(1));

    CardCharge awaited = autoTopUps.awaited(OURS).getFirst();
    assertThat(awaited.needsPayer()).isTrue();
    assertThat(awaited.again()).contains(awaited.ended().orElseThrow().plus(Duration.ofDays(1)));
    payments.start(OURS, GatewayTalk.topUp("page", 60_00));
    assertThat(autoTopUps.awaited(OURS)).as("nobody paid yet").hasSize(1);
    payments.heard(GatewayTalk.paid("page", 60_00));

    assertThat(autoTopUps.awaited(OURS)).isEmpty();
  }

  @Test
  void anOwnerIsAwaitedNoMoreAfterADayOrWhenItIsOff() {
    Payment begun = charged();
    payments.answered(begun, new GatewayAnswer.Declined("authentication_required"));
    autoTopUps.switchOff(OURS);
    assertThat(autoTopUps.awaited(OURS)).isEmpty();
    autoTopUps.switchOn(OURS, Sales.BUYER, SavedCards.RULE);
    assertThat(autoTopUps.awaited(OURS)).hasSize(1);

    clock.pass(Duration.ofDays(1));

    assertThat(autoTopUps.awaited(OURS)).isEmpty();
  }

  /// However long that takes.
  @Test
  void anOwnerIsAwaitedUntilTheInvoiceIsPaid() {
    SubscriptionDesk desk = unpaidPlan();
    payments.answered(
        decide().orElseThrow(), new GatewayAnswer.Declined("authentication_required"));
    clock.pass(Duration.ofDays(3));
    assertThat(autoTopUps.awaited(OURS).getFirst().again()).as("not by itself").isEmpty();

    payments.start(OURS, GatewayTalk.topUp("page", 60_00));
    payments.heard(GatewayTalk.paid("page", 60_00));
    assertThat(autoTopUps.awaited(OURS)).hasSize(1);
    assertThat(desk.renew(OURS)).isEqualTo(Renewal.RECOVERED);

    assertThat(autoTopUps.awaited(OURS)).isEmpty();
  }

  @Test
  void whatNobodyAnsweredIsAskedForByTheJanitor() {
    Payment begun = charged();
    payments.answered(begun, new GatewayAnswer.Unknown("silence"));

    clock.pass(Duration.ofMinutes(5));

    Payment due = payments.toAsk(10).getFirst();
    assertThat(due.id()).isEqualTo(begun.id());
    assertThat(due.card()).isEqualTo(begun.card());
    assertThat(due.state()).isEqualTo(PaymentState.UNKNOWN);
    assertThat(decide()).as("never two").isEmpty();
  }

  @Test
  void whatFailsAfterTheDecisionIsDecidedAgain() {
    on(10_00);
    administrator.update(
        """
        create function public.fall() returns trigger language plpgsql
        as $$ begin raise exception 'fallen'; end $$
        """,
        Parameters.of());
    administrator.update(
        """
        create trigger falls before insert on marketplace.card_charges
        for each row execute function public.fall()
        """,
        Parameters.of());
    assertThat(charges.due(10)).containsExactly(OURS);
    try {
      assertThatThrownBy(this::decide).hasStackTraceContaining("fallen");
      assertThat(payments.of(OURS, 10)).as("nothing of it").isEmpty();
    } finally {
      administrator.update("drop function public.fall() cascade", Parameters.of());
    }

    clock.pass(Duration.ofMinutes(10));

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).isPresent();
  }

  @Test
  void nothingIsTakenFromATeamThatIsInDebt() {
    Payment begun = charged();
    payments.heard(GatewayTalk.paid(begun.id(), begun.amount()));
    empty("all");
    payments.heard(GatewayTalk.refunded(begun.id().text(), 100_00));
    clock.pass(Duration.ofHours(1));

    assertThat(decide()).isEmpty();
  }

  @Test
  void aTeamThatPaidItsDebtIsLookedAtAtOnce() {
    unpaidPlan();
    owe(30_00);
    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).as("in debt").isEmpty();
    assertThat(charges.due(10)).as("for a day").isEmpty();

    payments.start(OURS, GatewayTalk.topUp("page", 40_00));
    payments.heard(GatewayTalk.paid("page", 40_00));

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide().orElseThrow().amount()).as("what is left").isEqualTo(Money.usd(39_00));
  }

  @Test
  void aTeamWhosePlanGoesOnIsLookedAtAtOnce() {
    unpaidPlan();
    park("parked = 'STOOD_STILL', parked_at = clock()");
    charges.due(10);
    assertThat(decide()).as("parked").isEmpty();
    assertThat(charges.due(10)).isEmpty();

    park("parked = null, parked_at = null");

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).isPresent();
  }

  @Test
  void aTeamIsLookedAtAtOnceWhenItsLimitsChange() {
    charged(2);
    charges.due(10);
    assertThat(decide()).as("no more in November").isEmpty();
    assertThat(charges.due(10)).isEmpty();

    moveTo("Pacific/Auckland");
    assertThat(charges.due(10)).as("its month").containsExactly(OURS);
    assertThat(decide()).isEmpty();
    autoTopUps.switchOn(
        OURS,
        Sales.BUYER,
        new AutoTopUp(SavedCards.RULE.threshold(), SavedCards.RULE.amount(), Money.usd(300_00)));

    assertThat(charges.due(10)).as("its cap").containsExactly(OURS);
    assertThat(decide()).isPresent();
  }

  /// Its bank asked it to wait, but that was of another card.
  @Test
  void aTeamIsLookedAtAtOnceWhenItHasAnotherCard() {
    payments.answered(charged(), new GatewayAnswer.Declined("authentication_required"));
    charges.due(10);
    decide();
    clock.pass(Duration.ofMinutes(10));
    assertThat(charges.due(10)).isEmpty();

    SavedCards.save(cards, OURS, "two");

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).isPresent();
  }

  private void park(String how) {
    administrator.update(
        "update marketplace.subscriptions set "
            + how.replace("clock()", "marketplace.clock()")
            + " where team_id = '%s'".formatted(OURS.value()),
        Parameters.of());
  }

  /// A bank took back a payment on the page, whose money was spent.
  private void owe(long cents) {
    payments.start(OURS, GatewayTalk.topUp("spent", cents));
    payments.heard(GatewayTalk.paid("spent", cents));
    empty("of the bank");
    payments.heard(GatewayTalk.refunded("spent", cents));
  }

  @Test
  void aPlanIsPaidByTheCardWhenTheWalletDoesNot() {
    PostgresSubscriptions subscriptions = new PostgresSubscriptions(database);
    SubscriptionDesk desk = new SubscriptionDesk(subscriptions, Taxes.NONE);
    payments.start(OURS, GatewayTalk.topUp("first", 60_00));
    payments.heard(GatewayTalk.paid("first", 60_00));
    desk.choose(OURS, new PlanName("pro"));
    charges.due(10);
    decide();

    clock.pass(Duration.ofDays(30));
    assertThat(desk.renew(OURS)).isEqualTo(Renewal.FAILED);
    assertThat(charges.due(10)).containsExactly(OURS);
    Payment begun = decide().orElseThrow();
    assertThat(begun.amount()).as("what is missing").isEqualTo(Money.usd(38_00));
    assertThat(new PostgresReminders(database).take(10)).as("the card may pay it").isEmpty();
    payments.heard(GatewayTalk.paid(begun.id(), begun.amount()));
    assertThat(decide()).as("the next run pays it from the wallet").isEmpty();

    assertThat(subscriptions.due(10)).containsExactly(OURS);
    assertThat(desk.renew(OURS)).isEqualTo(Renewal.RECOVERED);
    assertThat(subscriptions.invoices(OURS, Long.MAX_VALUE, 10))
        .extracting(Invoice::state)
        .containsExactly(Invoice.State.PAID, Invoice.State.PAID);
    assertThat(charges.news(10))
        .singleElement()
        .isInstanceOfSatisfying(
            CardNews.Charged.class, it -> assertThat(it.invoice()).contains("AIQ-2"));
    clock.pass(Duration.ofDays(1));
    assertThat(decide()).isEmpty();
  }

  @Test
  void aTeamIsToldOfAnInvoiceThatItsCardDidNotPay() {
    unpaidPlan();

    payments.answered(decide().orElseThrow(), new GatewayAnswer.Declined("expired_card"));

    assertThat(new PostgresReminders(database).take(10)).hasSize(1);
    assertThat(decide()).as("never by this card").isEmpty();
    SavedCards.save(cards, OURS, "two");
    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).as("by another at once").isPresent();
  }

  /// It was for the wallet, and longer ago than any other charge is looked at.
  @Test
  void aCardThatWasRefusedForGoodIsAskedForNothingMore() {
    payments.answered(charged(), new GatewayAnswer.Declined("stolen_card"));
    autoTopUps.switchOff(OURS);
    clock.pass(Duration.ofDays(90));

    unpaidPlan();

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).isEmpty();
    SavedCards.save(cards, OURS, "two");
    assertThat(decide()).isPresent();
  }

  @Test
  void whatIsGivenBackIsNotTakenAgain() {
    Payment begun = charged();
    payments.heard(GatewayTalk.paid(begun.id(), begun.amount()));
    charges.news(10);
    clock.pass(Duration.ofHours(1));
    charges.due(10);
    decide();

    payments.heard(GatewayTalk.refunded(begun.id().text(), 100_00));

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).isEmpty();
    assertThat(autoTopUps.of(OURS).orElseThrow().stopped()).contains(Stop.TAKEN_BACK);
    assertThat(charges.news(10)).singleElement().isInstanceOf(CardNews.Stopped.class);
    clock.pass(Duration.ofDays(1));
    autoTopUps.switchOn(OURS, Sales.BUYER, SavedCards.RULE);
    assertThat(decide()).as("who agrees anew is charged").isPresent();
  }

  @Test
  void nothingIsTakenWhileSomethingIsContested() {
    Payment begun = charged();
    payments.heard(GatewayTalk.paid(begun.id(), begun.amount()));
    clock.pass(Duration.ofHours(1));
    charges.due(10);
    decide();

    payments.heard(GatewayTalk.disputed("one", begun.id().text(), 100_00, Standing.OPEN, 1));

    assertThat(charges.due(10)).containsExactly(OURS);
    assertThat(decide()).isEmpty();
    assertThat(autoTopUps.of(OURS).orElseThrow().stopped()).contains(Stop.TAKEN_BACK);
    clock.pass(Duration.ofDays(1));
    autoTopUps.switchOn(OURS, Sales.BUYER, SavedCards.RULE);
    assertThat(decide()).as("whoever agrees").isEmpty();
    charges.due(10);
    decide();
    assertThat(charges.due(10)).isEmpty();
    payments.heard(GatewayTalk.disputed("one", begun.id().text(), 100_00, Standing.WON, 2));
    assertThat(charges.due(10)).as("once it is won").containsExactly(OURS);
    autoTopUps.switchOn(OURS, Sales.BUYER, SavedCards.RULE);
    empty("spent");
    assertThat(decide()).isPresent();
  }

  @Test
  void whatIsTakenByTheBankWakesNobody() {
    payments.start(OURS, GatewayTalk.topUp("first", 60_00));
    payments.heard(GatewayTalk.paid("first", 60_00));
    on(0);
    charges.due(10);
    decide();

    payments.heard(GatewayTalk.refunded("first", 60_00));

    assertThat(charges.due(10)).isEmpty();
  }

  /// The card that was said to have paid nothing had, and so did the next one.
  @Test
  void whatWasTakenTwiceIsBookedTwiceAndFound() {
    SubscriptionDesk desk = unpaidPlan();
    Payment first = decide().orElseThrow();
    payments.answered(first, new GatewayAnswer.Declined("generic_decline"));
    clock.pass(Duration.ofDays(1));
    Payment second = decide().orElseThrow();
    payments.heard(GatewayTalk.paid(second.id(), second.amount()));

    assertThat(payments.heard(GatewayTalk.paid(first.id(), first.amount())))
        .isEqualTo(Hearing.APPLIED);

    assertThat(wallets.of(OURS).balance()).isEqualTo(first.amount().plus(second.amount()));
    assertThat(desk.renew(OURS)).isEqualTo(Renewal.RECOVERED);
    assertThat(
            database.query(
                "select rule from all_faults()", Parameters.of(), row -> row.getString(1)))
        .containsExactly("an invoice is not taken twice");
    postgres.clear();
  }

  @Test
  void aTeamIsToldWhenWhatItsCardPaidWasSpentOtherwise() {
    unpaidPlan();
    Payment begun = decide().orElseThrow();
    payments.heard(GatewayTalk.paid(begun.id(), begun.amount()));
    PostgresReminders reminders = new PostgresReminders(database);
    assertThat(reminders.take(10)).as("it is there").isEmpty();

    empty("spent");

    assertThat(reminders.take(10)).hasSize(1);
  }

  @Test
  void whatWasNeverAskedForIsWithdrawn() {
    Payment begun = charged();

    autoTopUps.switchOff(OURS);

    assertThat(charges(0).outcome()).isEqualTo(CardCharge.Outcome.FAILED);
    assertThat(charges.news(10)).as("whoever did it knows").isEmpty();
    Payment now = payments.find(OURS, begun.id()).orElseThrow();
    assertThat(now.reason()).contains("withdrawn");
    assertThat(new PaymentDesk(payments, new Unasked()).begin(begun))
        .as("who comes late with it asks nobody")
        .isEqualTo(now);
    clock.pass(Duration.ofDays(3));
    assertThat(payments.toAsk(10)).isEmpty();
  }

  /// A gateway that nobody may ask.
  private static final class Unasked implements PaymentGateway {
    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public GatewayAnswer start(Payment payment) {
      throw new AssertionError("it is asked for money");
    }

    @Override
    public GatewayAnswer ask(Payment payment) {
      throw new AssertionError("it is asked how it stands");
    }

    @Override
    public GatewayAnswer end(Payment payment) {
      throw new AssertionError("it is asked to end");
    }

    @Override
    public GatewayAnswer giveBack(Payment payment) {
      throw new AssertionError("it is asked to give back");
    }
  }

  @Test
  void whatTheGatewayWasAskedForIsNotWithdrawn() {
    Payment begun = charged();
    payments.answered(begun, new GatewayAnswer.Unknown("silence"));

    cards.remove(OURS);

    assertThat(charges(0).outcome()).isEqualTo(CardCharge.Outcome.OPEN);
  }

  @Test
  void anInvoiceThatWasChargedLongAgoIsNotChargedAgain() {
    unpaidPlan();
    Payment begun = decide().orElseThrow();
    payments.heard(GatewayTalk.paid(begun.id(), begun.amount()));
    empty("spent");

    clock.pass(Duration.ofDays(60));

    assertThat(decide()).isEmpty();
  }

  /// Of forty-nine dollars, after a month.
  private SubscriptionDesk unpaidPlan() {
    SubscriptionDesk desk = new SubscriptionDesk(new PostgresSubscriptions(database), Taxes.NONE);
    payments.start(OURS, GatewayTalk.topUp("first", 49_00));
    payments.heard(GatewayTalk.paid("first", 49_00));
    desk.choose(OURS, new PlanName("pro"));
    clock.pass(Duration.ofDays(30));
    assertThat(desk.renew(OURS)).isEqualTo(Renewal.FAILED);
    return desk;
  }

  /// A wallet of ten dollars that is being filled.
  private Payment charged() {
    if (autoTopUps.of(OURS).isEmpty()) {
      on(10_00);
    }
    assertThat(charges.due(10)).containsExactly(OURS);
    return decide().orElseThrow();
  }

  /// So often filled and emptied again, an hour apart.
  private void charged(int times) {
    for (int time = 0; time < times; time++) {
      Payment begun = charged();
      payments.heard(GatewayTalk.paid(begun.id(), begun.amount()));
      empty("spent " + time);
      clock.pass(Duration.ofHours(1));
    }
  }

  private CardCharge charges(int place) {
    return autoTopUps.charges(OURS, 10).get(place);
  }

  private void on(long cents) {
    if (cents > 0) {
      wallets.grant(OURS, Sales.gift("start", Money.usd(cents)));
    }
    autoTopUps.switchOn(OURS, Sales.BUYER, SavedCards.RULE);
    if (cents >= 50_00) {
      charges.due(10);
      assertThat(decide()).isEmpty();
    }
  }

  /// Spends all that is there.
  private void empty(String name) {
    administrator.update(
        """
        do $$ declare all_of bigint; begin
          set local search_path = marketplace, public;
          perform lock_buyer('%1$s');
          select balance into all_of from accounts where team_id = '%1$s';
          perform post_transfer(md5('%2$s')::uuid, 'PURCHASE', a.account_id,
              house_account('SALES', 'USD', '%1$s'), all_of, 'USD', null, 'spent', clock())
            from accounts a where team_id = '%1$s';
          perform use_lots('%1$s', 'USD', md5('%2$s')::uuid, all_of);
        end $$
        """
            .formatted(OURS.value(), name),
        Parameters.of());
  }

  private long price() {
    return database
        .query("select price from offers limit 1", Parameters.of(), row -> row.getLong(1))
        .getFirst();
  }

  private Hold hold(int lead) {
    return Sales.hold(database, OURS, OfferFixtures.leadId(lead));
  }

  private Optional<Payment> look() {
    return charges.due(10).stream().findFirst().flatMap(_ -> decide());
  }

  private Optional<Payment> decide() {
    return charges.decide(OURS, Charging::decide);
  }

  private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    List<T> done = new ArrayList<>();
    try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> one : racers.invokeAll(acts)) {
        done.add(one.get());
      }
    }
    return done;
  }

  @Test
  void whatIsDecidedToRestIsNotLookedAtAgain() {
    on(10_00);
    charges.due(10);

    charges.decide(OURS, _ -> new ChargeRuling.Rest());

    clock.pass(Duration.ofDays(3));
    assertThat(charges.due(10)).isEmpty();
  }
}
