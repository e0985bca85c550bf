package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.Subscribers.MONTH;
import static com.aiqleads.marketplace.store.Subscribers.OURS;
import static com.aiqleads.marketplace.store.Subscribers.PREMIUM;
import static com.aiqleads.marketplace.store.Subscribers.PRO;
import static com.aiqleads.marketplace.store.Subscribers.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.subscriptions.Choice;
import com.aiqleads.marketplace.subscriptions.Choice.Later;
import com.aiqleads.marketplace.subscriptions.Choice.Now;
import com.aiqleads.marketplace.subscriptions.Choice.TooLittleCredit;
import com.aiqleads.marketplace.subscriptions.Choice.Unchanged;
import com.aiqleads.marketplace.subscriptions.Invoice;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSubscriptionsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @RegisterExtension final Subscribers subscribers = new Subscribers(postgres);

  private final Database database = subscribers.database();
  private final Database administrator = new Database(postgres.administrator());
  private final Subscriptions subscriptions = subscribers.subscriptions();
  private final SubscriptionDesk desk = subscribers.desk();
  private final Wallets wallets = subscribers.wallets();
  private final TestClock clock = subscribers.clock();

  @Test
  void aPlanIsPaidFromWhatWasPurchasedAndBringsItsCredit() {
    subscribers.pay(OURS, 100_00);

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
    subscribers.pay(OURS, 100_00);

    desk.choose(OURS, PRO);

    assertThat(desk.choose(OURS, PRO)).isEqualTo(new Unchanged());
    assertThat(subscribers.invoices(OURS)).hasSize(1);
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
    subscribers.pay(OURS, 49_00 + price - 1);
    clock.pass(Duration.ofSeconds(61));

    assertThat(desk.choose(OURS, PRO))
        .as("the gift is over, though nobody has written it down")
        .isEqualTo(new TooLittleCredit(Money.usd(49_00), Money.usd(48_99)));
    subscribers.pay(OURS, 1);
    assertThat(desk.choose(OURS, PRO)).isInstanceOf(Now.class);
  }

  @Test
  void aHoldThatIsOverKeepsNothingFromAPlan() {
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
    subscribers.pay(OURS, 49_00);
    Sales.hold(database, OURS, OfferFixtures.leadId(1));
    assertThat(desk.choose(OURS, PRO)).as("set aside").isInstanceOf(TooLittleCredit.class);
    clock.pass(Duration.ofMinutes(5));

    assertThat(desk.quote(OURS, PRO)).isInstanceOf(Now.class);
    assertThat(desk.choose(OURS, PRO)).isInstanceOf(Now.class);
  }

  @Test
  void moreCostsItsShareOfTheMonthAndWhatWasQuoted() {
    subscribers.pay(OURS, 200_00);
    desk.choose(OURS, PRO);
    clock.pass(MONTH.dividedBy(2));

    Choice quoted = desk.quote(OURS, PREMIUM);
    Choice chosen = desk.choose(OURS, PREMIUM);

    assertThat(chosen).isEqualTo(quoted);
    assertThat(((Now) chosen).bill().net()).isEqualTo(Money.usd(50_00));
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PREMIUM);
    assertThat(subscribers.invoices(OURS)).extracting(Invoice::number).containsExactly(2L, 1L);
  }

  @Test
  void lessBeginsWithTheNextMonth() {
    subscribers.pay(OURS, 300_00);
    desk.choose(OURS, PREMIUM);

    assertThat(desk.choose(OURS, PRO)).isInstanceOf(Later.class);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PREMIUM);
    clock.pass(MONTH);

    assertThat(subscribers.renewAll()).isEqualTo(1);
    assertThat(subscriptions.look(OURS).plan()).isEqualTo(PRO);
    assertThat(subscribers.invoices(OURS).getFirst().net()).isEqualTo(Money.usd(49_00));
  }

  @Test
  void aFailureAfterTheDecisionLeavesNothingBehind() {
    subscribers.pay(OURS, 200_00);
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
      assertThat(subscribers.invoices(OURS)).isEmpty();
      assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(200_00));
    } finally {
      administrator.update("drop function public.fall() cascade", _ -> {});
    }

    desk.choose(OURS, PRO);

    assertThat(onlyInvoice(OURS).name()).as("no number is lost").isEqualTo("AIQ-1");
  }

  /// Whatever teams and time do, and in any order: no fault, looked for after all of it.
  @Test
  void nothingIsEverWrongInTheBooks() {
    Random random = new Random(19);
    List<PlanName> plans = List.of(PlanName.FREE, PRO, PREMIUM, new PlanName("enterprise"));
    for (int act = 0; act < 400; act++) {
      TeamId team = team(random.nextInt(4));
      switch (random.nextInt(8)) {
        case 0, 1 -> subscribers.pay(team, 1_00 + random.nextInt(200_00));
        case 2, 3 -> desk.choose(team, plans.get(random.nextInt(plans.size())));
        case 4 -> desk.pause(team);
        case 5 -> desk.resume(team);
        case 6 -> desk.release(team);
        default -> clock.pass(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
      }
      subscribers.renewAll();
    }
    assertThat(IntStream.range(0, 4).map(number -> subscribers.invoices(team(number)).size()).sum())
        .isGreaterThan(20);
  }

  private Invoice onlyInvoice(TeamId team) {
    assertThat(subscribers.invoices(team)).hasSize(1);
    return subscribers.invoices(team).getFirst();
  }
}
