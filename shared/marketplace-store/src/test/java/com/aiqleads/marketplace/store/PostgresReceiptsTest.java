package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.ReturnActs.BOUNCE;
import static com.aiqleads.marketplace.store.SmallMarket.OURS;
import static com.aiqleads.marketplace.store.SmallMarket.PRICE;
import static com.aiqleads.marketplace.store.SmallMarket.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.orders.CardOrder;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.orders.Preparation;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.receipts.BillTo;
import com.aiqleads.marketplace.receipts.Receipt;
import com.aiqleads.marketplace.receipts.Receipt.Kind;
import com.aiqleads.marketplace.receipts.ReceiptId;
import com.aiqleads.marketplace.receipts.TeamReceipt;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.taxes.Taxes;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresReceiptsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final int MANY = 1_000;

  @RegisterExtension final SmallMarket market = new SmallMarket(postgres);

  private final Database database = market.database();
  private final Database administrator = new Database(postgres.administrator());
  private final PostgresReceipts receipts = new PostgresReceipts(database);
  private final PostgresPayments payments = new PostgresPayments(database);
  private final Taxes taxes = new PostgresTaxes(database);

  @Test
  void writesAReceiptForEachPurchaseAndOneForEachPayment() {
    payments.start(OURS, GatewayTalk.topUp("one", 100_00));
    payments.heard(GatewayTalk.paid("one", 100_00));
    Hold first = market.hold(OURS, 1);
    Hold second = market.hold(OURS, 2);
    checkOut(OURS, "both", first, second);

    issueUntil(2);

    List<Receipt> papers = receipts.of(OURS, Long.MAX_VALUE, 10);
    assertThat(papers).extracting(Receipt::number).containsExactly("AIQ-R-2", "AIQ-R-1");
    assertThat(papers)
        .allSatisfy(
            paper ->
                assertThat(receipts.ofAnyTeam(paper.id())).contains(new TeamReceipt(OURS, paper)));
    assertThat(receipts.ofAnyTeam(new ReceiptId(Ids.derived("receipt", "none")))).isEmpty();
    assertThat(papers).extracting(Receipt::kind).containsExactly(Kind.ORDER, Kind.TOP_UP);
    assertThat(papers.getFirst().total()).isEqualTo(Money.usd(68_00));
    assertThat(papers.getFirst().byCard()).isFalse();
    assertThat(papers.getFirst().lines())
        .allSatisfy(line -> assertThat(line.amount()).isEqualTo(PRICE))
        .extracting(line -> line.lead().orElseThrow().id())
        .containsExactlyInAnyOrder(OfferFixtures.leadId(1), OfferFixtures.leadId(2));
    assertThat(papers.getFirst().lines())
        .extracting(line -> line.lead().orElseThrow().mode())
        .containsOnly(SaleMode.SHARED);
    assertThat(papers.getLast().id().value()).isEqualTo(GatewayTalk.id("one").value());
    assertThat(papers.getLast().byCard()).isTrue();
    assertThat(papers.getLast().lines())
        .containsExactly(new Receipt.Line(Optional.empty(), Money.usd(100_00)));
    assertThat(receipts.of(OURS, papers.getFirst().place(), 10)).containsExactly(papers.getLast());
  }

  @Test
  void writesEachOnceHoweverOftenItIsAsked() {
    market.bought(OURS, 1);
    issueUntil(1);
    List<Receipt> papers = receipts.of(OURS, Long.MAX_VALUE, 10);

    receipts.issue(MANY, taxes);
    market.bought(THEIRS, 1);
    issueUntil(2);

    assertThat(receipts.of(OURS, Long.MAX_VALUE, 10)).isEqualTo(papers);
    assertThat(receipts.of(THEIRS, Long.MAX_VALUE, 10))
        .extracting(Receipt::number)
        .containsExactly("AIQ-R-2");
  }

  @Test
  void showsNobodyThePapersOfOthers() {
    market.bought(OURS, 1);
    issueUntil(1);
    ReceiptId id = receipts.of(OURS, Long.MAX_VALUE, 1).getFirst().id();

    assertThat(receipts.receipt(OURS, id)).isPresent();
    assertThat(receipts.receipt(THEIRS, id)).isEmpty();
    assertThat(receipts.receipt(OURS, new ReceiptId(Ids.derived("none")))).isEmpty();
  }

  /// The order has one, and it says that a card paid for it.
  @Test
  void writesOneReceiptForAPurchaseByCard() {
    PostgresCardOrders orders = new PostgresCardOrders(database);
    PaymentId payment = prepare(orders, market.hold(OURS, 1));
    payments.heard(GatewayTalk.paid(payment, PRICE));
    orders.finish(payment);

    issueUntil(1);

    assertThat(receipts.of(OURS, Long.MAX_VALUE, 10))
        .singleElement()
        .satisfies(
            paper -> {
              assertThat(paper.kind()).isEqualTo(Kind.ORDER);
              assertThat(paper.byCard()).isTrue();
            });
  }

  @Test
  void writesNothingForWhatCouldNotBeBoughtAndWentBack() {
    PostgresCardOrders orders = new PostgresCardOrders(database);
    PaymentId payment = prepare(orders, market.hold(OURS, 1));
    market.withdraw(1);
    payments.heard(GatewayTalk.paid(payment, PRICE));
    assertThat(orders.finish(payment)).contains(CardOrder.State.REFUND_DUE);
    Payment paid = payments.find(OURS, payment).orElseThrow();
    payments.answered(paid, GatewayTalk.givenBack(payment, PRICE));
    market.bought(OURS, 2);

    issueUntil(1);

    assertThat(receipts.of(OURS, Long.MAX_VALUE, 10))
        .extracting(Receipt::number)
        .containsExactly("AIQ-R-1");
  }

  @Test
  void notesWhatWentBackToACardAndWhatCameAgain() {
    payments.start(OURS, GatewayTalk.topUp("one", 50_00));
    payments.heard(GatewayTalk.paid("one", 50_00));
    payments.heard(GatewayTalk.refund("re_1", "one", 20_00, false));
    payments.heard(GatewayTalk.refund("re_1", "one", 20_00, true));

    issueUntil(3);

    List<Receipt> papers = receipts.of(OURS, Long.MAX_VALUE, 10);
    assertThat(papers)
        .extracting(Receipt::kind)
        .containsExactly(Kind.REINSTATEMENT, Kind.REFUND, Kind.TOP_UP);
    assertThat(papers).extracting(Receipt::number).containsExactly("AIQ-R-2", "AIQ-C-1", "AIQ-R-1");
    assertThat(papers.get(1).original().orElseThrow().number()).isEqualTo("AIQ-R-1");
    assertThat(papers).extracting(Receipt::tax).containsOnly(Money.usd(0));
  }

  /// The lead goes back to the wallet; what support gives back to the card besides is not of it.
  @Test
  void notesAPurchaseByCardAsReturnedOnce() {
    PostgresCardOrders orders = new PostgresCardOrders(database);
    PaymentId payment = prepare(orders, market.hold(OURS, 1));
    payments.heard(GatewayTalk.paid(payment, PRICE));
    orders.finish(payment);
    OrderLineId line = market.newest(OURS);
    giveBack(line, ReturnReason.BOUNCED_EMAIL);
    giveBack(line, ReturnReason.BAD_PHONE);
    payments.heard(GatewayTalk.refund("re_1", payment.text(), PRICE.minorUnits(), false));

    issueUntil(4);

    List<Receipt> papers = receipts.of(OURS, Long.MAX_VALUE, 10);
    assertThat(papers)
        .extracting(Receipt::kind)
        .containsExactlyInAnyOrder(Kind.REFUND, Kind.RETURN, Kind.RETURN, Kind.ORDER);
    assertThat(papers)
        .allSatisfy(
            paper -> {
              assertThat(paper.original().isPresent()).isEqualTo(paper.kind() == Kind.RETURN);
              assertThat(paper.byCard()).isEqualTo(paper.kind() != Kind.RETURN);
            });
  }

  /// What was said later names nobody on what was written before.
  @Test
  void neverChangesWhatItSays() {
    market.bought(OURS, 1);
    issueUntil(1);

    receipts.billTo(OURS, new BillTo("Sunny Homes LLC", Optional.empty()));

    assertThat(receipts.of(OURS, Long.MAX_VALUE, 1).getFirst().billTo()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update receipts set total = total + 1",
        "delete from receipts",
        "update receipt_lines set amount = 0",
        "delete from receipt_lines"
      })
  void onlyGrows(String act) {
    market.bought(OURS, 1);
    issueUntil(1);

    assertThatThrownBy(() -> database.update(act, Parameters.of()))
        .isInstanceOf(StoreFailure.class)
        .rootCause()
        .hasMessageContaining("is never changed");
  }

  /// All or nothing: the number goes back with its paper.
  @Test
  void leavesNoGapWhenItIsKilled() {
    market.bought(OURS, 1);
    Eventually.await(
        Duration.ofSeconds(20),
        () -> {
          try {
            return database.inTransaction(
                () -> {
                  if (receipts.issue(MANY, taxes) == 0) {
                    return false;
                  }
                  throw new IllegalStateException("killed");
                });
          } catch (IllegalStateException _) {
            return true;
          }
        });
    assertThat(receipts.of(OURS, Long.MAX_VALUE, 10)).isEmpty();

    issueUntil(1);

    assertThat(receipts.of(OURS, Long.MAX_VALUE, 10))
        .extracting(Receipt::number)
        .containsExactly("AIQ-R-1");
  }

  /// What is posted first may be there last: nothing behind it is written before.
  @Test
  void waitsForWhoIsStillPaying() {
    database.inTransaction(
        () -> {
          market.bought(OURS, 1);
          CompletableFuture.runAsync(
                  () -> {
                    market.bought(THEIRS, 2);
                    receipts.issue(MANY, taxes);
                    assertThat(receipts.of(THEIRS, Long.MAX_VALUE, 10)).isEmpty();
                  })
              .join();
          return true;
        });

    issueUntil(2);

    assertThat(receipts.of(OURS, Long.MAX_VALUE, 10)).hasSize(1);
  }

  /// Real connections: some pay, some write, all at once and few at a time.
  @Test
  void hasNoGapHoweverManyWriteWhilstOthersPay() throws Exception {
    AtomicInteger paying = new AtomicInteger(3);
    List<Callable<Boolean>> acts = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      TeamId team = new TeamId(Ids.derived("team", "racer " + number));
      acts.add(
          () -> {
            for (int nr = 0; nr < 40; nr++) {
              String name = team + " " + nr;
              payments.start(team, GatewayTalk.topUp(name, 5_00));
              payments.heard(GatewayTalk.paid(name, 5_00));
            }
            return paying.decrementAndGet() >= 0;
          });
      acts.add(
          () -> {
            while (paying.get() > 0) {
              receipts.issue(3, taxes);
            }
            return true;
          });
    }

    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : all.invokeAll(acts)) {
        assertThat(one.get()).isTrue();
      }
    }

    issueUntil(120);
    assertThat(
            database.query(
                "select number from receipts order by number",
                Parameters.of(),
                row -> row.getLong(1)))
        .isEqualTo(LongStream.rangeClosed(1, 120).boxed().toList());
  }

  /// The rules would say so.
  @Test
  void isMissedWhenItIsGone() {
    market.bought(OURS, 1);
    issueUntil(1);
    administrator.update(
        """
        alter table marketplace.receipts disable trigger all;
        alter table marketplace.receipt_lines disable trigger all;
        delete from marketplace.receipt_lines;
        delete from marketplace.receipts
        """,
        Parameters.of());

    assertThat(Faults.of(database))
        .anyMatch(fault -> fault.startsWith("receipts are numbered without gaps"))
        .anyMatch(fault -> fault.startsWith("what moved has its paper"));

    administrator.update(
        """
        alter table marketplace.receipts enable trigger all;
        alter table marketplace.receipt_lines enable trigger all;
        update marketplace.invoice_series set last = 0;
        update marketplace.receipts_until set posted_in = '0', nr = 0
        """,
        Parameters.of());
  }

  private void issueUntil(int papers) {
    Eventually.await(
        Duration.ofSeconds(20), () -> receipts.issue(MANY, taxes) == 0 && count() == papers);
  }

  private int count() {
    return database
        .query("select count(*) from receipts", Parameters.of(), row -> row.getInt(1))
        .getFirst();
  }

  private void checkOut(TeamId team, String name, Hold... holds) {
    Money total = Money.usd(PRICE.minorUnits() * holds.length);
    assertThat(new PostgresOrders(database).checkOut(team, Sales.checkout(name, total, holds)))
        .isInstanceOf(Purchase.Paid.class);
  }

  private static PaymentId prepare(PostgresCardOrders orders, Hold hold) {
    return ((Preparation.Prepared)
            orders.prepare(OURS, Sales.checkout("by card " + hold.id(), PRICE, hold)))
        .payment();
  }

  private void giveBack(OrderLineId line, ReturnReason reason) {
    new ReturnActs(database).take(OURS, line, reason, BOUNCE);
  }
}
