package com.aiqleads.marketplace.managestandingorders;

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
import com.aiqleads.marketplace.standing.Allocation;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.ParkedOrders;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManageStandingOrdersHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final String BUY =
      """
      {"name":"Houses","search":{"type":"house","q":"Pools"},"act":"buy","mode":"shared",
       "limit":{"minorUnits":5000,"currency":"USD"},
       "caps":[{"span":"day","maxLeads":3},
         {"span":"week","maxAmount":{"minorUnits":20000,"currency":"USD"}}],
       "channel":"daily","validUntil":"2090-01-01T00:00:00Z"}
      """;
  private static final String ALERT = "{\"name\":\"News\",\"act\":\"alert\"}";
  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static ApplicationContext context;
  private static TeamMember member;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "manage-standing-orders",
            new FakeQueues(),
            Map.of(
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "GET /standing-orders=marketplace:read;POST /standing-orders=marketplace:write;"
                    + "GET /standing-orders/{id}=marketplace:read;"
                    + "PUT /standing-orders/{id}=marketplace:write;"
                    + "DELETE /standing-orders/{id}=marketplace:write;"
                    + "POST /standing-orders/{id}/pause=marketplace:write;"
                    + "POST /standing-orders/{id}/resumption=marketplace:write;"
                    + "GET /standing-orders/{id}/fills=marketplace:read;"
                    + "GET /leads/{id}/why=marketplace:read"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    member =
        new TeamMember(
            new ManageStandingOrdersHandler(context), ISSUER, "marketplace:read marketplace:write");
  }

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @AfterAll
  static void close() {
    context.close();
    ISSUER.close();
  }

  @Test
  void keepsWhatATeamWants() {
    JsonNode made = member.json(OURS, Call.post("/standing-orders", BUY));

    JsonNode shown = member.json(OURS, Call.get(path(made)));
    assertThat(shown).isEqualTo(made);
    assertThat(text(shown, "state")).isEqualTo("active");
    assertThat(shown.get("search").get("q").getStringValue()).isEqualTo("Pools");
    assertThat(shown.get("limit").get("minorUnits").getLongValue()).isEqualTo(50_00);
    assertThat(shown.get("caps").size()).isEqualTo(2);
    assertThat(text(shown, "validUntil")).isEqualTo("2090-01-01T00:00:00Z");
    assertThat(member.json(OURS, Call.get("/standing-orders")).get("standingOrders").size())
        .isEqualTo(1);
    assertThat(member.json(THEIRS, Call.get("/standing-orders")).get("standingOrders").size())
        .isZero();
  }

  @Test
  void tellsAtOnceOfAnythingIfNothingElseIsSaid() {
    JsonNode made = member.json(OURS, Call.post("/standing-orders", ALERT));

    assertThat(text(made, "channel")).isEqualTo("instant");
    assertThat(text(made, "mode")).isEqualTo("shared");
    assertThat(made.get("limit")).isNull();
  }

  @Test
  void whoPaysSomethingElseGoesToTheEndOfTheLine() {
    JsonNode made = member.json(OURS, Call.post("/standing-orders", BUY));

    JsonNode renamed = member.json(OURS, put(made, BUY.replace("Houses", "Homes")));
    JsonNode dearer = member.json(OURS, put(made, BUY.replace("5000", "5001")));

    assertThat(text(renamed, "name")).isEqualTo("Homes");
    assertThat(text(renamed, "since")).isEqualTo(text(made, "since"));
    assertThat(text(dearer, "since")).isGreaterThan(text(made, "since"));
    assertThat(text(dearer, "madeAt")).isEqualTo(text(made, "madeAt"));
  }

  @Test
  void pausesAndGoesOn() {
    JsonNode made = member.json(OURS, Call.post("/standing-orders", BUY));

    assertThat(text(member.json(OURS, Call.post(path(made) + "/pause", "{}")), "state"))
        .isEqualTo("paused");
    assertThat(text(member.json(OURS, Call.post(path(made) + "/pause", "{}")), "state"))
        .isEqualTo("paused");
    JsonNode back = member.json(OURS, Call.post(path(made) + "/resumption", "{}"));
    assertThat(text(back, "state")).isEqualTo("active");
    assertThat(text(back, "since")).isEqualTo(text(made, "since"));
  }

  @Test
  void saysWhyAnOrderIsParkedAndWhoeverLetsItGoOnTakesItOver() {
    StandingOrder left =
        StandingFixtures.order("left", OURS, StandingFixtures.buying(Money.usd(34_00)));
    StandingOrders orders = context.getBean(StandingOrders.class);
    orders.add(left);
    context.getBean(ParkedOrders.class).park(OURS, left.owner(), Instant.now());
    String path = "/standing-orders/" + left.id().text();

    JsonNode parked = member.json(OURS, Call.get(path));
    assertThat(text(parked, "state")).isEqualTo("paused");
    assertThat(text(parked, "parked")).isEqualTo("maker-left");
    assertThat(member.json(OURS, Call.get("/standing-orders")).get("standingOrders").get(0))
        .isEqualTo(parked);

    JsonNode back = member.json(OURS, Call.post(path + "/resumption", "{}"));

    assertThat(text(back, "state")).isEqualTo("active");
    assertThat(back.get("parked")).isNull();
    assertThat(orders.find(OURS, left.id()).orElseThrow().owner()).isNotEqualTo(left.owner());
  }

  @Test
  void letsNothingGoOnByTheLastTokenOfWhoHasLeft() {
    StandingOrders orders = context.getBean(StandingOrders.class);
    String path = path(member.json(OURS, Call.post("/standing-orders", BUY)));
    UserId maker = orders.of(OURS).getFirst().owner();
    context.getBean(ParkedOrders.class).park(OURS, maker, Instant.now());

    for (Call call :
        List.of(Call.post("/standing-orders", BUY), Call.post(path + "/resumption", "{}"))) {
      APIGatewayV2HTTPResponse refused = member.answer(OURS, call);
      assertThat(refused.getStatusCode()).isEqualTo(403);
      assertThat(refused.getBody()).contains("left-the-team", "twenty minutes");
    }
  }

  @Test
  void leavesAPausedOrderToWhoeverMadeIt() {
    StandingOrder paused =
        StandingFixtures.order("paused", OURS, StandingFixtures.buying(Money.usd(34_00)));
    StandingOrders orders = context.getBean(StandingOrders.class);
    orders.add(paused);
    orders.replace(paused.in(StandingOrder.State.PAUSED));

    member.json(OURS, Call.post("/standing-orders/" + paused.id().text() + "/resumption", "{}"));

    assertThat(orders.find(OURS, paused.id()).orElseThrow().owner()).isEqualTo(paused.owner());
  }

  @Test
  void endsForGood() {
    JsonNode made = member.json(OURS, Call.post("/standing-orders", BUY));

    assertThat(answer(OURS, Call.to("DELETE", path(made)))).isEqualTo(204);

    member.assertRefused(OURS, Call.get(path(made)), 404, "no-such-standing-order");
    member.assertRefused(
        OURS, Call.post(path(made) + "/resumption", "{}"), 404, "no-such-standing-order");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|name",
        "{'name':'a','act':'steal'}|act",
        "{'name':'a','act':'buy'}|limit",
        "{'name':'a\\nb','act':'alert'}|name",
        "{'name':'a','act':'alert','limit':{'minorUnits':-1,'currency':'USD'}}|limit",
        "{'name':'a','act':'alert','limit':{'minorUnits':1,'currency':'EUR'}}|limit",
        "{'name':'a','act':'alert','mode':'both'}|mode",
        "{'name':'a','act':'alert','channel':'pigeon'}|channel",
        "{'name':'a','act':'alert','validUntil':'2020-01-01T00:00:00Z'}|validUntil",
        "{'name':'a','act':'alert','validUntil':'tomorrow'}|validUntil",
        "{'name':'a','act':'alert','search':{'available':'true'}}|search.available",
        "{'name':'a','act':'alert','search':{'near':'here'}}|search.near",
        "{'name':'a','act':'alert','caps':[null]}|caps[0]",
        "{'name':'a','act':'alert','caps':[{'span':'day'}]}|caps[0]",
        "{'name':'a','act':'alert','caps':[{'span':'year','maxLeads':1}]}|caps[0].span",
        "{'name':'a','act':'alert','caps':[{'span':'day','maxAmount':{'minorUnits':1,'currency':'EUR'}}]}|caps[0].maxAmount",
        "{'name':'a','act':'alert','caps':[{'span':'day','maxLeads':1},{'span':'day','maxLeads':2}]}|caps"
      })
  void namesWhatIsWrong(String body, String field) {
    var answer = member.answer(OURS, Call.post("/standing-orders", body.replace('\'', '"')));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"" + field + "\"");
  }

  @Test
  void keepsTeamsApart() {
    JsonNode made = member.json(OURS, Call.post("/standing-orders", BUY));

    for (Call call :
        List.of(
            Call.get(path(made)),
            put(made, BUY),
            Call.to("DELETE", path(made)),
            Call.post(path(made) + "/pause", "{}"),
            Call.post(path(made) + "/resumption", "{}"),
            Call.get(path(made) + "/fills"))) {
      member.assertRefused(THEIRS, call, 404, "no-such-standing-order");
    }
    member.assertRefused(OURS, Call.get("/standing-orders/mine"), 404, "no-such-standing-order");
  }

  @Test
  void saysWhatItGotAndWhatItMissedAndWhy() {
    JsonNode made = member.json(OURS, Call.post("/standing-orders", BUY.replace("Pools", "")));
    member.json(OURS, Call.post("/standing-orders", BUY.replace("Pools", "castle")));
    JsonNode told = member.json(OURS, Call.post("/standing-orders", ALERT));
    LeadId lead = onSale();
    allocate(lead, made, told);

    JsonNode missed = fill(made);
    assertThat(text(missed.get("result"), "outcome")).isEqualTo("missed");
    assertThat(text(missed.get("result"), "reason")).isEqualTo("too_little_credit");
    assertThat(missed.get("result").get("sentences").get(0).getStringValue())
        .isEqualTo("There was too little money in the wallet.");
    assertThat(text(fill(told).get("result"), "outcome")).isEqualTo("told");
    JsonNode whys = member.json(OURS, Call.get("/leads/" + lead.text() + "/why")).get("answers");
    assertThat(whys.size()).isEqualTo(3);
    assertThat(text(whys.get(1).get("result"), "reason")).isEqualTo("outside_buy_box");
    assertThat(whys.get(1).get("result").get("sentences").get(0).getStringValue())
        .isEqualTo("It lacks the words castle.");
    assertThat(
            member.json(THEIRS, Call.get("/leads/" + lead.text() + "/why")).get("answers").size())
        .isZero();
    member.assertRefused(OURS, Call.get("/leads/other/why"), 404, "no-such-lead");
    member.assertRefused(
        OURS, Call.get("/leads/" + OfferFixtures.leadId(9).text() + "/why"), 404, "no-such-lead");
    assertThat(answer(OURS, Call.get(path(made) + "/fills?before=yesterday"))).isEqualTo(400);
    assertThat(answer(OURS, Call.get(path(made) + "/fills?before=%2B300000-01-01T00:00:00Z")))
        .isEqualTo(200);
  }

  @Test
  void hasAnEnd() {
    for (int number = 0; number < StandingOrder.MOST; number++) {
      member.answer(OURS, Call.post("/standing-orders", ALERT));
    }

    member.assertRefused(
        OURS, Call.post("/standing-orders", ALERT), 409, "too-many-standing-orders");
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ManageStandingOrdersHandler handler = new ManageStandingOrdersHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static LeadId onSale() {
    var offer = OfferFixtures.anOffer(OfferFixtures.aLead());
    context.getBean(Offers.class).store(offer, Standing.ON_SALE);
    return offer.lead().id();
  }

  private static void allocate(LeadId lead, JsonNode... found) {
    Allocations allocations = context.getBean(Allocations.class);
    Begun begun =
        allocations.begin(
            allocations.arrival(lead).orElseThrow(),
            List.of(found).stream()
                .map(order -> StandingOrderId.parse(text(order, "id")))
                .toList());
    allocations.finish(
        begun, Allocation.of(begun.input().lead(), begun.input().candidates(), Map.of()));
  }

  private static JsonNode fill(JsonNode order) {
    return member.json(OURS, Call.get(path(order) + "/fills")).get("fills").get(0);
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).getStringValue();
  }

  private static int answer(TeamId team, Call call) {
    return member.answer(team, call).getStatusCode();
  }

  private static Call put(JsonNode made, String body) {
    return Call.to("PUT", path(made)).body(body).header("content-type", "application/json");
  }

  private static String path(JsonNode made) {
    return "/standing-orders/" + text(made, "id");
  }
}
