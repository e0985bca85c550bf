package com.aiqleads.marketplace.managecart;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
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
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManageCartHandlerTest {

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
            "manage-cart",
            QUEUES,
            Map.of(
                "aiqleads.routes",
                "AvailabilityChanged=marketplace-index-leads;SlotOffered=platform-listener",
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "POST /holds=marketplace:write;POST /holds/{id}/extension=marketplace:write;"
                    + "DELETE /holds/{id}=marketplace:write;GET /cart=marketplace:read;"
                    + "GET /limits=marketplace:read;PUT /limits=platform:write;"
                    + "GET /waits=marketplace:read;PUT /waits/{id}=marketplace:write;"
                    + "DELETE /waits/{id}=marketplace:write"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    member =
        new TeamMember(
            new ManageCartHandler(context),
            ISSUER,
            "marketplace:read marketplace:write platform:write");
  }

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    QUEUES.clear();
    QUEUES.comeBack();
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
  void holdsALeadUntilItIsLetGo() {
    JsonNode hold = hold(OURS, LEAD);

    assertThat(hold.get("price").get("minorUnits").getIntValue()).isEqualTo(3400);
    assertThat(hold.get("mode").getStringValue()).isEqualTo("shared");
    assertThat(hold(OURS, LEAD)).as("the same again").isEqualTo(hold);
    JsonNode cart = member.json(OURS, Call.get("/cart"));
    assertThat(cart.get("total").get("minorUnits").getIntValue()).isEqualTo(3400);
    assertThat(cart.get("lines").get(0).get("headline").getStringValue())
        .isEqualTo("3-bedroom house in Miami, FL");

    String address = "/holds/" + hold.get("id").getStringValue();
    assertThat(member.answer(THEIRS, Call.to("DELETE", address)).getStatusCode()).isEqualTo(404);
    assertThat(member.answer(OURS, Call.to("DELETE", address)).getStatusCode()).isEqualTo(204);
    member.assertRefused(OURS, Call.to("DELETE", address), 409, "hold-released");
    assertThat(member.json(OURS, Call.get("/cart")).get("lines").size()).isZero();
  }

  @Test
  void tellsRightAfterTheCommitThatALeadIsFullOrFreeAgain() {
    holdByTwoOthers();
    assertThat(QUEUES.bodiesSentTo(INDEX)).isEmpty();

    JsonNode hold = hold(OURS, LEAD);
    hold(OURS, LEAD);
    member.answer(OURS, Call.to("DELETE", "/holds/" + hold.get("id").getStringValue()));

    assertThat(QUEUES.bodiesSentTo(INDEX))
        .satisfiesExactly(
            full -> assertThat(full).contains(LEAD.text(), "\"change\":1,", "\"fullUntil\":\"20"),
            free -> assertThat(free).contains("\"change\":2,", "\"fullUntil\":\"1970-01-01"));
  }

  @Test
  void aHoldIsKeptAndToldLaterThoughNobodyCanBeTold() {
    holdByTwoOthers();
    QUEUES.goDown(INDEX);

    hold(OURS, LEAD);

    assertThat(QUEUES.bodiesSentTo(INDEX)).isEmpty();
    Database administrator = new Database(postgres.administrator());
    assertThat(
            administrator.query(
                "select event from marketplace.outbox where sent_at is null",
                _ -> {},
                row -> row.getString(1)))
        .containsExactly("AvailabilityChanged");
  }

  @Test
  void aHoldThatCannotBeToldIsNoHold() {
    holdByTwoOthers();
    Database administrator = new Database(postgres.administrator());
    administrator.update("alter table marketplace.outbox rename to lost", _ -> {});
    try {
      assertThat(member.answer(OURS, wish(LEAD, "")).getStatusCode()).isEqualTo(500);
    } finally {
      administrator.update("alter table marketplace.lost rename to outbox", _ -> {});
    }

    assertThat(member.json(OURS, Call.get("/cart")).get("lines").size()).isZero();
    hold(OURS, LEAD);
    assertThat(QUEUES.bodiesSentTo(INDEX)).hasSize(1);
  }

  private static void holdByTwoOthers() {
    for (String other : List.of("a", "b")) {
      hold(new TeamId(Ids.derived("team", other)), LEAD);
    }
  }

  @Test
  void offersWhatIsLetGoToWhoeverWaits() {
    holdByTwoOthers();
    String hold = "/holds/" + hold(OURS, LEAD).get("id").getStringValue();
    Call join = Call.to("PUT", "/waits/" + LEAD.text());

    assertThat(member.json(THEIRS, join).get("ahead").getIntValue()).isZero();
    assertThat(member.json(THEIRS, join)).as("again").isEqualTo(member.json(THEIRS, join));
    JsonNode place = member.json(THEIRS, Call.get("/waits")).get("waits").get(0);
    assertThat(place.get("headline").getStringValue()).isEqualTo("3-bedroom house in Miami, FL");
    assertThat(member.json(OURS, Call.get("/waits")).get("waits").size()).isZero();
    member.answer(OURS, Call.to("DELETE", hold));

    JsonNode line = member.json(THEIRS, Call.get("/cart")).get("lines").get(0);
    assertThat(line.get("hold").get("lead").getStringValue()).isEqualTo(LEAD.text());
    assertThat(QUEUES.bodiesSentTo("aiqleads-test-platform-listener"))
        .singleElement()
        .satisfies(body -> assertThat(body).contains("SlotOffered", THEIRS.text(), LEAD.text()));
    assertThat(member.json(THEIRS, Call.get("/waits")).get("waits").size()).isZero();
  }

  @Test
  void saysWhyATeamCannotWait() {
    String place = "/waits/" + LEAD.text();
    member.assertRefused(OURS, Call.to("PUT", place), 409, "slot-free");
    member.assertRefused(OURS, Call.to("PUT", "/waits/mine"), 404, "no-such-lead");
    member.assertRefused(
        OURS, Call.to("PUT", "/waits/" + OfferFixtures.leadId(9).text()), 404, "no-such-lead");
    hold(OURS, LEAD);
    member.assertRefused(OURS, Call.to("PUT", place), 409, "held-already");
    member.assertRefused(OURS, Call.to("DELETE", place), 404, "no-such-wait");
    holdByTwoOthers();
    member.json(THEIRS, Call.to("PUT", place));
    member.assertRefused(OURS, Call.to("DELETE", place), 404, "no-such-wait");

    assertThat(member.answer(THEIRS, Call.to("DELETE", place)).getStatusCode()).isEqualTo(204);
  }

  @Test
  void extendsAHoldOnce() {
    String address = "/holds/" + hold(OURS, LEAD).get("id").getStringValue() + "/extension";

    JsonNode longer = member.json(OURS, Call.post(address, "{}"));

    assertThat(longer.get("extensionsLeft").getIntValue()).isZero();
    member.assertRefused(OURS, Call.post(address, "{}"), 409, "no-longer");
    member.assertRefused(THEIRS, Call.post(address, "{}"), 404, "no-such-hold");
    member.assertRefused(OURS, Call.post("/holds/mine/extension", "{}"), 404, "no-such-hold");
    assertThat(
            member
                .answer(OURS, Call.to("DELETE", address.replace("/extension", "")))
                .getStatusCode())
        .isEqualTo(204);
    member.assertRefused(OURS, Call.post(address, "{}"), 409, "hold-released");
  }

  @Test
  void keepsTeamsApart() {
    hold(OURS, LEAD);
    Call limits =
        Call.to("PUT", "/limits")
            .body("{\"timeZone\":\"UTC\",\"limits\":[{\"span\":\"day\",\"maxLeads\":1}]}")
            .header("content-type", "application/json");
    assertThat(member.answer(OURS, limits).getStatusCode()).isEqualTo(200);

    assertThat(member.json(THEIRS, Call.get("/cart")).get("lines").size()).isZero();
    assertThat(member.json(THEIRS, Call.get("/limits")).get("limits").size()).isZero();
    hold(THEIRS, LEAD);
    hold(THEIRS, OfferFixtures.leadId(2));
    assertThat(member.json(OURS, Call.get("/cart")).get("lines").size()).isEqualTo(1);
  }

  @Test
  void saysWhyALeadCannotBeHeld() {
    member.assertRefused(OURS, wish(OfferFixtures.leadId(9), ""), 404, "no-such-lead");
    member.assertRefused(
        OURS,
        wish(LEAD, ",\"price\":{\"minorUnits\":3399,\"currency\":\"USD\"}"),
        409,
        "price-changed");
    hold(OURS, LEAD);
    for (String other : List.of("a", "b")) {
      hold(new TeamId(Ids.derived("team", other)), LEAD);
    }
    member.assertRefused(THEIRS, wish(LEAD, ""), 409, "all-held");
  }

  @Test
  void tellsOfEveryLeadOfSeveral() {
    JsonNode lines =
        member
            .json(
                OURS,
                Call.post(
                    "/holds",
                    "{\"allOrNone\":false,\"mode\":\"exclusive\",\"leads\":[{\"lead\":\"%s\"},{\"lead\":\"%s\"}]}"
                        .formatted(LEAD.text(), OfferFixtures.leadId(9).text())))
            .get("lines");

    assertThat(lines.get(0).get("hold").get("mode").getStringValue()).isEqualTo("exclusive");
    assertThat(lines.get(0).get("refusal")).isNull();
    assertThat(lines.get(1).get("refusal").get("code").getStringValue()).isEqualTo("no-such-lead");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"leads\":[]}",
        "{\"leads\":[{\"lead\":\"house\"}]}",
        "{\"leads\":[{}]}",
        "{\"leads\":[null]}",
        "{\"leads\":[{\"lead\":\"%1$s\"},{\"lead\":\"%1$s\"}]}",
        "{\"leads\":[{\"lead\":\"%1$s\"}],\"mode\":\"for me\"}",
        "{\"leads\":[{\"lead\":\"%1$s\",\"price\":{\"minorUnits\":3400,\"currency\":\"EUR\"}}]}"
      })
  void refusesWhatIsNoWish(String body) {
    APIGatewayV2HTTPResponse answer =
        member.answer(OURS, Call.post("/holds", body.formatted(LEAD.text())));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(member.json(answer).get("errors").size()).isPositive();
  }

  @Test
  void limitsTheTeam() {
    String limits =
        "{\"timeZone\":\"America/New_York\",\"limits\":[{\"span\":\"day\",\"maxLeads\":1,"
            + "\"maxAmount\":{\"minorUnits\":10000,\"currency\":\"USD\"}}]}";
    Call call = Call.to("PUT", "/limits").body(limits).header("content-type", "application/json");

    assertThat(member.answer(OURS, call).getBody()).isEqualTo(limits);

    hold(OURS, LEAD);
    member.assertRefused(OURS, wish(OfferFixtures.leadId(2), ""), 409, "over-limit");
    assertThat(member.answer(OURS, Call.get("/limits")).getBody()).isEqualTo(limits);
    assertThat(member.json(THEIRS, Call.get("/limits")).get("timeZone").getStringValue())
        .isEqualTo("UTC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{'timeZone':'Mars/Base','limits':[]}",
        "{'timeZone':'SystemV/EST5','limits':[]}",
        "{'timeZone':'UTC','limits':[{'span':'year','maxLeads':1}]}",
        "{'timeZone':'UTC','limits':[{'span':'day'}]}",
        "{'timeZone':'UTC','limits':[null]}",
        "{'timeZone':'UTC','limits':[{'span':'day','maxLeads':-1}]}",
        "{'timeZone':'UTC','limits':[{'span':'day','maxLeads':1},{'span':'day','maxLeads':2}]}",
        "{'timeZone':'UTC','limits':[{'span':'day','maxAmount':{'minorUnits':100,'currency':'EUR'}}]}"
      },
      quoteCharacter = '#')
  void refusesWhatIsNoLimit(String body) {
    Call call =
        Call.to("PUT", "/limits")
            .body(body.replace('\'', '"'))
            .header("content-type", "application/json");

    assertThat(member.answer(OURS, call).getStatusCode()).isEqualTo(400);
  }

  /// Else a team could keep the database from telling when its day begins.
  @Test
  void takesOnlyZonesThatTheDatabaseKnows() {
    TreeSet<String> known =
        new TreeSet<>(
            new Database(postgres.dataSource())
                .query(
                    "select name from pg_timezone_names", _ -> {}, row -> row.getString("name")));

    assertThat(known).containsAll(LimitsView.zones().toList());
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ManageCartHandler handler = new ManageCartHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static JsonNode hold(TeamId team, LeadId lead) {
    return member.json(team, wish(lead, "")).get("lines").get(0).get("hold");
  }

  private static Call wish(LeadId lead, String more) {
    return Call.post("/holds", "{\"leads\":[{\"lead\":\"" + lead.text() + "\"" + more + "}]}");
  }
}
