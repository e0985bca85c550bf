package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.ReturnActs.BOUNCE;
import static com.aiqleads.marketplace.store.SmallMarket.NOON;
import static com.aiqleads.marketplace.store.SmallMarket.OURS;
import static com.aiqleads.marketplace.store.SmallMarket.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where the money of a return goes, and until when it may be spent.
class ReturnedCreditTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Money HALF = Money.usd(17_00);

  @RegisterExtension final SmallMarket market = new SmallMarket(postgres);

  private final Database database = market.database();
  private final ReturnActs acts = new ReturnActs(database);
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final TestClock clock = market.clock();

  /// Gifts are spent first, so what was paid for comes back first.
  @Test
  void givesBackToTheLotsItCameFromTheLastSpentFirst() {
    wallets.grant(OURS, Sales.gift("gift", Money.usd(20_00)));
    wallets.grant(
        OURS,
        new Grant(
            new TransferId(Ids.derived("card")),
            Grant.Kind.TOP_UP,
            Money.usd(14_00),
            Grant.USUAL_PRIORITY,
            Optional.empty(),
            "card"));
    Hold hold = market.hold(OURS, 1);
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("both", PRICE, hold));

    acts.take(OURS, market.newest(OURS), ReturnReason.BOUNCED_EMAIL, BOUNCE);

    assertThat(wallets.of(OURS).lots())
        .extracting(lot -> lot.kind() + " " + lot.remaining())
        .containsExactly("GIFT 3.00 USD", "TOP_UP 14.00 USD");
  }

  @Test
  void givesCreditThatHadRunOutAnotherMonth() {
    wallets.grant(
        OURS,
        new Grant(
            new TransferId(Ids.derived("short")),
            Grant.Kind.GIFT,
            PRICE,
            25,
            Optional.of(NOON.plus(Duration.ofDays(1))),
            "short"));
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("one", PRICE, market.hold(OURS, 1)));
    clock.pass(Duration.ofDays(2));

    acts.take(OURS, market.newest(OURS), ReturnReason.BOUNCED_EMAIL, BOUNCE);
    wallets.expire(10);

    assertThat(wallets.of(OURS).lots())
        .singleElement()
        .satisfies(lot -> assertThat(lot.until()).contains(NOON.plus(Duration.ofDays(32))));
  }

  /// A return of a part keeps no credit that was not spent.
  @Test
  void leavesItsEndToCreditOfWhichSomethingIsLeft() {
    Instant end = grantUntil(NOON.plus(Duration.ofDays(1)));
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("one", PRICE, market.hold(OURS, 1)));

    acts.take(OURS, market.newest(OURS), ReturnReason.BOUNCED_EMAIL, BOUNCE);

    assertThat(wallets.of(OURS).lots())
        .singleElement()
        .satisfies(
            lot -> {
              assertThat(lot.remaining()).isEqualTo(Money.usd(51_00));
              assertThat(lot.until()).contains(end);
            });
  }

  @Test
  void keepsOnlyWhatComesBackOfCreditThatHadRunOut() {
    grantUntil(NOON.plus(Duration.ofDays(1)));
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("one", PRICE, market.hold(OURS, 1)));
    clock.pass(Duration.ofDays(2));

    acts.take(OURS, market.newest(OURS), ReturnReason.BOUNCED_EMAIL, BOUNCE);

    assertThat(wallets.of(OURS).lots())
        .singleElement()
        .satisfies(
            lot -> {
              assertThat(lot.remaining()).isEqualTo(HALF);
              assertThat(lot.until()).contains(NOON.plus(Duration.ofDays(32)));
            });
  }

  /// Twice the price of a lead.
  private Instant grantUntil(Instant end) {
    wallets.grant(
        OURS,
        new Grant(
            new TransferId(Ids.derived("short")),
            Grant.Kind.GIFT,
            Money.usd(68_00),
            25,
            Optional.of(end),
            "short"));
    return end;
  }
}
