package com.aiqleads.marketplace.settlepayments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.CardOrder;
import com.aiqleads.marketplace.orders.CardOrders;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderDesk;
import com.aiqleads.marketplace.orders.Preparation;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.PaymentState;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.payments.TopUp;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettlePaymentsHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final TopUp TOP_UP =
      new TopUp(
          new PaymentId(Ids.derived("payment")), new UserId(Ids.derived("user")), Money.usd(50_00));

  private final Sandbox sandbox = Sandbox.start(0, 1, 1);
  private final HttpClient browser = HttpClient.newHttpClient();
  private final Database database = new Database(postgres.dataSource());
  private final ApplicationContext context = context(Sandbox.CARD_KEY);
  private final Payments payments = context.getBean(Payments.class);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @AfterEach
  void close() {
    context.close();
    browser.close();
    sandbox.close();
  }

  @Test
  void findsOutAtOnceWhatNobodyTold() throws Exception {
    Payment begun = topUp();
    send(begun.page().orElseThrow(), "card=4242424242424242");
    assertThat(balance()).isEqualTo(Money.usd(0));

    run();

    assertThat(balance()).isEqualTo(Money.usd(50_00));
  }

  /// Longer ago than the gateway keeps what it has said.
  @Test
  void asksForAPaymentOfWhichNothingIsSaidAnyMore() throws Exception {
    payments.heardUntil(Instant.now().plus(Duration.ofDays(1)));
    Payment begun = topUp();
    send(begun.page().orElseThrow(), "card=4242424242424242");
    assertThat(balance()).isEqualTo(Money.usd(0));

    run();
    assertThat(balance()).isEqualTo(Money.usd(0));
    isDue();
    run();
    isDue();
    run();

    assertThat(balance()).isEqualTo(Money.usd(50_00));
  }

  @Test
  void beginsAgainWhatMayHaveBegun() throws Exception {
    control("trouble=silent&on=true");
    assertThat(topUp().state()).isEqualTo(PaymentState.UNKNOWN);
    isDue();
    run();
    assertThat(find().state()).isEqualTo(PaymentState.UNKNOWN);

    control("trouble=silent&on=false");
    isDue();
    run();

    assertThat(find().state()).isEqualTo(PaymentState.NEEDS_ACTION);
    assertThat(find().page()).isPresent();
  }

  @Test
  void sellsWhatWasPaidAndNobodyTold() throws Exception {
    Payment begun = order();
    send(begun.page().orElseThrow(), "card=4242424242424242");

    isDue();
    run();

    assertThat(state(begun)).isEqualTo(CardOrder.State.PAID);
    assertThat(balance()).isEqualTo(Money.usd(0));
  }

  @Test
  void givesBackOnceWhatCannotBeHadAnyMore() throws Exception {
    Payment begun = order();
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Offers.Standing.WITHDRAWN);
    send(begun.page().orElseThrow(), "card=4242424242424242");
    control("trouble=silent&on=true");
    isDue();
    run();
    assertThat(state(begun)).isEqualTo(CardOrder.State.OPEN);

    control("trouble=silent&on=false");
    isDue();
    run();
    run();

    assertThat(state(begun)).isEqualTo(CardOrder.State.REFUNDED);
    assertThat(balance()).isEqualTo(Money.usd(0));
  }

  /// Nothing is ever told here: refunds, refunds that fail, and disputes are asked for.
  @Test
  void findsRefundsAndDisputesThatNobodyTold() throws Exception {
    Payment begun = topUp();
    String session = begun.session().orElseThrow();
    send(begun.page().orElseThrow(), "card=4242424242424242");
    run();
    assertThat(balance()).isEqualTo(Money.usd(50_00));

    control("session=" + session + "&act=refund");
    run();
    assertThat(balance()).isEqualTo(Money.usd(0));
    control("session=" + session + "&act=fail-refund");
    run();
    run();
    assertThat(balance()).isEqualTo(Money.usd(50_00));

    control("session=" + session + "&act=dispute");
    run();
    assertThat(context.getBean(Wallets.class).of(TEAM).frozen()).isEqualTo(Money.usd(50_00));
    control("session=" + session + "&act=lose");
    run();
    assertThat(balance()).isEqualTo(Money.usd(0));
  }

  @Test
  void givesBackAgainWhatTheCardDidNotTake() throws Exception {
    Payment begun = order();
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Offers.Standing.WITHDRAWN);
    send(begun.page().orElseThrow(), "card=4242424242424242");
    run();
    assertThat(state(begun)).isEqualTo(CardOrder.State.REFUNDED);

    control("session=" + begun.session().orElseThrow() + "&act=fail-refund");
    run();
    run();

    assertThat(state(begun)).isEqualTo(CardOrder.State.REFUNDED);
    assertThat(count("select count(*) from refunds where failed")).isEqualTo(1);
    assertThat(count("select count(*) from refunds where not failed")).isEqualTo(1);
    assertThat(count("select count(*) from all_faults()")).isZero();
  }

  /// A message that nobody can read, and none of what else there is to do waits for it.
  @Test
  void goesOnBehindAMessageThatCannotBeRead() throws Exception {
    Payment begun = topUp();
    control("session=" + begun.session().orElseThrow() + "&act=garble");
    send(begun.page().orElseThrow(), "card=4242424242424242");

    assertThatThrownBy(this::run).hasStackTraceContaining("1 messages of the gateway");

    assertThat(balance()).isEqualTo(Money.usd(50_00));
  }

  /// Payments are settled first, whatever becomes of what is listened to.
  @Test
  void settlesAlthoughNothingCanBeWrittenOfWhatIsHeard() throws Exception {
    Payment begun = topUp();
    send(begun.page().orElseThrow(), "card=4242424242424242");
    isDue();
    Database administrator = new Database(postgres.administrator());
    administrator.update("alter table marketplace.gateway_reads rename to away", _ -> {});
    try {
      assertThatThrownBy(this::run).isNotNull();
    } finally {
      administrator.update("alter table marketplace.away rename to gateway_reads", _ -> {});
    }

    assertThat(balance()).isEqualTo(Money.usd(50_00));
  }

  private int count(String sql) {
    return database.query(sql, _ -> {}, row -> row.getInt(1)).getFirst();
  }

  private CardOrder.State state(Payment begun) {
    return context.getBean(CardOrders.class).find(TEAM, begun.id()).orElseThrow().state();
  }

  private Payment order() {
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1)), Offers.Standing.ON_SALE);
    Wishes wishes = Wishes.of(OfferFixtures.leadId(1), SaleMode.SHARED);
    Hold hold =
        ((HoldAnswer.Held) context.getBean(Holds.class).hold(TEAM, wishes).getFirst()).hold();
    Checkout checkout = Checkout.of(TEAM, TOP_UP.buyer(), List.of(hold.id()), hold.price());
    Preparation prepared =
        new OrderDesk(
                context.getBean(CardOrders.class), payments, context.getBean(PaymentGateway.class))
            .pay(TEAM, checkout);
    return payments.find(TEAM, ((Preparation.Prepared) prepared).payment()).orElseThrow();
  }

  @Test
  void anEndedPageIsAFailure() throws Exception {
    Payment begun = topUp();
    control("session=" + begun.session().orElseThrow() + "&act=expire");

    isDue();
    run();

    assertThat(find().state()).isEqualTo(PaymentState.FAILED);
    assertThat(find().reason()).contains("expired");
  }

  @Test
  void leavesTheRestToTheNextRunWhenTimeIsShort() {
    topUp();
    isDue();

    run(Duration.ofSeconds(10));

    assertThat(payments.toAsk(1)).hasSize(1);
  }

  @Test
  void asksNobodyBeforeThereIsAnAccount() {
    try (ApplicationContext closed = context("")) {
      payments.start(TEAM, TOP_UP);
      isDue();

      run(closed, Duration.ofMinutes(5));

      assertThat(payments.toAsk(1)).hasSize(1);
    }
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (SettlePaymentsHandler handler = new SettlePaymentsHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private Payment topUp() {
    return new PaymentDesk(payments, context.getBean(PaymentGateway.class))
        .topUp(TEAM, TOP_UP)
        .orElseThrow();
  }

  private Payment find() {
    return payments.find(TEAM, TOP_UP.id()).orElseThrow();
  }

  private Money balance() {
    return context.getBean(Wallets.class).of(TEAM).balance();
  }

  private void isDue() {
    database.update("update payments set next_ask = now() where next_ask is not null", _ -> {});
  }

  private void run() {
    run(Duration.ofMinutes(5));
  }

  private void run(Duration time) {
    run(context, time);
  }

  private static void run(ApplicationContext function, Duration time) {
    ScheduledRun run = new ScheduledRun("marketplace-settle-payments", Instant.EPOCH);
    assertThat(new SettlePaymentsHandler(function).handleRequest(run, new FakeInvocation(time)))
        .isNull();
  }

  private void control(String form) throws Exception {
    send(URI.create(sandbox.baseUri() + "/control/payments"), form);
  }

  private void send(URI address, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    assertThat(browser.send(request, BodyHandlers.discarding()).statusCode()).isLessThan(400);
  }

  private ApplicationContext context(String key) {
    ApplicationContext made =
        TestFunction.start(
            "marketplace",
            "settle-payments",
            new FakeQueues(),
            Map.of(
                "aiqleads.api-url",
                "https://aiqleads.example",
                "aiqleads.stripe-url",
                sandbox.baseUri() + "/stripe"));
    made.registerSingleton(Database.class, database);
    made.registerSingleton(new FieldCipher(List.of(new byte[32])));
    String settings =
        key.isEmpty() ? "random" : "{\"apiKey\":\"" + key + "\",\"webhookSecrets\":[\"w\"]}";
    made.registerSingleton(Secrets.class, new FixedSecrets(Map.of("payment-gateway", settings)));
    return made;
  }
}
