package com.aiqleads.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.TeamMember;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.SigningSecret;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.standing.ParkedOrders;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.Granting;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckOutHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final String INDEX = "aiqleads-test-marketplace-index-leads";
  private static final FakeQueues QUEUES = new FakeQueues();
  private static ApplicationContext context;
  private static TeamMember member;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "check-out",
            QUEUES,
            Map.of(
                "aiqleads.routes",
                "AvailabilityChanged=marketplace-index-leads;DeliveryFellDue=marketplace-deliver-lead",
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "POST /orders=marketplace:write;GET /orders=marketplace:read"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    member =
        new TeamMember(new CheckOutHandler(context), ISSUER, "marketplace:read marketplace:write");
  }

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    QUEUES.clear();
    Offers offers = context.getBean(Offers.class);
    for (int number = 1; number <= 3; number++) {
      offers.store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)), Standing.ON_SALE);
    }
  }

  @AfterAll
  static void close() {
    context.close();
    ISSUER.close();
  }

  @Test
  void buysWhatIsHeldOnce() {
    gift("100.00");
    Hold hold = hold(OURS, LEAD);

    JsonNode paid = member.json(OURS, order(34_00, hold));

    assertThat(paid.get("total").get("minorUnits").getIntValue()).isEqualTo(3400);
    assertThat(member.json(OURS, order(34_00, hold))).isEqualTo(paid);
    JsonNode orders = member.json(OURS, Call.get("/orders"));
    assertThat(orders.get("orders").size()).isEqualTo(1);
    JsonNode lead = orders.get("orders").get(0).get("leads").get(0);
    assertThat(lead.get("lead").getStringValue()).isEqualTo(LEAD.text());
    assertThat(lead.get("mode").getStringValue()).isEqualTo("shared");
    assertThat(member.json(THEIRS, Call.get("/orders")).get("orders").size()).isZero();
  }

  @Test
  void tellsOnceThatALeadIsSoldOut() {
    new Database(postgres.administrator())
        .update("delete from marketplace.slots where slot_no > 1", _ -> {});
    gift("100.00");
    Hold hold = hold(OURS, LEAD);

    member.json(OURS, order(34_00, hold));
    member.json(OURS, order(34_00, hold));

    assertThat(QUEUES.bodiesSentTo(INDEX))
        .singleElement()
        .satisfies(body -> assertThat(body).contains(LEAD.text(), "\"fullUntil\":\"9999-12-31"));
  }

  @Test
  void callsForTheDeliveryOnce() {
    context
        .getBean(Endpoints.class)
        .add(
            OURS,
            new EndpointId(Ids.derived("endpoint")),
            new Destination.Webhook(URI.create("https://crm.example/"), SigningSecret.fresh()));
    gift("100.00");
    Hold hold = hold(OURS, LEAD);

    member.json(OURS, order(34_00, hold));
    member.json(OURS, order(34_00, hold));

    assertThat(QUEUES.bodiesSentTo("aiqleads-test-marketplace-deliver-lead")).hasSize(1);
    assertThat(context.getBean(Deliveries.class).fallDue(10)).as("called for already").isEmpty();
  }

  @Test
  void tellsAPageOfOrders() {
    gift("100.00");
    Hold hold = hold(OURS, LEAD);
    member.answer(OURS, order(34_00, hold));
    String at =
        member.json(OURS, Call.get("/orders")).get("orders").get(0).get("at").getStringValue();

    assertThat(member.json(OURS, Call.get("/orders?before=" + at)).get("orders").size()).isZero();
    assertThat(member.answer(OURS, Call.get("/orders?before=yesterday")).getStatusCode())
        .isEqualTo(400);
    assertThat(
            member
                .answer(OURS, Call.get("/orders?before=%2B300000-01-01T00:00:00Z"))
                .getStatusCode())
        .isEqualTo(200);
    member.assertRefused(OURS, order(33_00, hold), 409, "hold-sold");
  }

  @Test
  void saysWhyItCannotBeBought() {
    Hold hold = hold(OURS, LEAD);
    Hold theirs = hold(THEIRS, LEAD);

    member.assertRefused(OURS, order(34_00, hold), 409, "too-little-credit");
    gift("100.00");
    member.assertRefused(OURS, order(33_99, hold), 409, "cart-changed");
    member.assertRefused(OURS, order(34_00, theirs), 404, "no-such-hold");
    Hold released = hold(OURS, OfferFixtures.leadId(2));
    context.getBean(Holds.class).release(OURS, released.id());
    member.assertRefused(OURS, order(34_00, released), 409, "hold-released");
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Standing.WITHDRAWN);
    member.assertRefused(OURS, order(34_00, hold), 409, "not-on-sale");
    assertThat(member.json(OURS, Call.get("/orders")).get("orders").size()).isZero();
  }

  /// The issuer of tests gives every token to the same person.
  @Test
  void spendsNothingByTheLastTokenOfWhoHasLeft() {
    gift("100.00");
    Hold hold = hold(OURS, LEAD);
    context
        .getBean(ParkedOrders.class)
        .park(OURS, UserId.parse("user_0J43GV5GYMFSFRMTVWHPEGYR9B"), Instant.now());

    member.assertRefused(OURS, order(34_00, hold), 403, "left-the-team");

    assertThat(member.json(OURS, Call.get("/orders")).get("orders").size()).isZero();
    new Database(postgres.administrator())
        .update(
            "update marketplace.leavers set left_at = left_at - interval '20 minutes'", _ -> {});
    member.json(OURS, order(34_00, hold));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'holds':[],'total':{'minorUnits':100,'currency':'USD'}}",
        "{'holds':['lead_1'],'total':{'minorUnits':100,'currency':'USD'}}",
        "{'holds':['%1$s','%1$s'],'total':{'minorUnits':100,'currency':'USD'}}",
        "{'holds':['%1$s'],'total':{'minorUnits':-100,'currency':'USD'}}",
        "{'holds':['%1$s'],'total':{'minorUnits':100.1,'currency':'USD'}}",
        "{'holds':['%1$s'],'total':{'minorUnits':100,'currency':'crowns'}}"
      })
  void refusesWhatIsNoOrder(String body) {
    String text = body.replace('\'', '"').formatted(hold(OURS, LEAD).id().text());

    assertThat(member.answer(OURS, Call.post("/orders", text)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void takesNoOtherMoney() {
    gift("100.00");
    Hold hold = hold(OURS, LEAD);
    String text =
        "{\"holds\":[\"%s\"],\"total\":{\"minorUnits\":3400,\"currency\":\"EUR\"}}"
            .formatted(hold.id().text());

    member.assertRefused(OURS, Call.post("/orders", text), 409, "cart-changed");
  }

  private static Hold hold(TeamId team, LeadId lead) {
    Wishes wishes = Wishes.of(lead, SaleMode.SHARED);
    return ((Held) context.getBean(Holds.class).hold(team, wishes).getFirst()).hold();
  }

  private static void gift(String dollars) {
    Grant grant =
        new Grant(
            new TransferId(Ids.derived("gift", dollars)),
            Grant.Kind.GIFT,
            Money.rounded(new BigDecimal(dollars), Money.usd(0).currency()),
            1,
            Optional.empty(),
            "a gift");
    assertThat(context.getBean(Wallets.class).grant(OURS, grant)).isEqualTo(Granting.GRANTED);
  }

  private static Call order(long cents, Hold hold) {
    return Call.post(
        "/orders",
        "{\"holds\":[\"%s\"],\"total\":{\"minorUnits\":%s,\"currency\":\"USD\"}}"
            .formatted(hold.id().text(), cents));
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (CheckOutHandler handler = new CheckOutHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }
}
