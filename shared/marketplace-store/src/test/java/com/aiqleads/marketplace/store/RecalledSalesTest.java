package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.ReturnActs.CIPHER;
import static com.aiqleads.marketplace.store.SmallMarket.NOON;
import static com.aiqleads.marketplace.store.SmallMarket.OURS;
import static com.aiqleads.marketplace.store.SmallMarket.PRICE;
import static com.aiqleads.marketplace.store.SmallMarket.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Openings;
import com.aiqleads.marketplace.delivery.SigningSecret;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.ReturnDesk.Taken;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.ReturnState;
import com.aiqleads.marketplace.returns.Sale;
import com.aiqleads.testkit.PostgresService;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is given back though nobody has asked for it.
class RecalledSalesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @RegisterExtension final SmallMarket market = new SmallMarket(postgres);

  private final Database database = market.database();
  private final PostgresReturns returns = ReturnActs.returns(database);
  private final ReturnActs acts = new ReturnActs(database);
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final PostgresHolds holds = new PostgresHolds(database, InstantSource.system());
  private final TestClock clock = market.clock();

  @Test
  void creditsOnceWhatNobodyHasSeenAndSellsItToOthers() {
    OrderLineId line = boughtAndLost(1);
    Sale sale = returns.sale(OURS, line).orElseThrow();
    LeadId lead = OfferFixtures.leadId(1);

    assertThat(recall(sale)).isPresent();
    assertThat(recall(sale)).as("again").isEmpty();

    assertThat(wallets.of(OURS).balance()).isEqualTo(PRICE);
    assertThat(Stores.storefront(database).show(OURS, lead))
        .get()
        .isInstanceOf(ShownLead.Preview.class);
    assertThat(holds.hold(THEIRS, Wishes.of(lead, SaleMode.SHARED)))
        .first()
        .isInstanceOf(Held.class);
  }

  @Test
  void creditsNothingThatSomebodyHasSeen() {
    OrderLineId line = boughtAndLost(1);
    Openings openings = new PostgresOpenings(database);
    LeadId lead = OfferFixtures.leadId(1);

    assertThat(openings.open(THEIRS, List.of(lead))).isFalse();
    assertThat(openings.open(OURS, List.of())).isFalse();
    assertThat(openings.open(OURS, List.of(lead))).isTrue();
    assertThat(openings.open(OURS, List.of(lead))).as("known").isFalse();

    assertThat(recall(returns.sale(OURS, line).orElseThrow())).isEmpty();
  }

  /// Who looks while it is credited either has seen it or does not have it.
  @Test
  void isSeenOrCreditedNeverBoth() throws Exception {
    for (int number = 1; number <= 3; number++) {
      OrderLineId line = boughtAndLost(number);
      Sale sale = returns.sale(OURS, line).orElseThrow();
      LeadId lead = OfferFixtures.leadId(number);
      Openings openings = new PostgresOpenings(database);
      try (ExecutorService racers = Executors.newFixedThreadPool(2)) {
        var credited = racers.submit(() -> recall(sale).isPresent());
        var seen =
            racers.submit(
                () -> {
                  openings.open(OURS, List.of(lead));
                  return Stores.storefront(database).show(OURS, lead).orElseThrow()
                      instanceof ShownLead.Owned;
                });
        assertThat(credited.get()).isNotEqualTo(seen.get());
      }
    }
  }

  @Test
  void looksAgainWhenADeliveryIsLost() {
    addAddress();
    market.bought(OURS, 1);
    returns.toRecheck(10).forEach(returns::rechecked);
    assertThat(returns.toRecheck(10)).isEmpty();
    clock.pass(Duration.ofHours(80));

    loseAll();

    assertThat(returns.toRecheck(10)).hasSize(1);
    returns.toRecheck(10).forEach(returns::rechecked);
    assertThat(returns.toRecheck(10)).isEmpty();
  }

  @Test
  void findsWhatToRecallOnceAndAgainWhenALeadHasEnded() {
    OrderLineId line = market.bought(OURS, 1);
    Sale sale = returns.sale(OURS, line).orElseThrow();
    assertThat(returns.toRecheck(10)).containsExactly(sale);
    assertThat(acts.recall(sale, ReturnReason.LISTING_GONE)).isEmpty();
    returns.rechecked(sale);
    assertThat(returns.toRecheck(10)).isEmpty();

    market.withdrawAsGone(1, NOON.plusSeconds(60));
    assertThat(returns.toRecheck(10)).as("whenever its clock says").containsExactly(sale);

    assertThat(acts.recall(sale, ReturnReason.LISTING_GONE))
        .get()
        .satisfies(
            taken -> {
              assertThat(taken.what().asked()).isFalse();
              assertThat(taken.what().credited()).isEqualTo(PRICE);
            });
    assertThat(acts.recall(sale, ReturnReason.LISTING_GONE)).isEmpty();
    assertThat(acts.take(OURS, line, ReturnReason.LISTING_GONE, "").settlement()).isEmpty();
  }

  @Test
  void triesASaleLaterThatCouldNotBeLookedAt() {
    Sale sale = returns.sale(OURS, market.bought(OURS, 1)).orElseThrow();
    returns.recheckLater(sale);
    market.withdrawAsGone(1, NOON.plusSeconds(60));

    clock.pass(Duration.ofHours(20).minusMillis(1));
    assertThat(returns.toRecheck(10)).isEmpty();
    clock.pass(Duration.ofMillis(1));
    assertThat(returns.toRecheck(10)).containsExactly(sale);

    returns.rechecked(sale);
    assertThat(returns.toRecheck(10)).isEmpty();
  }

  @Test
  void recallsWhatItDidNotBelieveWhenItIsShown() {
    OrderLineId line = market.bought(OURS, 1);
    Sale sale = returns.sale(OURS, line).orElseThrow();
    assertThat(acts.take(OURS, line, ReturnReason.LISTING_GONE, "Gone.").what().state())
        .isEqualTo(ReturnState.WAITING);
    market.withdrawAsGone(1, NOON.plusSeconds(60));

    assertThat(acts.recall(sale, ReturnReason.LISTING_GONE))
        .get()
        .satisfies(taken -> assertThat(taken.what().asked()).isTrue());
    assertThat(acts.recall(sale, ReturnReason.FRAUD)).isEmpty();
    assertThat(wallets.of(OURS).balance()).isEqualTo(PRICE);
  }

  private Optional<Taken> recall(Sale sale) {
    return acts.recall(sale, ReturnReason.UNDELIVERED);
  }

  /// Of a team with one address, whose server has no name any more.
  private OrderLineId boughtAndLost(int number) {
    addAddress();
    OrderLineId line = market.bought(OURS, number);
    loseAll();
    return line;
  }

  private void addAddress() {
    new PostgresEndpoints(database, () -> CIPHER)
        .add(
            OURS,
            new EndpointId(Ids.derived("endpoint")),
            new Destination.Webhook(URI.create("https://crm.example/"), SigningSecret.fresh()));
  }

  private void loseAll() {
    Deliveries deliveries = new PostgresDeliveries(database, () -> CIPHER);
    for (DeliveryId due : deliveries.fallDue(10)) {
      deliveries.tried(
          deliveries.take(due).orElseThrow(),
          new Attempt.GivenUp("The name of the server is unknown.", false));
    }
  }
}
