package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.GatewayTalk.declined;
import static com.aiqleads.marketplace.store.GatewayTalk.disputed;
import static com.aiqleads.marketplace.store.GatewayTalk.failed;
import static com.aiqleads.marketplace.store.GatewayTalk.id;
import static com.aiqleads.marketplace.store.GatewayTalk.paid;
import static com.aiqleads.marketplace.store.GatewayTalk.pending;
import static com.aiqleads.marketplace.store.GatewayTalk.refund;
import static com.aiqleads.marketplace.store.GatewayTalk.refunded;
import static com.aiqleads.marketplace.store.GatewayTalk.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.orders.Purchase.TooLittleCredit;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayFact.Standing;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.Hearing;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentState;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.Granting;
import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallet;
import com.aiqleads.testkit.PostgresService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
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
import org.slf4j.LoggerFactory;

class PostgresPaymentsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final URI PAGE = URI.create("https://pay.example/1");

  private final Database database = Stores.database(postgres);
  private final PostgresPayments payments = new PostgresPayments(database);
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putALeadOnSale() {
    postgres.clear();
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  /// In whatever order it is heard, and however often: all permutations of what is said.
  @Test
  void aRefundThatFailsIsInTheWalletAgain() {
    List<GatewayMessage> said =
        List.of(
            paid("one", 50_00),
            refunded("one", 20_00),
            refund("re_1", "one", 20_00, false),
            refund("re_1", "one", 20_00, true),
            refund("re_2", "one", 5_00, false));
    for (List<GatewayMessage> order : permutations(said)) {
      postgres.clear();
      payments.start(OURS, topUp("one", 50_00));

      order.forEach(payments::heard);
      order.forEach(message -> assertThat(payments.heard(message)).isEqualTo(Hearing.HEARD_BEFORE));

      assertThat(wallets.of(OURS).balance()).as(order.toString()).isEqualTo(Money.usd(45_00));
      Faults.none(database);
    }
  }

  private static List<List<GatewayMessage>> permutations(List<GatewayMessage> said) {
    if (said.size() < 2) {
      return List.of(said);
    }
    List<List<GatewayMessage>> all = new ArrayList<>();
    for (int first = 0; first < said.size(); first++) {
      List<GatewayMessage> rest = new ArrayList<>(said);
      GatewayMessage head = rest.remove(first);
      for (List<GatewayMessage> tail : permutations(rest)) {
        List<GatewayMessage> order = new ArrayList<>(List.of(head));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }

  @Test
  void believesNoRefundInOtherMoney() {
    GatewayMessage euros =
        new GatewayMessage(
            "evt euros",
            "refund.created",
            Instant.EPOCH,
            new GatewayFact.Refund(
                "re_1", "pi one", new Money(5_00, Currency.getInstance("EUR")), false));

    assertThat(payments.heard(euros)).isEqualTo(Hearing.WRONG_AMOUNT);
    assertThat(payments.heard(refund("re_2", "nobody", 5_00, false))).isEqualTo(Hearing.KEPT);
  }

  @Test
  void remembersUntilWhenItHasAsked() {
    assertThat(payments.heardUntil()).isEqualTo(Instant.parse("2026-10-21T12:00:00Z"));
    Instant later = Instant.parse("2026-11-20T12:00:00Z");

    payments.heardUntil(later);
    payments.heardUntil(later.minusSeconds(60));

    assertThat(payments.heardUntil()).isEqualTo(later);
  }

  @Test
  void isWrittenDownOnceBeforeTheGatewayHearsOfIt() {
    Payment payment = start("a", 100_00);

    assertThat(payment.state()).isEqualTo(PaymentState.CREATED);
    assertThat(payments.start(OURS, topUp("a", 100_00))).contains(payment);
    assertThat(payments.start(OURS, topUp("a", 100_01))).isEmpty();
    assertThat(payments.start(THEIRS, topUp("a", 100_00))).isEmpty();
    assertThat(payments.of(OURS, 10)).containsExactly(payment);
    assertThat(payments.of(THEIRS, 10)).isEmpty();
    assertThat(payments.find(THEIRS, payment.id())).isEmpty();
    assertThat(available()).isEqualTo(0);
  }

  @Test
  void keepsWhereItIsPaid() {
    Payment payment = start("a", 100_00);

    payments.answered(payment, new GatewayAnswer.NeedsAction("cs_1", PAGE));

    assertThat(payments.find(OURS, payment.id()).orElseThrow())
        .satisfies(
            found -> {
              assertThat(found.state()).isEqualTo(PaymentState.NEEDS_ACTION);
              assertThat(found.session()).contains("cs_1");
              assertThat(found.page()).contains(PAGE);
            });
  }

  @Test
  void givesItsMoneyOnceHoweverOftenItIsHeard() {
    start("a", 100_00);

    assertThat(hear(paid("a", 100_00))).isEqualTo(Hearing.APPLIED);
    assertThat(hear(paid("a", 100_00))).isEqualTo(Hearing.HEARD_BEFORE);
    payments.answered(find("a"), new GatewayAnswer.Succeeded("cs_1", "pi a", Money.usd(100_00)));

    assertThat(available()).isEqualTo(100_00);
    assertThat(find("a").state()).isEqualTo(PaymentState.SUCCEEDED);
    assertThat(wallets.statement(OURS, Long.MAX_VALUE, 10))
        .extracting(Movement::kind)
        .containsExactly(Movement.Kind.TOP_UP);
  }

  @Test
  void whatComesLateUndoesNothing() {
    start("a", 100_00);
    hear(paid("a", 100_00));

    hear(pending("a"), failed("a"), declined("a"));
    payments.answered(find("a"), new GatewayAnswer.Unknown("time-out"));

    assertThat(find("a").state()).isEqualTo(PaymentState.SUCCEEDED);
    assertThat(available()).isEqualTo(100_00);
  }

  @Test
  void aFailureIsNoFailureIfTheMoneyCame() {
    start("a", 100_00);
    hear(declined("a"), failed("a"));
    assertThat(find("a").reason()).contains("expired");

    hear(paid("a", 100_00));

    assertThat(available()).isEqualTo(100_00);
  }

  @Test
  void aTryThatFailsEndsNothing() {
    start("a", 100_00);

    hear(declined("a"));

    assertThat(find("a").state()).isEqualTo(PaymentState.CREATED);
    assertThat(find("a").reason()).contains("card_declined");
    payments.answered(find("a"), new GatewayAnswer.Unknown("time-out"));
    assertThat(find("a").reason()).contains("card_declined");
  }

  @Test
  void booksNoOtherSumThanWasAskedFor() {
    start("a", 100_00);

    assertThat(hear(paid("a", 99_99))).isEqualTo(Hearing.WRONG_AMOUNT);
    assertThat(hear(paid("a", 99_99))).isEqualTo(Hearing.WRONG_AMOUNT);

    assertThat(available()).isEqualTo(0);
  }

  @Test
  void saysSoLoudlyIfItAskedAndHeardAnotherSum() {
    Logger logger = (Logger) LoggerFactory.getLogger(PostgresPayments.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    Payment payment = start("a", 100_00);

    payments.answered(payment, new GatewayAnswer.Succeeded("cs_1", "pi a", Money.usd(99_99)));
    payments.answered(payment, new GatewayAnswer.Succeeded("cs_1", "pi a", Money.usd(100_00)));

    logger.detachAppender(log);
    assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
    assertThat(available()).isEqualTo(100_00);
  }

  @Test
  void leavesAloneWhatIsNotOurs() {
    assertThat(hear(paid("nobody's", 100_00))).isEqualTo(Hearing.NOT_OURS);
    assertThat(hear(refunded("nobody's", 100_00))).isEqualTo(Hearing.KEPT);
  }

  @Test
  void aDisputeFreezesWhatWasNotSpent() {
    start("a", 100_00);
    hear(paid("a", 100_00));
    spend();

    hear(disputed("d", "a", 100_00, Standing.OPEN, 1));

    assertThat(wallet().balance()).isEqualTo(Money.usd(66_00));
    assertThat(wallet().frozen()).isEqualTo(Money.usd(66_00));
    assertThat(available()).isEqualTo(0);
  }

  @Test
  void otherMoneyIsNotFrozen() {
    start("a", 100_00);
    hear(paid("a", 100_00));
    wallets.grant(OURS, Sales.gift("other", Money.usd(50_00)));

    hear(disputed("d", "a", 40_00, Standing.OPEN, 1));

    assertThat(available()).isEqualTo(110_00);
    assertThat(buy()).isInstanceOf(Purchase.Paid.class);
    assertThat(wallet().frozen()).isEqualTo(Money.usd(40_00));
  }

  /// elizaOS/eliza#10920: no handler, and what was reversed stayed spendable.
  @Test
  void aLostDisputeTakesTheMoneyBackAlsoIfItIsSpent() {
    start("a", 100_00);
    hear(paid("a", 100_00));
    spend();

    hear(
        disputed("d", "a", 100_00, Standing.OPEN, 1), disputed("d", "a", 100_00, Standing.LOST, 2));

    assertThat(wallet().balance()).isEqualTo(Money.usd(0));
    assertThat(wallet().owed()).isEqualTo(Money.usd(34_00));
    assertThat(available()).isEqualTo(-34_00);
  }

  @Test
  void whoOwesBuysNothingUntilItIsPaid() {
    start("a", 50_00);
    hear(paid("a", 50_00));
    spend();
    hear(disputed("d", "a", 50_00, Standing.LOST, 1));
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(2, 1))));

    Hold hold = Sales.hold(database, OURS, OfferFixtures.leadId(2));
    assertThat(checkOut(hold)).isInstanceOf(TooLittleCredit.class);
    start("b", 100_00);
    hear(paid("b", 100_00));

    assertThat(wallet().owed()).isEqualTo(Money.usd(0));
    assertThat(available()).isEqualTo(66_00);
    assertThat(checkOut(hold)).isInstanceOf(Purchase.Paid.class);
  }

  /// elizaOS/eliza#10938: clawed at opening.
  @Test
  void nothingIsTakenWhileNobodyHasDecided() {
    start("a", 100_00);
    hear(paid("a", 100_00));

    hear(disputed("d", "a", 100_00, Standing.OPEN, 1));

    assertThat(wallet().balance()).isEqualTo(Money.usd(100_00));
  }

  /// elizaOS/eliza#10997: won never restored.
  @Test
  void aWonDisputeGivesBackWhatWasFrozenOrTaken() {
    start("a", 100_00);
    hear(paid("a", 100_00));
    hear(disputed("d", "a", 100_00, Standing.OPEN, 1));
    assertThat(available()).isEqualTo(0);

    hear(disputed("d", "a", 100_00, Standing.WON, 2));
    assertThat(available()).isEqualTo(100_00);
    hear(disputed("e", "a", 100_00, Standing.LOST, 3));
    assertThat(available()).isEqualTo(0);
    hear(disputed("e", "a", 100_00, Standing.WON, 4));

    assertThat(available()).isEqualTo(100_00);
  }

  /// elizaOS/eliza#11155: what was given back was forgotten, and a later refund took too little.
  @Test
  void aRefundAfterAWonDisputeTakesAllOfIt() {
    start("a", 100_00);
    hear(paid("a", 100_00));
    hear(disputed("d", "a", 60_00, Standing.LOST, 1), disputed("d", "a", 60_00, Standing.WON, 2));

    hear(refunded("a", 30_00), refunded("a", 80_00), refunded("a", 30_00));
    assertThat(available()).isEqualTo(20_00);
    hear(refunded("a", 100_00));

    assertThat(available()).isEqualTo(0);
  }

  @Test
  void takesNoMoreThanWasGiven() {
    start("a", 100_00);
    hear(paid("a", 100_00));

    hear(refunded("a", 80_00), disputed("d", "a", 100_00, Standing.LOST, 1));

    assertThat(wallet().owed()).isEqualTo(Money.usd(0));
    assertThat(available()).isEqualTo(0);
  }

  @Test
  void whatIsHeardBeforeThePaymentIsKept() {
    start("a", 100_00);
    assertThat(hear(disputed("d", "a", 70_00, Standing.OPEN, 1))).isEqualTo(Hearing.KEPT);
    assertThat(hear(refunded("a", 30_00))).isEqualTo(Hearing.KEPT);

    hear(paid("a", 100_00));

    assertThat(wallet().balance()).isEqualTo(Money.usd(70_00));
    assertThat(available()).isEqualTo(0);
  }

  @Test
  void aDisputeIsHeardOnceUnderEachOfItsMessages() {
    start("a", 100_00);
    hear(paid("a", 100_00));

    hear(
        disputed("d", "a", 40_00, Standing.LOST, 3),
        disputed("d", "a", 40_00, Standing.OPEN, 1),
        disputed("d", "a", 40_00, Standing.LOST, 2));

    assertThat(available()).isEqualTo(60_00);
  }

  /// A bank may settle for less than was contested.
  @Test
  void theLastWordOfADisputeSaysHowMuch() {
    start("a", 100_00);
    hear(paid("a", 100_00));

    hear(disputed("d", "a", 100_00, Standing.OPEN, 1), disputed("d", "a", 40_00, Standing.LOST, 2));
    assertThat(available()).isEqualTo(60_00);
    hear(disputed("d", "a", 90_00, Standing.OPEN, 3), disputed("d", "a", 80_00, Standing.LOST, 1));

    assertThat(available()).isEqualTo(60_00);
  }

  @Test
  void whatIsOverPaysNoDebt() {
    start("a", 50_00);
    hear(paid("a", 50_00));
    spend();
    hear(disputed("d", "a", 50_00, Standing.LOST, 1));
    giveForADay("first");
    clock.pass(Duration.ofDays(2));

    start("b", 50_00);
    hear(paid("b", 50_00));

    assertThat(wallet().owed()).isEqualTo(Money.usd(0));
    assertThat(wallet().balance()).isEqualTo(Money.usd(16_00));
  }

  @Test
  void whatIsOverIsTakenBackAlsoFromWhoOwes() {
    start("a", 50_00);
    hear(paid("a", 50_00));
    spend();
    hear(disputed("d", "a", 50_00, Standing.LOST, 1));
    giveForADay("first");
    clock.pass(Duration.ofDays(2));

    wallets.expire(10);

    assertThat(wallet().balance()).isEqualTo(Money.usd(0));
    assertThat(wallet().owed()).isEqualTo(Money.usd(34_00));
  }

  private void giveForADay(String name) {
    Grant gift =
        new Grant(
            new TransferId(Ids.derived("transfer", name)),
            Grant.Kind.GIFT,
            Money.usd(50_00),
            Grant.USUAL_PRIORITY,
            Optional.of(Instant.parse("2026-11-21T12:00:00Z")),
            name);
    assertThat(wallets.grant(OURS, gift)).isEqualTo(Granting.GRANTED);
  }

  @Test
  void booksNothingInAnotherCurrency() {
    start("a", 100_00);
    hear(paid("a", 100_00));
    Money euros = new Money(100_00, Currency.getInstance("EUR"));

    for (GatewayFact fact :
        List.of(
            new GatewayFact.Refunded("pi a", euros),
            new GatewayFact.Disputed("d", "pi a", euros, Standing.LOST),
            new GatewayFact.Disputed("d", "pi a", euros, Standing.OPEN))) {
      GatewayMessage message = new GatewayMessage("evt " + fact, "-", Instant.EPOCH, fact);
      assertThat(hear(message)).isEqualTo(Hearing.WRONG_AMOUNT);
      assertThat(hear(message)).isEqualTo(Hearing.WRONG_AMOUNT);
    }

    assertThat(available()).isEqualTo(100_00);
  }

  @Test
  void whatIsHeldWithMoneyThatIsGoneWaitsForOtherMoney() {
    start("a", 100_00);
    hear(paid("a", 100_00));
    Hold hold = Sales.hold(database, OURS, OfferFixtures.leadId(1));

    hear(refunded("a", 100_00));

    assertThat(checkOut(hold)).isInstanceOf(TooLittleCredit.class);
  }

  @Test
  void manyAtOnceAreHeardOnce() throws Exception {
    start("a", 100_00);
    List<Callable<Hearing>> racers =
        List.of(
            () -> hear(paid("a", 100_00)),
            () -> hear(paid("a", 100_00)),
            () -> hear(refunded("a", 20_00)),
            () -> hear(disputed("d", "a", 50_00, Standing.OPEN, 1)),
            () -> hear(disputed("d", "a", 50_00, Standing.LOST, 2)),
            () -> hear(pending("a")));

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Hearing>> answers = new ArrayList<>();
      racers.forEach(racer -> answers.add(threads.submit(racer)));
      for (Future<Hearing> answer : answers) {
        assertThat(answer.get()).isNotEqualTo(Hearing.NOT_OURS);
      }
    }

    assertThat(available()).isEqualTo(30_00);
  }

  @Test
  void asksLaterAndLaterButNeverGivesUp() {
    start("a", 100_00);
    List<Duration> asked = new ArrayList<>();
    Duration step = Duration.ofMinutes(5);

    for (Duration passed = Duration.ZERO;
        passed.compareTo(Duration.ofDays(8)) < 0;
        passed = passed.plus(step)) {
      if (asked.size() == 2) {
        step = Duration.ofHours(1);
      }
      for (Payment payment : payments.toAsk(10)) {
        asked.add(passed);
        payments.answered(payment, new GatewayAnswer.Unknown("time-out"));
      }
      clock.pass(step);
    }

    assertThat(asked.subList(0, 2)).containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(10));
    assertThat(asked).hasSizeGreaterThanOrEqualTo(9);
    payments.answered(find("a"), new GatewayAnswer.Declined("expired"));
    clock.pass(Duration.ofDays(2));
    assertThat(payments.toAsk(10)).isEmpty();
  }

  @Test
  void twoThatAskDoNotAskTheSame() {
    start("a", 100_00);
    start("b", 100_00);
    clock.pass(Duration.ofMinutes(5));

    assertThat(payments.toAsk(1)).hasSize(1);
    assertThat(payments.toAsk(10)).hasSize(1);
    assertThat(payments.toAsk(10)).isEmpty();
  }

  private Payment start(String name, long cents) {
    return payments.start(OURS, topUp(name, cents)).orElseThrow();
  }

  private Payment find(String name) {
    return payments.find(OURS, id(name)).orElseThrow();
  }

  private Hearing hear(GatewayMessage... messages) {
    return Arrays.stream(messages).map(payments::heard).reduce((_, last) -> last).orElseThrow();
  }

  private Wallet wallet() {
    return wallets.of(OURS);
  }

  private long available() {
    return wallet().available().minorUnits();
  }

  private void spend() {
    assertThat(buy()).isInstanceOf(Purchase.Paid.class);
  }

  private Purchase buy() {
    return checkOut(Sales.hold(database, OURS, OfferFixtures.leadId(1)));
  }

  private Purchase checkOut(Hold hold) {
    return new PostgresOrders(database)
        .checkOut(OURS, Sales.checkout("of " + hold.id().text(), hold.price(), hold));
  }
}
