package com.aiqleads.marketplace.recallleads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.Openings;
import com.aiqleads.marketplace.delivery.SigningSecret;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnDesk;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.Returns;
import com.aiqleads.marketplace.returns.Sale;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecallLeadsHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final UserId BUYER = new UserId(Ids.derived("user", "buyer"));
  private static final Money PRICE = Money.usd(34_00);
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "recall-leads",
          queues,
          Map.of(
              "aiqleads.routes",
              "AvailabilityChanged=marketplace-index-leads;ReturnSettled=;UndeliveredCredited="));
  private final Database administrator = new Database(postgres.administrator());

  @BeforeEach
  void sellTheSameHomeTwice() {
    postgres.clear();
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    buy(1);
    buy(2);
  }

  @AfterEach
  void close() {
    assertThat(
            context
                .getBean(Database.class)
                .query("select rule from all_faults()", _ -> {}, row -> row.getString(1)))
        .isEmpty();
    context.close();
  }

  @Test
  void creditsADuplicateBeforeAnybodyAsksAndOnlyOnce() {
    run();
    run();

    assertThat(recalled())
        .singleElement()
        .satisfies(
            what -> {
              assertThat(what.reason()).isEqualTo(ReturnReason.DUPLICATE);
              assertThat(what.asked()).isFalse();
              assertThat(what.credited()).isEqualTo(PRICE);
            });
    assertThat(context.getBean(Wallets.class).of(TEAM).balance()).isEqualTo(PRICE);
    assertThat(events()).isEqualTo(1);
  }

  @Test
  void looksAgainWhenALeadHasEnded() {
    run();
    withdraw(1);

    run();

    assertThat(recalled())
        .extracting(LeadReturn::reason)
        .containsExactlyInAnyOrder(ReturnReason.DUPLICATE, ReturnReason.LISTING_GONE);
  }

  @Test
  void creditsWhatCouldNotBeDeliveredAndWasNotSeen() {
    addEndpoint();
    buy(3);
    buy(4);
    loseAllDeliveries();
    context.getBean(Openings.class).open(TEAM, List.of(OfferFixtures.leadId(4)));

    run();
    run();

    assertThat(recalled())
        .filteredOn(what -> what.reason() == ReturnReason.UNDELIVERED)
        .singleElement()
        .satisfies(
            what -> {
              assertThat(what.lead()).isEqualTo(OfferFixtures.leadId(3));
              assertThat(what.credited()).isEqualTo(PRICE);
            });
  }

  /// One letter each morning, however many a broken server has lost.
  @Test
  void tellsATeamOnceOfAllThatNeverArrived() {
    addEndpoint();
    buy(3);
    buy(4);
    buy(5);
    loseAllDeliveries();

    run();
    run();

    assertThat(told())
        .singleElement()
        .asString()
        .contains(TEAM.text(), "\"leads\":3", "\"minorUnits\":" + 3 * PRICE.minorUnits());
  }

  /// What they had asked for was refused then: it is news to them.
  @Test
  void tellsAlsoWhoHadAskedForItTooEarly() {
    addEndpoint();
    buy(3);
    ReturnDesk desk = new ReturnDesk(context.getBean(Returns.class));
    Sale sale = sale(3);
    Claim claim = new Claim(sale.line(), ReturnReason.UNDELIVERED, Optional.of(BUYER), "");
    context.getBean(Database.class).inTransaction(() -> desk.take(TEAM, claim, Instant.now()));
    loseAllDeliveries();

    run();

    assertThat(recalled())
        .filteredOn(what -> what.reason() == ReturnReason.UNDELIVERED)
        .singleElement()
        .matches(LeadReturn::asked);
    assertThat(told()).hasSize(1);
  }

  /// The money is there, and the letter goes out with the next run.
  @Test
  void tellsTheNextDayWhatCouldNotBeTold() {
    addEndpoint();
    buy(3);
    loseAllDeliveries();
    administrator.update(
        "alter table marketplace.outbox add constraint never check (event <> 'UndeliveredCredited')",
        _ -> {});
    try {
      assertThat(catchThrowable(this::run)).isNotNull();
    } finally {
      administrator.update("alter table marketplace.outbox drop constraint never", _ -> {});
    }
    assertThat(recalled()).isNotEmpty();
    assertThat(told()).isEmpty();

    run();

    assertThat(told()).hasSize(1);
  }

  private Sale sale(int number) {
    return context.getBean(Returns.class).toRecheck(10).stream()
        .filter(one -> one.lead().equals(OfferFixtures.leadId(number)))
        .findFirst()
        .orElseThrow();
  }

  private List<String> told() {
    return context
        .getBean(Database.class)
        .query(
            "select body from outbox where event = 'UndeliveredCredited'",
            _ -> {},
            row -> row.getString(1));
  }

  private void addEndpoint() {
    context
        .getBean(Endpoints.class)
        .add(
            TEAM,
            new EndpointId(Ids.derived("endpoint")),
            new Destination.Webhook(URI.create("https://crm.example/"), SigningSecret.fresh()));
  }

  private void loseAllDeliveries() {
    Deliveries deliveries = context.getBean(Deliveries.class);
    for (DeliveryId due : deliveries.fallDue(10)) {
      deliveries.tried(
          deliveries.take(due).orElseThrow(),
          new Attempt.GivenUp("The name of the server is unknown.", false));
    }
  }

  @Test
  void keepsNothingOfASaleWhenTheStoreFailsAfterTheDecision() {
    administrator.update("alter table marketplace.rechecks rename to rechecks_away", _ -> {});
    administrator.update(
        "create view marketplace.rechecks as select * from marketplace.rechecks_away where false"
            + " union all select * from marketplace.rechecks_away",
        _ -> {});
    administrator.update("grant select on marketplace.rechecks to public", _ -> {});
    try {
      assertThat(catchThrowable(this::run)).isNotNull();
    } finally {
      administrator.update("drop view marketplace.rechecks", _ -> {});
      administrator.update("alter table marketplace.rechecks_away rename to rechecks", _ -> {});
    }

    assertThat(recalled()).isEmpty();
    assertThat(events()).isZero();
    run();
    assertThat(recalled()).hasSize(1);
  }

  /// The first sale fails, which all others would wait for.
  @Test
  void recallsTheOthersWhenOneCannotBeLookedAt() {
    withdraw(1);
    administrator.update(
        "alter table marketplace.returns add constraint never check (lead_id <> '"
            + OfferFixtures.leadId(1).value()
            + "')",
        _ -> {});
    try {
      assertThat(catchThrowable(this::run)).isNotNull();
    } finally {
      administrator.update("alter table marketplace.returns drop constraint never", _ -> {});
    }

    assertThat(recalled()).extracting(LeadReturn::reason).containsExactly(ReturnReason.DUPLICATE);
    run();
    assertThat(recalled()).as("it is left for a later day").hasSize(1);
  }

  private void withdraw(int number) {
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 2)), Standing.WITHDRAWN);
    context.getBean(Offers.class).noteGone(OfferFixtures.leadId(number), 2, Instant.now());
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (RecallLeadsHandler handler = new RecallLeadsHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void run() {
    new RecallLeadsHandler(context)
        .handleRequest(
            new ScheduledRun("marketplace-recall-leads", Instant.EPOCH),
            new FakeInvocation(Duration.ofSeconds(60)));
  }

  private List<LeadReturn> recalled() {
    return context.getBean(Returns.class).of(TEAM, END, 10);
  }

  private int events() {
    return context
        .getBean(Database.class)
        .query(
            "select count(*) from outbox where event = 'ReturnSettled'",
            _ -> {},
            row -> row.getInt(1))
        .getFirst();
  }

  private void buy(int number) {
    LeadId lead = OfferFixtures.leadId(number);
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)), Standing.ON_SALE);
    context
        .getBean(Wallets.class)
        .grant(
            TEAM,
            new Grant(
                new TransferId(Ids.derived("gift", lead.text())),
                Grant.Kind.GIFT,
                PRICE,
                Grant.USUAL_PRIORITY,
                Optional.empty(),
                "start"));
    Hold hold =
        ((Held)
                context
                    .getBean(Holds.class)
                    .hold(TEAM, Wishes.of(lead, SaleMode.SHARED))
                    .getFirst())
            .hold();
    context
        .getBean(Orders.class)
        .checkOut(TEAM, Checkout.of(TEAM, BUYER, List.of(hold.id()), PRICE));
  }
}
