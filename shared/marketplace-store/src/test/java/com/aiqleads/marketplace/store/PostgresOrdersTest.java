package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.SmallMarket.NOON;
import static com.aiqleads.marketplace.store.SmallMarket.OURS;
import static com.aiqleads.marketplace.store.SmallMarket.PRICE;
import static com.aiqleads.marketplace.store.SmallMarket.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.holds.Ending;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.SoldOut;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.BoughtLead;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.Order;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.orders.Purchase.CartChanged;
import com.aiqleads.marketplace.orders.Purchase.HoldEnded;
import com.aiqleads.marketplace.orders.Purchase.IdReused;
import com.aiqleads.marketplace.orders.Purchase.NotOnSale;
import com.aiqleads.marketplace.orders.Purchase.Paid;
import com.aiqleads.marketplace.orders.Purchase.PaidBefore;
import com.aiqleads.marketplace.orders.Purchase.TooLittleCredit;
import com.aiqleads.marketplace.orders.Purchase.UnknownHold;
import com.aiqleads.marketplace.wallet.Wallet;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOrdersTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final LeadId LEAD = OfferFixtures.leadId(1);

  @RegisterExtension final SmallMarket market = new SmallMarket(postgres);

  private final Database database = market.database();
  private final Holds holds = new PostgresHolds(database, InstantSource.system());
  private final Orders orders = new PostgresOrders(database);
  private final Wallets wallets = new PostgresWallets(database);
  private final TestClock clock = market.clock();

  @Test
  void paysAndGivesTheContact() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    Hold hold = market.hold(OURS, 1);

    assertThat(orders.checkOut(OURS, Sales.checkout("one", PRICE, hold)))
        .isEqualTo(new Paid(PRICE, NOON));

    assertThat(Stores.storefront(database).show(OURS, LEAD))
        .hasValueSatisfying(
            lead ->
                assertThat(lead)
                    .isInstanceOfSatisfying(
                        ShownLead.Owned.class,
                        owned -> assertThat(owned.contact()).isEqualTo(OfferFixtures.aContact())));
    assertThat(Stores.storefront(database).show(THEIRS, LEAD))
        .hasValueSatisfying(lead -> assertThat(lead).isInstanceOf(ShownLead.Preview.class));
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(66_00));
    assertThat(holds.cart(OURS)).isEmpty();
  }

  @Test
  void isOneOrderHoweverOftenItIsAskedFor() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    Checkout checkout = Sales.checkout("one", PRICE, market.hold(OURS, 1));
    orders.checkOut(OURS, checkout);
    clock.pass(Duration.ofDays(1));

    assertThat(orders.checkOut(OURS, checkout)).isEqualTo(new PaidBefore(PRICE, NOON));
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(66_00));
  }

  @Test
  void refusesAnIdOfAnotherOrder() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    wallets.grant(THEIRS, Sales.gift("theirs", Money.usd(100_00)));
    orders.checkOut(OURS, Sales.checkout("one", PRICE, market.hold(OURS, 1)));

    Hold other = market.hold(OURS, 2);
    Hold theirs = market.hold(THEIRS, 2);

    assertThat(orders.checkOut(OURS, Sales.checkout("one", PRICE, other)))
        .isEqualTo(new IdReused());
    assertThat(orders.checkOut(THEIRS, Sales.checkout("one", PRICE, theirs)))
        .isEqualTo(new IdReused());
  }

  @Test
  void buysAllOrNothing() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    Hold one = market.hold(OURS, 1);
    Hold two = market.hold(OURS, 2);
    holds.release(OURS, two.id());

    assertThat(orders.checkOut(OURS, Sales.checkout("both", Money.usd(68_00), one, two)))
        .isEqualTo(new HoldEnded(OfferFixtures.leadId(2), Ending.RELEASED));
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(100_00));
    assertThat(holds.cart(OURS)).hasSize(1);
  }

  @Test
  void sellsNothingOfWhichTheTimeIsUp() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    Hold hold = market.hold(OURS, 1);
    clock.pass(Duration.ofMinutes(5).minusMillis(1));
    Hold other = market.hold(OURS, 2);
    assertThat(orders.checkOut(OURS, Sales.checkout("two", PRICE, other))).isInstanceOf(Paid.class);

    clock.pass(Duration.ofMillis(1));

    assertThat(orders.checkOut(OURS, Sales.checkout("one", PRICE, hold)))
        .isEqualTo(new HoldEnded(LEAD, Ending.EXPIRED));
  }

  @Test
  void sellsNobodyWhatOthersHold() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    Hold theirs = market.hold(THEIRS, 1);

    assertThat(orders.checkOut(OURS, Sales.checkout("one", PRICE, theirs)))
        .isEqualTo(new UnknownHold());
  }

  @Test
  void sellsNothingThatWasTakenOffSale() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    Hold hold = market.hold(OURS, 1);
    market.withdraw(1);

    assertThat(orders.checkOut(OURS, Sales.checkout("one", PRICE, hold)))
        .isEqualTo(new NotOnSale(LEAD));
  }

  @Test
  void asksAgainWhenTheCartCostsSomethingElse() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    Hold hold = market.hold(OURS, 1);

    assertThat(orders.checkOut(OURS, Sales.checkout("one", Money.usd(33_99), hold)))
        .isEqualTo(new CartChanged(PRICE));
  }

  @Test
  void needsTheMoneyToTheCent() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(33_99)));
    Hold hold = market.hold(OURS, 1);
    Checkout checkout = Sales.checkout("one", PRICE, hold);

    assertThat(orders.checkOut(OURS, checkout))
        .isEqualTo(new TooLittleCredit(PRICE, Money.usd(33_99)));
    wallets.grant(OURS, Sales.gift("cent", Money.usd(1)));
    assertThat(orders.checkOut(OURS, checkout)).isInstanceOf(Paid.class);
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(0));
  }

  @Test
  void setsMoneyAsideForWhatIsHeld() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(50_00)));
    Hold first = market.hold(OURS, 1);
    Hold second = market.hold(OURS, 2);

    Wallet wallet = wallets.of(OURS);
    assertThat(wallet.setAside()).isEqualTo(PRICE);
    assertThat(wallet.available()).isEqualTo(Money.usd(16_00));
    assertThat(orders.checkOut(OURS, Sales.checkout("two", PRICE, second)))
        .isEqualTo(new TooLittleCredit(PRICE, Money.usd(16_00)));
    assertThat(orders.checkOut(OURS, Sales.checkout("one", PRICE, first))).isInstanceOf(Paid.class);
  }

  @Test
  void givesBackWhatWasSetAsideWhenAHoldIsOver() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(50_00)));
    market.hold(OURS, 1);
    clock.pass(Duration.ofMinutes(5));

    assertThat(wallets.of(OURS).setAside()).isEqualTo(Money.usd(0));
    Hold second = market.hold(OURS, 2);
    assertThat(orders.checkOut(OURS, Sales.checkout("two", PRICE, second)))
        .isInstanceOf(Paid.class);
  }

  @Test
  void sellsALeadToOneForEver() {
    wallets.grant(OURS, Sales.gift("start", Money.usd(200_00)));
    Hold hold = ((Held) holds.hold(OURS, Wishes.of(LEAD, SaleMode.EXCLUSIVE)).getFirst()).hold();
    assertThat(orders.checkOut(OURS, Sales.checkout("one", Money.usd(102_00), hold)))
        .isInstanceOf(Paid.class);

    assertThat(holds.hold(THEIRS, Wishes.of(LEAD, SaleMode.SHARED)))
        .containsExactly(new SoldOut(LEAD));
    assertThat(orders.of(OURS, NOON.plusSeconds(1), 10))
        .flatExtracting(Order::leads)
        .extracting(BoughtLead::mode)
        .containsExactly(SaleMode.EXCLUSIVE);
  }

  /// The checkout waits at the first lead while the time of the second comes, and somebody else.
  @Test
  void sellsNothingAloneOfWhichSomebodyHasTakenAPart() throws Exception {
    wallets.grant(OURS, Sales.gift("start", Money.usd(200_00)));
    LeadId second = OfferFixtures.leadId(2);
    Hold alone = ((Held) holds.hold(OURS, Wishes.of(second, SaleMode.EXCLUSIVE)).getFirst()).hold();
    clock.pass(Duration.ofMinutes(1));
    Hold shared = market.hold(OURS, 1);
    Checkout both = Sales.checkout("both", Money.usd(136_00), shared, alone);

    Purchase purchase;
    try (ExecutorService buyer = Executors.newSingleThreadExecutor()) {
      Database other = Stores.database(postgres);
      Future<Purchase> waiting =
          other.inTransaction(
              () -> {
                other.query(
                    "select from slots where lead_id = ? for update",
                    Parameters.of(LEAD.value()),
                    _ -> true);
                Future<Purchase> checkout = buyer.submit(() -> orders.checkOut(OURS, both));
                awaitSomebodyWaiting();
                clock.pass(Duration.ofMinutes(4));
                assertThat(holds.hold(THEIRS, Wishes.of(second, SaleMode.SHARED)).getFirst())
                    .isInstanceOf(Held.class);
                return checkout;
              });
      purchase = waiting.get();
    }

    assertThat(purchase).isEqualTo(new HoldEnded(second, Ending.EXPIRED));
  }

  private static void awaitSomebodyWaiting() {
    Database observer = Stores.database(postgres);
    String waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock'";
    while (observer.query(waiting, Parameters.of(), row -> row.getInt(1)).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void forgetsImpatienceAfterAPurchase() {
    database.update(
        "insert into buyers (team_id, unbought) values (?, 99)", Parameters.of(OURS.value()));
    Hold hurried = market.hold(OURS, 1);
    assertThat(hurried.until()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));

    Sales.buy(database, OURS, hurried);

    assertThat(market.hold(OURS, 2).until()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
  }

  @Test
  void listsWhatATeamBoughtNewestFirst() {
    Hold one = market.hold(OURS, 1);
    Hold two = market.hold(OURS, 2);
    Sales.buy(database, OURS, one, two);
    clock.pass(Duration.ofMinutes(1));
    Sales.buy(database, OURS, market.hold(OURS, 3));

    List<Order> all = orders.of(OURS, NOON.plusSeconds(61), 10);

    assertThat(all).extracting(order -> order.leads().size()).containsExactly(1, 2);
    assertThat(all).extracting(Order::amount).containsExactly(PRICE, Money.usd(68_00));
    assertThat(orders.of(OURS, NOON.plusSeconds(60), 10)).hasSize(1);
    assertThat(orders.of(OURS, NOON.plusSeconds(61), 1)).hasSize(1);
    assertThat(orders.of(THEIRS, NOON.plusSeconds(61), 10)).isEmpty();
  }

  /// Not even by us.
  @Test
  void changesNoTransferEver() {
    Sales.buy(database, OURS, market.hold(OURS, 1));

    assertThatThrownBy(() -> database.update("update transfers set amount = 1", Parameters.of()))
        .isInstanceOf(StoreFailure.class)
        .hasStackTraceContaining("never changed");
    assertThatThrownBy(() -> database.update("delete from lot_uses", Parameters.of()))
        .isInstanceOf(StoreFailure.class);
  }

  /// The rules are in the tables: a mistake in a function cannot get past them.
  @Test
  void cannotSayThatASlotIsSoldWithoutItsOrder() {
    assertThatThrownBy(
            () ->
                database.update(
                    "update slots set state = 'SOLD', holder_team = ? where slot_no = 1",
                    Parameters.of(OURS.value())))
        .isInstanceOf(StoreFailure.class);
  }

  @Test
  void findsWhatIsWrong() {
    Sales.buy(database, OURS, market.hold(OURS, 1));
    database.update("update accounts set balance = balance + 1", Parameters.of());
    database.update(
        "update slots set holder_team = ? where state = 'SOLD'", Parameters.of(THEIRS.value()));

    assertThat(Faults.of(database))
        .anyMatch(fault -> fault.startsWith("an account is what its transfers say"))
        .anyMatch(fault -> fault.startsWith("what is credited is debited"))
        .anyMatch(fault -> fault.startsWith("a wallet is what its lots hold"))
        .anyMatch(fault -> fault.startsWith("a bought lead has its slots"));
    postgres.clear();
  }

  @Test
  void whoBuysSeveralLocksThemAsWhoPublishesThem() throws Exception {
    List<LeadId> leads = leadsInOrder();

    buyWhile(leads.reversed(), () -> publish(leads.get(0)), () -> publish(leads.get(1)));
  }

  @Test
  void whoPublishesSeveralHasReservedThem() throws Exception {
    List<LeadId> leads = leadsInOrder();

    buyWhile(
        leads,
        () -> {
          Stores.offers(database).reserve(Set.copyOf(leads));
          publish(leads.get(1));
        },
        () -> publish(leads.get(0)));
  }

  /// Two leads; their ids are random.
  private static List<LeadId> leadsInOrder() {
    return Stream.of(1, 2)
        .map(OfferFixtures::leadId)
        .sorted(Comparator.comparing(lead -> lead.value().toString()))
        .toList();
  }

  private void publish(LeadId lead) {
    int number = lead.equals(LEAD) ? 1 : 2;
    Stores.offers(database)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 2)), Standing.ON_SALE);
  }

  /// Between two acts of one transaction, a checkout of these leads comes to wait for it.
  private void buyWhile(List<LeadId> leads, Runnable first, Runnable second) throws Exception {
    wallets.grant(OURS, Sales.gift("start", Money.usd(100_00)));
    Hold[] held = leads.stream().map(lead -> Sales.hold(database, OURS, lead)).toArray(Hold[]::new);
    Checkout checkout = Sales.checkout("one", Money.usd(68_00), held);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Purchase> purchase =
          database.inTransaction(
              () -> {
                first.run();
                Future<Purchase> buying = other.submit(() -> orders.checkOut(OURS, checkout));
                Eventually.await(Duration.ofSeconds(20), this::somebodyWaits);
                second.run();
                return buying;
              });
      assertThat(purchase.get()).isInstanceOf(Paid.class);
    }
  }

  private boolean somebodyWaits() {
    return new Database(postgres.administrator())
        .query(
            "select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = current_database() and query like '%check_out%')",
            Parameters.of(), row -> row.getBoolean(1))
        .getFirst();
  }
}
