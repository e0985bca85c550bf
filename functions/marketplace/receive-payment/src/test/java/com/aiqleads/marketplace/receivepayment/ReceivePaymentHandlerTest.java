package com.aiqleads.marketplace.receivepayment;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
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
import com.aiqleads.marketplace.orders.Preparation;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.payments.TopUp;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.stripe.net.Webhook;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceivePaymentHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final PaymentId PAYMENT = new PaymentId(Ids.derived("payment"));

  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "receive-payment",
          new FakeQueues(),
          Map.of(
              "claims", "in-memory",
              "aiqleads.api-url", "https://aiqleads.example",
              "aiqleads.access", "POST /webhooks/stripe=public",
              "aiqleads.issuer", "http://127.0.0.1:1"));

  @BeforeEach
  void start() {
    postgres.clear();
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of(
                "payment-gateway",
                "{\"apiKey\":\"sk\",\"webhookSecrets\":[\"whsec_new\",\"whsec_old\"]}")));
    context
        .getBean(Payments.class)
        .start(TEAM, new TopUp(PAYMENT, new UserId(Ids.derived("user")), Money.usd(50_00)));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void putsTheMoneyIntoTheWalletOnceHoweverOftenItComes() throws Exception {
    Call call = signed(paid("evt_1", 5000), "whsec_new");

    assertThat(status(call)).isEqualTo(204);
    assertThat(status(call)).isEqualTo(204);
    assertThat(status(signed(paid("evt_2", 5000), "whsec_new"))).isEqualTo(204);

    assertThat(balance()).isEqualTo(Money.usd(50_00));
  }

  @Test
  void believesBothSecretsWhileOneReplacesTheOther() throws Exception {
    assertThat(status(signed(paid("evt_1", 5000), "whsec_old"))).isEqualTo(204);

    assertThat(balance()).isEqualTo(Money.usd(50_00));
  }

  @Test
  void believesNobodyElse() throws Exception {
    Call other = signed(paid("evt_1", 5000), "whsec_other");
    Call changed =
        Call.post("/webhooks/stripe", paid("evt_1", 9000))
            .header("Stripe-Signature", signature(paid("evt_1", 5000), "whsec_new"));

    assertThat(status(other)).isEqualTo(401);
    assertThat(status(changed)).isEqualTo(401);
    assertThat(status(Call.post("/webhooks/stripe", paid("evt_1", 5000)))).isEqualTo(401);
    assertThat(answer(other).getBody()).contains("not-signed");
    assertThat(balance()).isEqualTo(Money.usd(0));
  }

  @Test
  void signsForEveryByteOfTheBody() throws Exception {
    String spaced = paid("evt_1", 5000).replace(":", " :\n\t ") + "\n ";

    assertThat(status(signed(spaced, "whsec_new"))).isEqualTo(204);

    assertThat(balance()).isEqualTo(Money.usd(50_00));
  }

  @Test
  void booksNoOtherSum() throws Exception {
    assertThat(status(signed(paid("evt_1", 4999), "whsec_new"))).isEqualTo(204);

    assertThat(balance()).isEqualTo(Money.usd(0));
  }

  @Test
  void leavesAloneWhatDoesNotMatter() throws Exception {
    String other =
        "{\"id\":\"evt_9\",\"type\":\"customer.created\",\"created\":1,"
            + "\"data\":{\"object\":{\"id\":\"cus_1\"}}}";

    assertThat(status(signed(other, "whsec_new"))).isEqualTo(204);
  }

  @Test
  void isToldAgainWhatItCouldNotWriteDown() throws Exception {
    Database broken = new Database(postgres.administrator());
    broken.update("alter table marketplace.gateway_events rename to elsewhere", _ -> {});
    Call call = signed(paid("evt_1", 5000), "whsec_new");
    assertThat(status(call)).isEqualTo(500);
    assertThat(balance()).isEqualTo(Money.usd(0));

    broken.update("alter table marketplace.elsewhere rename to gateway_events", _ -> {});

    assertThat(status(call)).isEqualTo(204);
    assertThat(balance()).isEqualTo(Money.usd(50_00));
  }

  @Test
  void sellsWhatIsPaidByCard() throws Exception {
    PaymentId order = order();
    String paid = paid("evt_1", 3400).replace(PAYMENT.text(), order.text());

    assertThat(status(signed(paid, "whsec_new"))).isEqualTo(204);
    assertThat(status(signed(paid, "whsec_new"))).isEqualTo(204);

    assertThat(state(order)).isEqualTo(CardOrder.State.PAID);
    assertThat(balance()).isEqualTo(Money.usd(0));
  }

  @Test
  void sellsWhenItIsToldAgainWhatItCouldNotFinish() throws Exception {
    PaymentId order = order();
    String paid = paid("evt_1", 3400).replace(PAYMENT.text(), order.text());
    Database broken = new Database(postgres.administrator());
    broken.update("alter table marketplace.draft_lines rename to elsewhere", _ -> {});
    assertThat(status(signed(paid, "whsec_new"))).isEqualTo(500);
    broken.update("alter table marketplace.elsewhere rename to draft_lines", _ -> {});

    assertThat(status(signed(paid, "whsec_new"))).isEqualTo(204);

    assertThat(state(order)).isEqualTo(CardOrder.State.PAID);
  }

  private CardOrder.State state(PaymentId order) {
    return context.getBean(CardOrders.class).find(TEAM, order).orElseThrow().state();
  }

  private PaymentId order() {
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1)), Offers.Standing.ON_SALE);
    Wishes wishes = Wishes.of(OfferFixtures.leadId(1), SaleMode.SHARED);
    Hold hold =
        ((HoldAnswer.Held) context.getBean(Holds.class).hold(TEAM, wishes).getFirst()).hold();
    Checkout checkout =
        Checkout.of(TEAM, new UserId(Ids.derived("user")), List.of(hold.id()), hold.price());
    return ((Preparation.Prepared) context.getBean(CardOrders.class).prepare(TEAM, checkout))
        .payment();
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ReceivePaymentHandler handler = new ReceivePaymentHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private Money balance() {
    return context.getBean(Wallets.class).of(TEAM).balance();
  }

  private static String paid(String event, long cents) {
    return """
        {"id":"%s","type":"payment_intent.succeeded","created":1763900000,"data":{"object":{
        "id":"pi_1","amount_received":%s,"currency":"usd","metadata":{"payment":"%s"}}}}"""
        .formatted(event, cents, PAYMENT.text());
  }

  private static Call signed(String body, String secret) throws Exception {
    return Call.post("/webhooks/stripe", body).header("Stripe-Signature", signature(body, secret));
  }

  private static String signature(String body, String secret) throws Exception {
    long now = Instant.now().getEpochSecond();
    return "t=" + now + ",v1=" + Webhook.Util.computeHmacSha256(secret, now + "." + body);
  }

  private int status(Call call) {
    return answer(call).getStatusCode();
  }

  private APIGatewayV2HTTPResponse answer(Call call) {
    return new ReceivePaymentHandler(context).handleRequest(call.event(), INVOCATION);
  }
}
