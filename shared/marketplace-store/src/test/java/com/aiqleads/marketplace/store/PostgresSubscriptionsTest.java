package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.GatewayTalk.disputed;
import static com.aiqleads.marketplace.store.GatewayTalk.paid;
import static com.aiqleads.marketplace.store.GatewayTalk.topUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.payments.GatewayFact.Standing;
import com.aiqleads.marketplace.subscriptions.Act;
import com.aiqleads.marketplace.subscriptions.Choice;
import com.aiqleads.marketplace.subscriptions.Choice.Later;
import com.aiqleads.marketplace.subscriptions.Choice.Now;
import com.aiqleads.marketplace.subscriptions.Choice.Reason;
import com.aiqleads.marketplace.subscriptions.Choice.Refused;
import com.aiqleads.marketplace.subscriptions.Choice.TooLittleCredit;
import com.aiqleads.marketplace.subscriptions.Choice.Unchanged;
import com.aiqleads.marketplace.subscriptions.Invoice;
import com.aiqleads.marketplace.subscriptions.Overdue;
import com.aiqleads.marketplace.subscriptions.Parking;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.Renewal;
import com.aiqleads.marketplace.subscriptions.Ruling;
import com.aiqleads.marketplace.subscriptions.Subscription;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.taxes.Taxes;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSubscriptionsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = team(1);
  private static final PlanName PRO = new PlanName("pro");
  private static final PlanName PREMIUM = new PlanName("premium");
  private static final Duration DAY = Duration.ofDays(1);

  /// November has thirty days.
  private static final Duration MONTH = DAY.multipliedBy(30);

  private final Database database = Stores.database(postgres);
  private final Database administrator = new Database(postgres.administrator());
  private final Subscriptions subscriptions = new PostgresSubscriptions(database);
  private final SubscriptionDesk desk = new SubscriptionDesk(subscriptions, Taxes.NONE);
  private final Wallets wallets = new PostgresWallets(database);
  private final TestClock clock = new TestClock(postgres);

  private int grants;

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  @Test
  void aPlanIsPaidFromWhatWasPurchasedAndBringsItsCredit() {
    pay(OURS, 100_00);

    Now now = (Now) desk.choose(OURS, PRO);

    assertThat(now.bill().total()).isEqualTo(Money.usd(49_00));
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(100_00 - 49_00 + 25_00));
    assertThat(wallets.of(OURS).lots())
        .extracting(lot -> lot.kind())
        .as("what is included is spent first")
        .containsExactly(Grant.Kind.GIFT, Grant.Kind.TOP_UP);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    Invoice invoice = onlyInvoice(OURS);
    assertThat(invoice.name()).isEqualTo("AIQ-1");
    assertThat(invoice.state()).isEqualTo(Invoice.State.PAID);
    assertThat(invoice.lines()).extracting(Invoice.Line::what).containsExactly("Plan pro");
    assertThat(subscriptions.invoice(OURS, invoice.id())).contains(invoice);
    assertThat(subscriptions.invoice(team(2), invoice.id())).isEmpty();
  }

  @Test
  void theSameChoiceTwiceIsOne() {
    pay(OURS, 100_00);

    desk.choose(OURS, PRO);

    assertThat(desk.choose(OURS, PRO)).isEqualTo(new Unchanged());
    assertThat(invoices(OURS)).hasSize(1);
  }

  @Test
  void giftsAndIncludedCreditBuyNoPlan() {
    wallets.grant(OURS, Sales.gift("sorry", Money.usd(500_00)));

    assertThat(desk.choose(OURS, PRO))
        .isEqualTo(new TooLittleCredit(Money.usd(49_00), Money.usd(0)));
  }

  @Test
  void whatIsSetAsideForHoldsPaysForNoPlan() {
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
    wallets.grant(
        OURS,
        new Grant(
            new TransferId(Ids.derived("soon over")),
            Grant.Kind.GIFT,
            Money.usd(500_00),
            Grant.USUAL_PRIORITY,
            Optional.of(subscriptions.look(OURS).now().plusSeconds(60)),
            "For today"));
    long price = Sales.hold(database, OURS, OfferFixtures.leadId(1)).price().minorUnits();
    pay(OURS, 49_00 + price - 1);
    clock.pass(Duration.ofSeconds(61));

    assertThat(desk.choose(OURS, PRO))
        .as("the gift is over, though nobody has written it down")
        .isEqualTo(new TooLittleCredit(Money.usd(49_00), Money.usd(48_99)));
    pay(OURS, 1);
    assertThat(desk.choose(OURS, PRO)).isInstanceOf(Now.class);
  }

  @Test
  void aHoldThatIsOverKeepsNothingFromAPlan() {
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
    pay(OURS, 49_00);
    Sales.hold(database, OURS, OfferFixtures.leadId(1));
    assertThat(desk.choose(OURS, PRO)).as("set aside").isInstanceOf(TooLittleCredit.class);
    clock.pass(Duration.ofMinutes(5));

    assertThat(desk.quote(OURS, PRO)).isInstanceOf(Now.class);
    assertThat(desk.choose(OURS, PRO)).isInstanceOf(Now.class);
  }

  @Test
  void aHoldAtTheEndOfTheMonthDelaysItByAnHour() {
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
    pay(OURS, 98_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH.minusMinutes(1));
    Sales.hold(database, OURS, OfferFixtures.leadId(1));
    clock.pass(Duration.ofMinutes(1));
    renewAll();
    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.WARNED);
    clock.pass(Duration.ofHours(1));

    assertThat(renewAll()).isEqualTo(1);

    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
  }

  @Test
  void moreCostsItsShareOfTheMonthAndWhatWasQuoted() {
    pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH.dividedBy(2));

    Choice quoted = desk.quote(OURS, PREMIUM);
    Choice chosen = desk.choose(OURS, PREMIUM);

    assertThat(chosen).isEqualTo(quoted);
    assertThat(((Now) chosen).bill().net()).isEqualTo(Money.usd(50_00));
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PREMIUM);
    assertThat(invoices(OURS)).extracting(Invoice::number).containsExactly(2L, 1L);
  }

  @Test
  void lessBeginsWithTheNextMonth() {
    pay(OURS, 300_00);
    desk.choose(OURS, PREMIUM);

    assertThat(desk.choose(OURS, PRO)).isInstanceOf(Later.class);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PREMIUM);
    clock.pass(MONTH);

    assertThat(renewAll()).isEqualTo(1);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(invoices(OURS).getFirst().net()).isEqualTo(Money.usd(49_00));
  }

  @Test
  void includedCreditEndsWithItsMonth() {
    pay(OURS, 98_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);

    renewAll();

    assertThat(wallets.of(OURS).balance()).as("of the new month").isEqualTo(Money.usd(25_00));
    assertThat(wallets.of(OURS).lots()).hasSize(1);
  }

  @Test
  void aMonthIsBilledOnceByManyAtOnce() throws Exception {
    pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);

    List<Renewal> all = together(8, () -> desk.renew(OURS));

    assertThat(all).containsOnlyOnce(Renewal.RENEWED);
    assertThat(all.stream().filter(it -> it == Renewal.NOTHING_DUE)).hasSize(7);
    assertThat(invoices(OURS)).hasSize(2);
  }

  @Test
  void twoRunsShareTheTeams() throws Exception {
    IntStream.range(0, 20)
        .forEach(
            number -> {
              pay(team(number), 98_00);
              desk.choose(team(number), PRO);
            });
    clock.pass(MONTH);

    List<Integer> renewed = together(2, this::renewAll);

    assertThat(renewed.stream().mapToInt(it -> it).sum()).isEqualTo(20);
    assertThat(IntStream.range(0, 20).mapToObj(number -> invoices(team(number)).size()))
        .containsOnly(2);
  }

  @Test
  void whatSomebodyElseLocksIsStillDue() throws Exception {
    pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);

    database.inTransaction(
        () -> {
          database.query("select from subscriptions for update", _ -> {}, _ -> true);
          assertThat(onAnother(() -> subscriptions.due(10))).isEmpty();
          return true;
        });

    assertThat(subscriptions.due(10)).containsExactly(OURS);
    assertThat(subscriptions.due(10)).as("for five minutes").isEmpty();
    clock.pass(Duration.ofMinutes(10));
    assertThat(subscriptions.due(10)).as("again").containsExactly(OURS);
    clock.pass(Duration.ofMinutes(9));
    assertThat(subscriptions.due(10)).as("later each time").isEmpty();
  }

  @Test
  void aFailureAfterTheDecisionLeavesNothingBehind() {
    pay(OURS, 200_00);
    administrator.update(
        """
        create function public.fall() returns trigger language plpgsql
        as $$ begin raise exception 'fallen'; end $$
        """,
        _ -> {});
    administrator.update(
        "create trigger falls before update on marketplace.buyers for each row"
            + " when (new.plan <> old.plan) execute function public.fall()",
        _ -> {});
    try {
      assertThatThrownBy(() -> desk.choose(OURS, PRO)).hasStackTraceContaining("fallen");
      assertThat(invoices(OURS)).isEmpty();
      assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(200_00));
    } finally {
      administrator.update("drop function public.fall() cascade", _ -> {});
    }

    desk.choose(OURS, PRO);

    assertThat(onlyInvoice(OURS).name()).as("no number is lost").isEqualTo("AIQ-1");
  }

  @Test
  void whoCannotPayIsWarnedThenBlockedAndClearOncePaid() {
    pay(OURS, 60_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);
    renewAll();

    assertThat(invoices(OURS).getFirst().state()).isEqualTo(Invoice.State.UNPAID);
    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.WARNED);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(desk.choose(OURS, PREMIUM)).isEqualTo(new Refused(Reason.UNPAID));
    clock.pass(DAY.multipliedBy(14));
    renewAll();
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PlanName.FREE);

    pay(OURS, 38_00);
    assertThat(renewAll()).as("with the next run, not the next try").isEqualTo(1);

    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(invoices(OURS).getFirst().state()).isEqualTo(Invoice.State.PAID);
  }

  @Test
  void whoDoesNotPayForThreeWeeksHasNoPlanAndMayBeginAnother() {
    pay(OURS, 60_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);
    IntStream.rangeClosed(0, 21)
        .forEach(
            _ -> {
              renewAll();
              clock.pass(DAY);
            });

    assertThat(subscriptions.look(OURS).current()).isEmpty();
    assertThat(invoices(OURS).getFirst().state()).isEqualTo(Invoice.State.WRITTEN_OFF);
    pay(OURS, 100_00);
    assertThat(desk.choose(OURS, PRO)).isInstanceOf(Now.class);
    assertThat(renewAll()).isZero();
  }

  /// What is paid before anybody tells of it is told to nobody.
  @Test
  void remindsOnceOfWhatIsUnpaid() {
    PostgresReminders reminders = new PostgresReminders(database);
    assertThat(reminders.take(10)).isEmpty();
    unpaidFor(DAY.multipliedBy(14));

    assertThat(reminders.take(10))
        .singleElement()
        .satisfies(
            reminder -> {
              assertThat(reminder.team()).isEqualTo(OURS);
              assertThat(reminder.invoice()).isEqualTo("AIQ-2");
              assertThat(reminder.total()).isEqualTo(Money.usd(49_00));
            });
    assertThat(reminders.take(10)).isEmpty();
  }

  @Test
  void aTopUpInTheLastMinuteIsInTime() {
    unpaidFor(DAY.multipliedBy(21).minusMinutes(1));
    pay(OURS, 38_00);
    clock.pass(Duration.ofMinutes(1));

    renewAll();

    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(invoices(OURS).getFirst().state()).isEqualTo(Invoice.State.PAID);
  }

  @Test
  void moneyThatABankContestsNoMorePaysWithTheNextRun() {
    PostgresPayments payments = new PostgresPayments(database);
    payments.start(OURS, topUp("a", 38_00));
    payments.heard(paid("a", 38_00));
    payments.heard(disputed("d", "a", 38_00, Standing.OPEN, 1));
    unpaidFor(DAY.multipliedBy(18));

    payments.heard(disputed("d", "a", 38_00, Standing.WON, 2));

    assertThat(renewAll()).as("after the last try").isEqualTo(1);
    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
  }

  @Test
  void whoWasParkedHasAsMuchTimeLeftAsBefore() {
    unpaidFor(DAY.multipliedBy(18));
    park();
    pay(OURS, 37_99);
    clock.pass(DAY.multipliedBy(9));
    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.BLOCKED);
    desk.release(OURS);

    renewAll();
    assertThat(subscriptions.look(OURS).current()).as("not lost at once").isPresent();
    clock.pass(DAY.multipliedBy(3).minusMillis(1));
    renewAll();
    assertThat(subscriptions.look(OURS).current()).isPresent();
    clock.pass(Duration.ofMillis(1));
    renewAll();
    assertThat(subscriptions.look(OURS).current()).isEmpty();
  }

  @Test
  void whatCameWhileItWasParkedPaysOnceItIsReleased() {
    unpaidFor(DAY.multipliedBy(18));
    park();
    pay(OURS, 38_00);
    clock.pass(DAY);
    assertThat(renewAll()).isZero();
    desk.release(OURS);

    renewAll();

    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
  }

  @Test
  void aPauseOverTheEndOfAMonthCostsNothing() {
    pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    desk.pause(OURS);
    clock.pass(MONTH);
    renewAll();

    assertThat(subscriptions.look(OURS).current().orElseThrow().state())
        .isEqualTo(Subscription.State.PAUSED);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PlanName.FREE);
    clock.pass(MONTH.multipliedBy(3));
    assertThat(renewAll()).isZero();

    assertThat(desk.resume(OURS)).isInstanceOf(Now.class);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(invoices(OURS)).hasSize(2);
    clock.pass(MONTH);
    assertThat(desk.choose(OURS, PlanName.FREE)).isInstanceOf(Later.class);
  }

  @Test
  void choosingAfterTheEndRenewsFirst() {
    pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);

    desk.choose(OURS, PlanName.FREE);

    assertThat(invoices(OURS)).hasSize(2);
    clock.pass(DAY.multipliedBy(31));
    renewAll();
    assertThat(subscriptions.look(OURS).current()).isEmpty();
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PlanName.FREE);
  }

  @Test
  void aClockThatJumpsBillsNothingUntilSomebodyHasLooked() {
    pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH.multipliedBy(4));
    renewAll();

    assertThat(parked()).contains(Parking.STOOD_STILL);
    assertThat(desk.choose(OURS, PREMIUM)).isEqualTo(new Refused(Reason.PARKED));
    assertThat(invoices(OURS)).hasSize(1);

    assertThat(desk.release(OURS)).isEqualTo(Renewal.RECOVERED);
    assertThat(desk.quote(OURS, PREMIUM)).isEqualTo(new Refused(Reason.DUE));
    renewAll();

    assertThat(parked()).isEmpty();
    assertThat(invoices(OURS)).hasSize(2);
    Instant now = subscriptions.look(OURS).now();
    assertThat(invoices(OURS).getFirst().lines().getFirst().until()).isAfter(now);
    assertThat(desk.release(OURS)).isEqualTo(Renewal.NOTHING_DUE);
  }

  @Test
  void aClockThatGoesBackBillsNothingTwice() {
    pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);
    renewAll();
    clock.pass(MONTH.negated());

    assertThat(renewAll()).isZero();
    clock.pass(MONTH);
    assertThat(renewAll()).isZero();
    assertThat(invoices(OURS)).hasSize(2);
  }

  /// Whatever teams and time do, and in any order: no fault, looked for after all of it.
  @Test
  void nothingIsEverWrongInTheBooks() {
    Random random = new Random(19);
    List<PlanName> plans = List.of(PlanName.FREE, PRO, PREMIUM, new PlanName("enterprise"));
    for (int act = 0; act < 400; act++) {
      TeamId team = team(random.nextInt(4));
      switch (random.nextInt(8)) {
        case 0, 1 -> pay(team, 1_00 + random.nextInt(200_00));
        case 2, 3 -> desk.choose(team, plans.get(random.nextInt(plans.size())));
        case 4 -> desk.pause(team);
        case 5 -> desk.resume(team);
        case 6 -> desk.release(team);
        default -> clock.pass(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
      }
      renewAll();
    }
    assertThat(IntStream.range(0, 4).map(number -> invoices(team(number)).size()).sum())
        .isGreaterThan(20);
  }

  /// The second month of PRO, with 11 USD there, asked for that long.
  private void unpaidFor(Duration time) {
    pay(OURS, 60_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);
    renewAll();
    clock.pass(time);
    renewAll();
    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.BLOCKED);
  }

  private void park() {
    subscriptions.decide(
        OURS,
        account ->
            new Ruling<>(
                true,
                List.of(
                    new Act.Park(account.current().orElseThrow().id(), Parking.TOO_MANY_ITEMS))));
  }

  private Optional<Parking> parked() {
    return subscriptions.look(OURS).current().flatMap(Subscription::parked).map(it -> it.why());
  }

  /// As the schedule does it; how many came to something.
  private int renewAll() {
    int renewed = 0;
    List<TeamId> due;
    do {
      due = subscriptions.due(1);
      renewed += (int) due.stream().filter(team -> desk.renew(team) != Renewal.NOTHING_DUE).count();
    } while (!due.isEmpty());
    return renewed;
  }

  private void pay(TeamId team, long cents) {
    grants++;
    wallets.grant(
        team,
        new Grant(
            new TransferId(Ids.derived("paid", Integer.toString(grants))),
            Grant.Kind.TOP_UP,
            Money.usd(cents),
            Grant.USUAL_PRIORITY,
            Optional.empty(),
            "By card"));
  }

  private Invoice onlyInvoice(TeamId team) {
    assertThat(invoices(team)).hasSize(1);
    return invoices(team).getFirst();
  }

  private List<Invoice> invoices(TeamId team) {
    return subscriptions.invoices(team, Long.MAX_VALUE, 100);
  }

  private static <T> List<T> together(int many, Callable<T> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      List<T> done = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(Collections.nCopies(many, work))) {
        done.add(one.get());
      }
      return done;
    }
  }

  private static <T> T onAnother(Callable<T> work) {
    try {
      return together(1, work).getFirst();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static TeamId team(int number) {
    return new TeamId(Ids.derived("team", Integer.toString(number)));
  }
}
