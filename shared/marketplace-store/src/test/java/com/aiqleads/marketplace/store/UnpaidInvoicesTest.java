package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.GatewayTalk.disputed;
import static com.aiqleads.marketplace.store.GatewayTalk.paid;
import static com.aiqleads.marketplace.store.GatewayTalk.topUp;
import static com.aiqleads.marketplace.store.Subscribers.DAY;
import static com.aiqleads.marketplace.store.Subscribers.MONTH;
import static com.aiqleads.marketplace.store.Subscribers.OURS;
import static com.aiqleads.marketplace.store.Subscribers.PREMIUM;
import static com.aiqleads.marketplace.store.Subscribers.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.payments.GatewayFact.Standing;
import com.aiqleads.marketplace.subscriptions.Act;
import com.aiqleads.marketplace.subscriptions.Choice.Now;
import com.aiqleads.marketplace.subscriptions.Choice.Reason;
import com.aiqleads.marketplace.subscriptions.Choice.Refused;
import com.aiqleads.marketplace.subscriptions.Invoice;
import com.aiqleads.marketplace.subscriptions.Overdue;
import com.aiqleads.marketplace.subscriptions.Parking;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.Ruling;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of a team that cannot pay for its month.
class UnpaidInvoicesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @RegisterExtension final Subscribers subscribers = new Subscribers(postgres);

  private final Database database = subscribers.database();
  private final Subscriptions subscriptions = subscribers.subscriptions();
  private final SubscriptionDesk desk = subscribers.desk();
  private final TestClock clock = subscribers.clock();

  @Test
  void whoCannotPayIsWarnedThenBlockedAndClearOncePaid() {
    subscribers.pay(OURS, 60_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);
    subscribers.renewAll();

    assertThat(subscribers.invoices(OURS).getFirst().state()).isEqualTo(Invoice.State.UNPAID);
    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.WARNED);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(desk.choose(OURS, PREMIUM)).isEqualTo(new Refused(Reason.UNPAID));
    clock.pass(DAY.multipliedBy(14));
    subscribers.renewAll();
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PlanName.FREE);

    subscribers.pay(OURS, 38_00);
    assertThat(subscribers.renewAll()).as("with the next run, not the next try").isEqualTo(1);

    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(subscribers.invoices(OURS).getFirst().state()).isEqualTo(Invoice.State.PAID);
  }

  @Test
  void whoDoesNotPayForThreeWeeksHasNoPlanAndMayBeginAnother() {
    subscribers.pay(OURS, 60_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);
    IntStream.rangeClosed(0, 21)
        .forEach(
            _ -> {
              subscribers.renewAll();
              clock.pass(DAY);
            });

    assertThat(subscriptions.look(OURS).current()).isEmpty();
    assertThat(subscribers.invoices(OURS).getFirst().state()).isEqualTo(Invoice.State.WRITTEN_OFF);
    subscribers.pay(OURS, 100_00);
    assertThat(desk.choose(OURS, PRO)).isInstanceOf(Now.class);
    assertThat(subscribers.renewAll()).isZero();
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
    subscribers.pay(OURS, 38_00);
    clock.pass(Duration.ofMinutes(1));

    subscribers.renewAll();

    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(subscribers.invoices(OURS).getFirst().state()).isEqualTo(Invoice.State.PAID);
  }

  @Test
  void moneyThatABankContestsNoMorePaysWithTheNextRun() {
    PostgresPayments payments = new PostgresPayments(database);
    payments.start(OURS, topUp("a", 38_00));
    payments.heard(paid("a", 38_00));
    payments.heard(disputed("d", "a", 38_00, Standing.OPEN, 1));
    unpaidFor(DAY.multipliedBy(18));

    payments.heard(disputed("d", "a", 38_00, Standing.WON, 2));

    assertThat(subscribers.renewAll()).as("after the last try").isEqualTo(1);
    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
  }

  @Test
  void whoWasParkedHasAsMuchTimeLeftAsBefore() {
    unpaidFor(DAY.multipliedBy(18));
    park();
    subscribers.pay(OURS, 37_99);
    clock.pass(DAY.multipliedBy(9));
    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.BLOCKED);
    desk.release(OURS);

    subscribers.renewAll();
    assertThat(subscriptions.look(OURS).current()).as("not lost at once").isPresent();
    clock.pass(DAY.multipliedBy(3).minusMillis(1));
    subscribers.renewAll();
    assertThat(subscriptions.look(OURS).current()).isPresent();
    clock.pass(Duration.ofMillis(1));
    subscribers.renewAll();
    assertThat(subscriptions.look(OURS).current()).isEmpty();
  }

  @Test
  void whatCameWhileItWasParkedPaysOnceItIsReleased() {
    unpaidFor(DAY.multipliedBy(18));
    park();
    subscribers.pay(OURS, 38_00);
    clock.pass(DAY);
    assertThat(subscribers.renewAll()).isZero();
    desk.release(OURS);

    subscribers.renewAll();

    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
  }

  /// The second month of PRO, with 11 USD there, asked for that long.
  private void unpaidFor(Duration time) {
    subscribers.pay(OURS, 60_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);
    subscribers.renewAll();
    clock.pass(time);
    subscribers.renewAll();
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
}
