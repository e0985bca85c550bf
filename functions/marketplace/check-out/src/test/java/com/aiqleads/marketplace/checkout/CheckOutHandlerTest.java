package com.aiqleads.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.Granting;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
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

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static ApplicationContext context;
  private static CheckOutHandler function;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "check-out",
            new FakeQueues(),
            Map.of(
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "POST /orders=marketplace:write;GET /orders=marketplace:read"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    function = new CheckOutHandler(context);
  }

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
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

    JsonNode paid = json(answer(OURS, order(34_00, hold)));

    assertThat(paid.get("total").get("minorUnits").getIntValue()).isEqualTo(3400);
    assertThat(json(answer(OURS, order(34_00, hold)))).isEqualTo(paid);
    JsonNode orders = json(answer(OURS, Call.get("/orders")));
    assertThat(orders.get("orders").size()).isEqualTo(1);
    JsonNode lead = orders.get("orders").get(0).get("leads").get(0);
    assertThat(lead.get("lead").getStringValue()).isEqualTo(LEAD.text());
    assertThat(lead.get("mode").getStringValue()).isEqualTo("shared");
    assertThat(json(answer(THEIRS, Call.get("/orders"))).get("orders").size()).isZero();
  }

  @Test
  void tellsAPageOfOrders() {
    gift("100.00");
    Hold hold = hold(OURS, LEAD);
    answer(OURS, order(34_00, hold));
    String at =
        json(answer(OURS, Call.get("/orders"))).get("orders").get(0).get("at").getStringValue();

    assertThat(json(answer(OURS, Call.get("/orders?before=" + at))).get("orders").size()).isZero();
    assertThat(answer(OURS, Call.get("/orders?before=yesterday")).getStatusCode()).isEqualTo(400);
    assertThat(answer(OURS, Call.get("/orders?before=%2B300000-01-01T00:00:00Z")).getStatusCode())
        .isEqualTo(200);
    assertRefused(OURS, order(33_00, hold), 409, "hold-sold");
  }

  @Test
  void saysWhyItCannotBeBought() {
    Hold hold = hold(OURS, LEAD);
    Hold theirs = hold(THEIRS, LEAD);

    assertRefused(OURS, order(34_00, hold), 409, "too-little-credit");
    gift("100.00");
    assertRefused(OURS, order(33_99, hold), 409, "cart-changed");
    assertRefused(OURS, order(34_00, theirs), 404, "no-such-hold");
    Hold released = hold(OURS, OfferFixtures.leadId(2));
    context.getBean(Holds.class).release(OURS, released.id());
    assertRefused(OURS, order(34_00, released), 409, "hold-released");
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Standing.WITHDRAWN);
    assertRefused(OURS, order(34_00, hold), 409, "not-on-sale");
    assertThat(json(answer(OURS, Call.get("/orders"))).get("orders").size()).isZero();
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

    assertThat(answer(OURS, Call.post("/orders", text)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void takesNoOtherMoney() {
    gift("100.00");
    Hold hold = hold(OURS, LEAD);
    String text =
        "{\"holds\":[\"%s\"],\"total\":{\"minorUnits\":3400,\"currency\":\"EUR\"}}"
            .formatted(hold.id().text());

    assertRefused(OURS, Call.post("/orders", text), 409, "cart-changed");
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

  private static void assertRefused(TeamId team, Call call, int status, String code) {
    APIGatewayV2HTTPResponse answer = answer(team, call);
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    assertThat(json(answer).get("code").getStringValue()).isEqualTo(code);
  }

  private static APIGatewayV2HTTPResponse answer(TeamId team, Call call) {
    String token =
        ISSUER.token(
            claims ->
                claims
                    .claim("scope", "marketplace:read marketplace:write")
                    .claim("team", team.text()));
    return function.handleRequest(call.bearer(token).event(), INVOCATION);
  }

  private static JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return context
          .getBean(ObjectMapper.class)
          .readValue(answer.getBody(), Argument.of(JsonNode.class));
    } catch (IOException e) {
      throw new AssertionError(answer.getBody(), e);
    }
  }
}
