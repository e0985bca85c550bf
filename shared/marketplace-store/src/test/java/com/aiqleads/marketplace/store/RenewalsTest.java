package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.Subscribers.DAY;
import static com.aiqleads.marketplace.store.Subscribers.MONTH;
import static com.aiqleads.marketplace.store.Subscribers.OURS;
import static com.aiqleads.marketplace.store.Subscribers.PREMIUM;
import static com.aiqleads.marketplace.store.Subscribers.PRO;
import static com.aiqleads.marketplace.store.Subscribers.team;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.subscriptions.Choice.Later;
import com.aiqleads.marketplace.subscriptions.Choice.Now;
import com.aiqleads.marketplace.subscriptions.Choice.Reason;
import com.aiqleads.marketplace.subscriptions.Choice.Refused;
import com.aiqleads.marketplace.subscriptions.Overdue;
import com.aiqleads.marketplace.subscriptions.Parking;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.Renewal;
import com.aiqleads.marketplace.subscriptions.Subscription;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a month costs when it begins, whoever looks and whatever the clock does.
class RenewalsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @RegisterExtension final Subscribers subscribers = new Subscribers(postgres);

  private final Database database = subscribers.database();
  private final Subscriptions subscriptions = subscribers.subscriptions();
  private final SubscriptionDesk desk = subscribers.desk();
  private final Wallets wallets = subscribers.wallets();
  private final TestClock clock = subscribers.clock();

  @Test
  void aHoldAtTheEndOfTheMonthDelaysItByAnHour() {
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
    subscribers.pay(OURS, 98_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH.minusMinutes(1));
    Sales.hold(database, OURS, OfferFixtures.leadId(1));
    clock.pass(Duration.ofMinutes(1));
    subscribers.renewAll();
    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.WARNED);
    clock.pass(Duration.ofHours(1));

    assertThat(subscribers.renewAll()).isEqualTo(1);

    assertThat(subscriptions.look(OURS).overdue()).isEqualTo(Overdue.CLEAR);
  }

  @Test
  void includedCreditEndsWithItsMonth() {
    subscribers.pay(OURS, 98_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);

    subscribers.renewAll();

    assertThat(wallets.of(OURS).balance()).as("of the new month").isEqualTo(Money.usd(25_00));
    assertThat(wallets.of(OURS).lots()).hasSize(1);
  }

  @Test
  void aMonthIsBilledOnceByManyAtOnce() throws Exception {
    subscribers.pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);

    List<Renewal> all = together(8, () -> desk.renew(OURS));

    assertThat(all).containsOnlyOnce(Renewal.RENEWED);
    assertThat(all.stream().filter(it -> it == Renewal.NOTHING_DUE)).hasSize(7);
    assertThat(subscribers.invoices(OURS)).hasSize(2);
  }

  @Test
  void twoRunsShareTheTeams() throws Exception {
    IntStream.range(0, 20)
        .forEach(
            number -> {
              subscribers.pay(team(number), 98_00);
              desk.choose(team(number), PRO);
            });
    clock.pass(MONTH);

    List<Integer> renewed = together(2, subscribers::renewAll);

    assertThat(renewed.stream().mapToInt(it -> it).sum()).isEqualTo(20);
    assertThat(IntStream.range(0, 20).mapToObj(number -> subscribers.invoices(team(number)).size()))
        .containsOnly(2);
  }

  @Test
  void whatSomebodyElseLocksIsStillDue() throws Exception {
    subscribers.pay(OURS, 200_00);
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
  void choosingAfterTheEndRenewsFirst() {
    subscribers.pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);

    desk.choose(OURS, PlanName.FREE);

    assertThat(subscribers.invoices(OURS)).hasSize(2);
    clock.pass(DAY.multipliedBy(31));
    subscribers.renewAll();
    assertThat(subscriptions.look(OURS).current()).isEmpty();
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PlanName.FREE);
  }

  @Test
  void aPauseOverTheEndOfAMonthCostsNothing() {
    subscribers.pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    desk.pause(OURS);
    clock.pass(MONTH);
    subscribers.renewAll();

    assertThat(subscriptions.look(OURS).current().orElseThrow().state())
        .isEqualTo(Subscription.State.PAUSED);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PlanName.FREE);
    clock.pass(MONTH.multipliedBy(3));
    assertThat(subscribers.renewAll()).isZero();

    assertThat(desk.resume(OURS)).isInstanceOf(Now.class);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(subscribers.invoices(OURS)).hasSize(2);
    clock.pass(MONTH);
    assertThat(desk.choose(OURS, PlanName.FREE)).isInstanceOf(Later.class);
  }

  @Test
  void aClockThatJumpsBillsNothingUntilSomebodyHasLooked() {
    subscribers.pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH.multipliedBy(4));
    subscribers.renewAll();

    assertThat(parked()).contains(Parking.STOOD_STILL);
    assertThat(desk.choose(OURS, PREMIUM)).isEqualTo(new Refused(Reason.PARKED));
    assertThat(subscribers.invoices(OURS)).hasSize(1);

    assertThat(desk.release(OURS)).isEqualTo(Renewal.RECOVERED);
    assertThat(desk.quote(OURS, PREMIUM)).isEqualTo(new Refused(Reason.DUE));
    subscribers.renewAll();

    assertThat(parked()).isEmpty();
    assertThat(subscribers.invoices(OURS)).hasSize(2);
    Instant now = subscriptions.look(OURS).now();
    assertThat(subscribers.invoices(OURS).getFirst().lines().getFirst().until()).isAfter(now);
    assertThat(desk.release(OURS)).isEqualTo(Renewal.NOTHING_DUE);
  }

  @Test
  void aClockThatGoesBackBillsNothingTwice() {
    subscribers.pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH);
    subscribers.renewAll();
    clock.pass(MONTH.negated());

    assertThat(subscribers.renewAll()).isZero();
    clock.pass(MONTH);
    assertThat(subscribers.renewAll()).isZero();
    assertThat(subscribers.invoices(OURS)).hasSize(2);
  }

  private Optional<Parking> parked() {
    return subscriptions.look(OURS).current().flatMap(Subscription::parked).map(it -> it.why());
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
}
