package com.aiqleads.marketplace.payorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
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
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.TeamMember;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.HeldBefore;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.CardOrders;
import com.aiqleads.marketplace.orders.OrderDesk;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.standing.ParkedOrders;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayOrderHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final String GOOD = "card=4242424242424242";
  private static final String SETTINGS =
      "{\"apiKey\":\"%s\",\"webhookSecrets\":[\"whsec\"]}".formatted(Sandbox.CARD_KEY);

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static Sandbox sandbox;
  private static ApplicationContext context;
  private static TeamMember member;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(0, 1, 1);
    context = context(SETTINGS);
    member = member(context);
  }

  @BeforeEach
  void putALeadOnSale() {
    postgres.clear();
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1)), Standing.ON_SALE);
  }

  @AfterAll
  static void close() {
    context.close();
    sandbox.close();
    ISSUER.close();
  }

  @Test
  void answersOnlyWhomItMay() {
    Call order = order(34_00, hold(OURS));
    TeamMember reader = new TeamMember(member.function(), ISSUER, "marketplace:read");

    assertThat(member.function().handleRequest(order.event(), INVOCATION).getStatusCode())
        .isEqualTo(401);
    assertThat(reader.answer(OURS, order).getStatusCode()).isEqualTo(403);
  }

  /// The issuer of tests gives every token to the same person.
  @Test
  void beginsNoPaymentByTheLastTokenOfWhoHasLeft() {
    Call order = order(34_00, hold(OURS));
    UserId self = UserId.parse("user_0J43GV5GYMFSFRMTVWHPEGYR9B");
    context.getBean(ParkedOrders.class).park(OURS, self, Instant.now());

    member.assertRefused(OURS, order, 403, "left-the-team");
  }

  @Test
  void tellsWhereToPayAndSellsWhatIsPaid() throws Exception {
    Call order = order(34_00, hold(OURS));

    JsonNode begun = member.json(OURS, order);

    assertThat(text(begun, "state")).isEqualTo("open");
    assertThat(text(begun, "page")).startsWith(sandbox.baseUri() + "/stripe/pay/");
    assertThat(member.json(OURS, order)).isEqualTo(begun);
    send(URI.create(text(begun, "page")), GOOD);
    finish(begun);
    JsonNode paid = member.json(OURS, show(begun));
    assertThat(text(paid, "state")).isEqualTo("paid");
    assertThat(paid.get("page")).isNull();
    assertThat(member.json(OURS, order)).isEqualTo(paid);
  }

  @Test
  void aDeclinedCardMayBeFollowedByAnother() throws Exception {
    JsonNode begun = member.json(OURS, order(34_00, hold(OURS)));
    send(URI.create(text(begun, "page")), "card=4000000000000002");
    finish(begun);
    assertThat(text(member.json(OURS, show(begun)), "state")).isEqualTo("open");

    send(URI.create(text(begun, "page")), "card=4000002500003155");
    send(URI.create(text(begun, "page") + "/3ds"), "answer=no");
    send(URI.create(text(begun, "page") + "/3ds"), "answer=yes");
    finish(begun);

    assertThat(text(member.json(OURS, show(begun)), "state")).isEqualTo("paid");
  }

  @Test
  void doesNotPayAfterAll() throws Exception {
    Hold hold = hold(OURS);
    JsonNode begun = member.json(OURS, order(34_00, hold));

    JsonNode canceled = member.json(OURS, Call.to("DELETE", path(begun)));

    assertThat(text(canceled, "state")).isEqualTo("canceled");
    assertThat(member.json(OURS, Call.to("DELETE", path(begun)))).isEqualTo(canceled);
    JsonNode again = member.json(OURS, order(34_00, hold));
    assertThat(text(again, "id")).isNotEqualTo(text(begun, "id"));
    send(URI.create(text(again, "page")), GOOD);
    assertThat(text(member.json(OURS, Call.to("DELETE", path(again))), "state")).isEqualTo("paid");
  }

  @Test
  void givesBackWhatCannotBeHadAnyMore() throws Exception {
    Hold hold = hold(OURS);
    JsonNode begun = member.json(OURS, order(34_00, hold));
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Standing.WITHDRAWN);

    send(URI.create(text(begun, "page")), GOOD);
    finish(begun);
    finish(begun);

    JsonNode over = member.json(OURS, show(begun));
    assertThat(text(over, "state")).isEqualTo("refunded");
    assertThat(text(over, "reason")).isEqualTo("not_on_sale");
  }

  @Test
  void keepsTeamsApart() {
    JsonNode begun = member.json(OURS, order(34_00, hold(OURS)));

    member.assertRefused(THEIRS, order(34_00, hold(OURS)), 404, "no-such-hold");
    member.assertRefused(THEIRS, show(begun), 404, "no-such-order");
    member.assertRefused(THEIRS, Call.to("DELETE", path(begun)), 404, "no-such-order");
    member.assertRefused(OURS, Call.get("/card-orders/payment_1"), 404, "no-such-order");
  }

  @Test
  void saysWhyItCannotBeBought() {
    Hold hold = hold(OURS);

    member.assertRefused(OURS, order(33_00, hold), 409, "cart-changed");
    member.json(OURS, order(34_00, hold));
    context.getBean(Holds.class).release(OURS, hold.id());
    assertThat(member.answer(OURS, order(34_00, hold)).getStatusCode()).isEqualTo(200);
    member.assertRefused(OURS, order(33_00, hold), 409, "hold-sold");
  }

  @Test
  void sellsNothingThatIsOverOrOffSale() {
    Hold hold = hold(OURS);
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Standing.WITHDRAWN);
    member.assertRefused(OURS, order(34_00, hold), 409, "not-on-sale");

    context.getBean(Holds.class).release(OURS, hold.id());
    member.assertRefused(OURS, order(34_00, hold), 409, "hold-released");
  }

  @Test
  void isPaidOnceWithWhateverElse() {
    Hold hold = hold(OURS);
    member.json(OURS, order(34_00, hold));
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(2, 1)), Standing.ON_SALE);
    Hold more = hold(OURS, OfferFixtures.leadId(2));

    member.assertRefused(OURS, order(68_00, hold, more), 409, "being-paid");
  }

  @Test
  void sellsNothingToThoseWhoOwe() {
    Hold hold = hold(OURS);
    new Database(postgres.administrator())
        .update(
            "insert into marketplace.debts select team_id, 'USD', 100 from marketplace.buyers",
            _ -> {});

    member.assertRefused(OURS, order(34_00, hold), 409, "in-debt");
  }

  @Test
  void asksNobodyBeforeThereIsAnAccount() {
    try (ApplicationContext closed = context("c29tZSByYW5kb20gYnl0ZXM=")) {
      member(closed).assertRefused(OURS, order(34_00, hold(OURS)), 409, "no-payments");
    }
  }

  @Test
  void doesNotKnowWhatNobodyAnswered() throws Exception {
    control("trouble=silent&on=true");

    JsonNode begun = member.json(OURS, order(34_00, hold(OURS)));
    control("trouble=silent&on=false");

    assertThat(text(begun, "payment")).isEqualTo("unknown");
    finish(begun);
    assertThat(text(member.json(OURS, show(begun)), "payment")).isEqualTo("needs_action");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'holds':[],'total':{'minorUnits':3400,'currency':'USD'}}",
        "{'holds':['lead_1'],'total':{'minorUnits':3400,'currency':'USD'}}",
        "{'holds':['%1$s','%1$s'],'total':{'minorUnits':3400,'currency':'USD'}}",
        "{'holds':['%1$s'],'total':{'minorUnits':99,'currency':'USD'}}",
        "{'holds':['%1$s'],'total':{'minorUnits':1000001,'currency':'USD'}}",
        "{'holds':['%1$s'],'total':{'minorUnits':3400,'currency':'EUR'}}"
      })
  void refusesWhatIsNoOrder(String body) {
    String text = body.replace('\'', '"').formatted(hold(OURS).id().text());

    assertThat(member.answer(OURS, Call.post("/card-orders", text)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (PayOrderHandler handler = new PayOrderHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  /// As the janitor does.
  private static void finish(JsonNode begun) {
    Payments payments = context.getBean(Payments.class);
    PaymentGateway gateway = context.getBean(PaymentGateway.class);
    PaymentId id = PaymentId.parse(text(begun, "id"));
    new OrderDesk(context.getBean(CardOrders.class), payments, gateway)
        .finish(new PaymentDesk(payments, gateway).forward(payments.find(OURS, id).orElseThrow()));
  }

  private static Hold hold(TeamId team) {
    return hold(team, LEAD);
  }

  private static Hold hold(TeamId team, LeadId lead) {
    return switch (context
        .getBean(Holds.class)
        .hold(team, Wishes.of(lead, SaleMode.SHARED))
        .getFirst()) {
      case Held(Hold hold) -> hold;
      case HeldBefore(Hold hold) -> hold;
      default -> throw new AssertionError("not held");
    };
  }

  private static Call order(long cents, Hold... holds) {
    String ids =
        Arrays.stream(holds).map(hold -> hold.id().text()).collect(Collectors.joining("\",\""));
    return Call.post(
        "/card-orders",
        "{\"holds\":[\"%s\"],\"total\":{\"minorUnits\":%s,\"currency\":\"USD\"}}"
            .formatted(ids, cents));
  }

  private static Call show(JsonNode begun) {
    return Call.get(path(begun));
  }

  private static String path(JsonNode begun) {
    return "/card-orders/" + text(begun, "id");
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).getStringValue();
  }

  private static void control(String form) throws Exception {
    send(URI.create(sandbox.baseUri() + "/control/payments"), form);
  }

  private static void send(URI address, String form) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isLessThan(400);
    }
  }

  private static TeamMember member(ApplicationContext context) {
    return new TeamMember(
        new PayOrderHandler(context), ISSUER, "marketplace:read marketplace:write");
  }

  private static ApplicationContext context(String settings) {
    ApplicationContext made =
        TestFunction.start(
            "marketplace",
            "pay-order",
            new FakeQueues(),
            Map.of(
                "claims",
                "in-memory",
                "aiqleads.api-url",
                "https://aiqleads.example",
                "aiqleads.stripe-url",
                sandbox.baseUri() + "/stripe",
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "POST /card-orders=marketplace:write;GET /card-orders/{id}=marketplace:read;"
                    + "DELETE /card-orders/{id}=marketplace:write"));
    made.registerSingleton(Database.class, new Database(postgres.dataSource()));
    made.registerSingleton(new FieldCipher(List.of(new byte[32])));
    made.registerSingleton(Secrets.class, new FixedSecrets(Map.of("payment-gateway", settings)));
    return made;
  }
}
