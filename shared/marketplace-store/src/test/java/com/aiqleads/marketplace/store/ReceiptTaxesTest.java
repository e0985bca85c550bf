package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.ReturnActs.BOUNCE;
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
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.receipts.BillTo;
import com.aiqleads.marketplace.receipts.Receipt;
import com.aiqleads.marketplace.receipts.Receipt.Kind;
import com.aiqleads.marketplace.receipts.State;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.taxes.TaxRate;
import com.aiqleads.marketplace.taxes.Taxes;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceiptTaxesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Duration TO_MIDNIGHT_IN_NEW_YORK = Duration.ofHours(17);

  @RegisterExtension final SmallMarket market = new SmallMarket(postgres);

  private final Database database = market.database();
  private final Database administrator = new Database(postgres.administrator());
  private final PostgresReceipts receipts = new PostgresReceipts(database);
  private final PostgresPayments payments = new PostgresPayments(database);
  private final Taxes taxes = new PostgresTaxes(database);
  private final TestClock clock = market.clock();

  @BeforeEach
  void livesInFlorida() {
    receipts.billTo(OURS, new BillTo("Sunny Homes LLC", Optional.of(new State("FL"))));
  }

  /// 34.00 with 8.25 % in it; half of it goes back for the mail, then the other half.
  @Test
  void givesBackTheTaxOfWhatIsReturned() {
    rate("FL", "-infinity", 82_500);
    topUp(PRICE);
    OrderLineId line = buy(1);
    giveBack(line, ReturnReason.BOUNCED_EMAIL);
    giveBack(line, ReturnReason.BAD_PHONE);

    List<Receipt> papers = papers(4).stream().filter(it -> it.kind() != Kind.TOP_UP).toList();

    assertThat(papers).extracting(Receipt::number).containsExactly("AIQ-C-2", "AIQ-C-1", "AIQ-R-2");
    assertThat(papers)
        .extracting(Receipt::total)
        .containsExactly(Money.usd(17_00), Money.usd(17_00), PRICE);
    assertThat(papers.getLast().tax()).isEqualTo(Money.usd(2_59));
    assertThat(papers.get(0).tax().plus(papers.get(1).tax())).isEqualTo(Money.usd(2_59));
    assertThat(papers).extracting(Receipt::rate).containsOnly(new TaxRate(82_500));
    assertThat(papers).extracting(Receipt::billTo).containsOnly(Optional.of("Sunny Homes LLC"));
    assertThat(papers.getFirst().original().orElseThrow().id()).isEqualTo(papers.getLast().id());
    assertThat(papers.getFirst().lines().getFirst().lead().orElseThrow().id())
        .isEqualTo(OfferFixtures.leadId(1));
  }

  @Test
  void taxesOnlyWhereTheHouseIsRegistered() {
    assertThat(taxes.of(OURS, NOON)).isEqualTo(TaxRate.NONE);
    rate("FL", "-infinity", 60_000);
    assertThat(taxes.of(OURS, NOON)).isEqualTo(new TaxRate(60_000));
    assertThat(taxes.of(THEIRS, NOON)).isEqualTo(TaxRate.NONE);

    receipts.billTo(OURS, new BillTo("Sunny Homes", Optional.empty()));

    assertThat(taxes.of(OURS, NOON)).isEqualTo(TaxRate.NONE);
    assertThat(receipts.billTo(OURS)).contains(new BillTo("Sunny Homes", Optional.empty()));
    assertThat(receipts.billTo(THEIRS)).isEmpty();
  }

  @Test
  void creditIsTaxedWhenItIsSpentAndNotWhenItIsBought() {
    rate("FL", "-infinity", 100_000);
    topUp(PRICE);
    buy(1);

    List<Receipt> papers = papers(2);

    assertThat(papers).extracting(Receipt::kind).containsExactly(Kind.ORDER, Kind.TOP_UP);
    assertThat(papers).extracting(Receipt::tax).containsExactly(Money.usd(3_09), Money.usd(0));
  }

  /// A gift is no revenue, and what a plan includes is on its invoice: both are credit of a
  /// kind.
  @Test
  void whatWasNotPaidForWithMoneyIsNotTaxed() {
    rate("FL", "-infinity", 100_000);
    give("all of it", PRICE);
    buy(1);
    clock.pass(Duration.ofMinutes(1));
    give("a part", Money.usd(12_00));
    topUp(Money.usd(22_00));
    buy(2);

    List<Receipt> papers = papers(3).stream().filter(it -> it.kind() == Kind.ORDER).toList();

    assertThat(papers).extracting(Receipt::total).containsOnly(PRICE);
    assertThat(papers).extracting(Receipt::tax).containsExactly(Money.usd(2_00), Money.usd(0));
  }

  /// At midnight where the state is, to the millisecond, whenever the paper is written.
  @Test
  void aRateHoldsFromItsDayOn() {
    rate("FL", "-infinity", 60_000);
    rate("FL", "2026-11-21", 70_000);
    topUp(Money.usd(3 * 34_00));
    clock.pass(TO_MIDNIGHT_IN_NEW_YORK.minusMillis(1));
    buy(1);
    clock.pass(Duration.ofMillis(1));
    buy(2);
    clock.pass(Duration.ofDays(1));
    buy(3);

    List<Receipt> papers = papers(4).stream().filter(it -> it.kind() == Kind.ORDER).toList();

    assertThat(papers.reversed())
        .extracting(Receipt::rate)
        .containsExactly(new TaxRate(60_000), new TaxRate(70_000), new TaxRate(70_000));
  }

  @Test
  void whatIsReturnedAfterARateHasChangedHasThatOfItsSale() {
    rate("FL", "-infinity", 60_000);
    rate("FL", "2026-11-21", 70_000);
    topUp(PRICE);
    OrderLineId line = buy(1);
    clock.pass(Duration.ofDays(2));
    giveBack(line, ReturnReason.BAD_PHONE);

    List<Receipt> papers = papers(3);

    assertThat(papers.getFirst().kind()).isEqualTo(Kind.RETURN);
    assertThat(papers.getFirst().rate()).isEqualTo(new TaxRate(60_000));
    // Of half of 34.00, with 6 % in it.
    assertThat(papers.getFirst().tax()).isEqualTo(Money.usd(96));
  }

  @Test
  void aDayBeginsInAZoneThatThereIs() {
    assertThatThrownBy(
            () ->
                administrator.update(
                    "insert into marketplace.tax_rates values ('FL', 60000, '2026-01-01', 'Miami')",
                    Parameters.of()))
        .isInstanceOf(StoreFailure.class)
        .rootCause()
        .hasMessageContaining("Miami");
  }

  private void rate(String state, String from, int millionths) {
    administrator.update(
        "insert into marketplace.tax_rates values (?, ?, ?::date, 'America/New_York')",
        Parameters.of(state, millionths, from));
  }

  private void topUp(Money amount) {
    String name = "top up of " + amount;
    payments.start(OURS, GatewayTalk.topUp(name, amount.minorUnits()));
    payments.heard(GatewayTalk.paid(name, amount.minorUnits()));
  }

  private void give(String name, Money amount) {
    new PostgresWallets(database).grant(OURS, Sales.gift(name, amount));
  }

  private OrderLineId buy(int number) {
    LeadId lead = OfferFixtures.leadId(number);
    var hold = Sales.hold(database, OURS, lead);
    PostgresOrders orders = new PostgresOrders(database);
    assertThat(orders.checkOut(OURS, Sales.checkout("of " + lead, PRICE, hold)))
        .isInstanceOf(Purchase.Paid.class);
    return orders.of(OURS, NOON.plus(Duration.ofDays(9)), 1).getFirst().leads().getFirst().id();
  }

  /// As soon as there are so many; the last first.
  private List<Receipt> papers(int many) {
    Eventually.await(
        Duration.ofSeconds(20),
        () ->
            receipts.issue(100, taxes) == 0
                && receipts.of(OURS, Long.MAX_VALUE, 10).size() == many);
    return receipts.of(OURS, Long.MAX_VALUE, 10);
  }

  private void giveBack(OrderLineId line, ReturnReason reason) {
    new ReturnActs(database).take(OURS, line, reason, BOUNCE);
  }
}
