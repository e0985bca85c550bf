package com.aiqleads.marketplace.topupwallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
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
import com.aiqleads.marketplace.cards.CardCharges;
import com.aiqleads.marketplace.cards.Charging;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopUpWalletHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
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
  void empty() {
    postgres.clear();
  }

  @AfterAll
  static void close() {
    context.close();
    sandbox.close();
    ISSUER.close();
  }

  @Test
  void answersOnlyWhomItMay() {
    TeamMember reader = new TeamMember(member.function(), ISSUER, "marketplace:read");

    assertThat(member.function().handleRequest(topUp(50_00).event(), INVOCATION).getStatusCode())
        .isEqualTo(401);
    assertThat(reader.answer(OURS, topUp(50_00)).getStatusCode()).isEqualTo(403);
  }

  @Test
  void tellsWhereToPay() {
    JsonNode begun = member.json(OURS, topUp(50_00));

    assertThat(begun.get("state").getStringValue()).isEqualTo("needs_action");
    assertThat(begun.get("page").getStringValue()).startsWith(sandbox.baseUri() + "/stripe/pay/");
    assertThat(topUps(OURS).get(0)).isEqualTo(begun);
  }

  @Test
  void keepsTeamsApart() {
    member.answer(OURS, topUp(50_00));

    assertThat(topUps(THEIRS).size()).isZero();
  }

  @Test
  void isOneTopUpForAKey() {
    Call once = topUp(50_00).header("Idempotency-Key", "k1");

    JsonNode first = member.json(OURS, once);

    assertThat(member.json(OURS, once)).isEqualTo(first);
    assertThat(topUps(OURS).size()).isEqualTo(1);
    assertThat(member.answer(OURS, topUp(60_00).header("Idempotency-Key", "k1")).getStatusCode())
        .isEqualTo(422);
    member.assertRefused(THEIRS, once, 409, "key-reused");
  }

  @Test
  void doesNotKnowWhatNobodyAnswered() throws Exception {
    control("trouble=silent&on=true");

    JsonNode begun = member.json(OURS, topUp(50_00));
    control("trouble=silent&on=false");

    assertThat(begun.get("state").getStringValue()).isEqualTo("unknown");
    assertThat(begun.get("page")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'amount':{'minorUnits':499,'currency':'USD'}}",
        "{'amount':{'minorUnits':1000001,'currency':'USD'}}",
        "{'amount':{'minorUnits':5000,'currency':'EUR'}}",
        "{'amount':{'minorUnits':-5000,'currency':'USD'}}",
        "{'amount':{'minorUnits':5000.5,'currency':'USD'}}"
      })
  void refusesWhatIsNoTopUp(String body) {
    assertThat(member.answer(OURS, Call.post("/top-ups", body.replace('\'', '"'))).getStatusCode())
        .isEqualTo(400);
    assertThat(topUps(OURS).size()).isZero();
  }

  @Test
  void takesFiveToTenThousandDollars() {
    assertThat(member.answer(OURS, topUp(5_00)).getStatusCode()).isEqualTo(200);
    assertThat(member.answer(OURS, topUp(10_000_00)).getStatusCode()).isEqualTo(200);
  }

  @Test
  void savesACardOnThePageOfTheProcessor() throws Exception {
    JsonNode begun = member.json(OURS, saving("save-card-1"));
    assertThat(begun.get("card")).isNull();
    URI page = URI.create(begun.get("page").getStringValue());
    assertThat(card(OURS).get("page").getStringValue()).isEqualTo(page.toString());

    type(page, "4242424242424242");

    assertThat(card(OURS).get("card").get("lastFour").getStringValue()).isEqualTo("4242");
    assertThat(card(OURS).get("card").get("expires").getStringValue()).isEqualTo("2034-12");
    assertThat(card(OURS).get("page")).isNull();
    assertThat(card(THEIRS).get("card")).isNull();
  }

  @Test
  void oneKeySavesOneCard() {
    Call once = saving("save-card-1").header("Idempotency-Key", "c1");

    JsonNode first = member.json(OURS, once);

    assertThat(member.json(OURS, once)).isEqualTo(first);
    member.assertRefused(THEIRS, once, 409, "key-reused");
  }

  @Test
  void forgetsACardAndStopsFilling() throws Exception {
    save(OURS);
    member.json(OURS, filling(50_00, 100_00, 300_00, "auto-top-up-1"));

    assertThat(member.answer(OURS, Call.to("DELETE", "/wallet/card")).getStatusCode())
        .isEqualTo(204);

    assertThat(card(OURS).get("card")).isNull();
    JsonNode off = member.json(OURS, Call.get("/wallet/auto-top-up"));
    assertThat(off.get("on").getBooleanValue()).isFalse();
    assertThat(off.get("stopped").getStringValue()).isEqualTo("no_card");
    assertThat(member.answer(OURS, Call.to("DELETE", "/wallet/card")).getStatusCode())
        .isEqualTo(204);
  }

  @Test
  void switchesFillingOnAndOff() throws Exception {
    save(OURS);

    JsonNode on = member.json(OURS, filling(50_00, 100_00, 300_00, "auto-top-up-1"));
    JsonNode off = member.json(OURS, Call.to("DELETE", "/wallet/auto-top-up"));

    assertThat(on.get("on").getBooleanValue()).isTrue();
    assertThat(on.get("threshold").get("minorUnits").getIntValue()).isEqualTo(50_00);
    assertThat(on.get("charges").size()).isZero();
    assertThat(off.get("stopped").getStringValue()).isEqualTo("by_team");
    assertThat(member.json(THEIRS, Call.get("/wallet/auto-top-up")).get("threshold")).isNull();
  }

  @Test
  void showsWhatWasTakenFromTheCard() throws Exception {
    save(OURS);
    member.json(OURS, filling(50_00, 100_00, 300_00, "auto-top-up-1"));
    context.getBean(CardCharges.class).decide(OURS, Charging::decide);

    JsonNode now = member.json(OURS, Call.get("/wallet/auto-top-up"));

    JsonNode charge = now.get("charges").get(0);
    assertThat(charge.get("cause").getStringValue()).isEqualTo("auto_top_up");
    assertThat(charge.get("amount").get("minorUnits").getIntValue()).isEqualTo(100_00);
    assertThat(charge.get("outcome").getStringValue()).isEqualTo("open");
    JsonNode awaited = now.get("awaited").get(0);
    assertThat(awaited.get("id")).isEqualTo(charge.get("id"));
    assertThat(awaited.get("cause").getStringValue()).isEqualTo("auto_top_up");
    assertThat(awaited.get("waitsFor").getStringValue()).isEqualTo("bank");
    assertThat(awaited.get("again")).isNull();
    assertThat(member.json(THEIRS, Call.get("/wallet/auto-top-up")).get("charges").size()).isZero();
  }

  @Test
  void keepsCardsOfTeamsApart() throws Exception {
    save(OURS);
    member.json(OURS, filling(50_00, 100_00, 300_00, "auto-top-up-1"));

    member.json(THEIRS, saving("save-card-1"));
    member.json(THEIRS, Call.to("DELETE", "/wallet/auto-top-up"));
    member.answer(THEIRS, Call.to("DELETE", "/wallet/card"));
    member.assertRefused(THEIRS, filling(50_00, 60_00, 70_00, "auto-top-up-1"), 409, "no-card");

    assertThat(card(OURS).get("card")).isNotNull();
    JsonNode ours = member.json(OURS, Call.get("/wallet/auto-top-up"));
    assertThat(ours.get("on").getBooleanValue()).isTrue();
    assertThat(ours.get("amount").get("minorUnits").getIntValue()).isEqualTo(100_00);
  }

  @Test
  void needsACardToFill() {
    member.assertRefused(OURS, filling(50_00, 100_00, 300_00, "auto-top-up-1"), 409, "no-card");
  }

  @Test
  void namesEveryWrongFieldOfAFilling() {
    assertThat(member.answer(OURS, filling(99, 4_99, 1, "auto-top-up-0")).getBody())
        .contains("threshold", "amount", "monthlyCap", "as it is now");
    assertThat(member.answer(OURS, filling(50_00, 100_00, 99_99, "")).getBody())
        .contains("monthlyCap", "\"consent\"")
        .doesNotContain("threshold");
    assertThat(member.answer(OURS, put("{}")).getStatusCode()).isEqualTo(400);
    assertThat(member.answer(OURS, saving("auto-top-up-1")).getStatusCode()).isEqualTo(400);
  }

  @Test
  void onlyWhoManagesTheTeamSavesCardsAndSwitches() {
    TeamMember buyer =
        new TeamMember(member.function(), ISSUER, "marketplace:read marketplace:write");

    for (Call call :
        List.of(
            saving("save-card-1"),
            Call.to("DELETE", "/wallet/card"),
            filling(50_00, 100_00, 300_00, "auto-top-up-1"),
            Call.to("DELETE", "/wallet/auto-top-up"))) {
      assertThat(buyer.answer(OURS, call).getStatusCode()).isEqualTo(403);
    }
  }

  @Test
  void thePageOfACardIsForWhoeverMayChangeIt() {
    member.json(OURS, saving("save-card-1"));

    assertThat(card(OURS).get("page")).isNotNull();
    TeamMember reader = new TeamMember(member.function(), ISSUER, "marketplace:read");
    assertThat(reader.json(OURS, Call.get("/wallet/card")).get("page")).isNull();
  }

  private static void save(TeamId team) throws Exception {
    JsonNode begun = member.json(team, saving("save-card-1"));
    type(URI.create(begun.get("page").getStringValue()), "4242424242424242");
    card(team);
  }

  private static JsonNode card(TeamId team) {
    return member.json(team, Call.get("/wallet/card"));
  }

  private static Call saving(String consent) {
    return Call.post("/wallet/card", "{\"consent\":\"%s\"}".formatted(consent));
  }

  private static Call put(String json) {
    return Call.to("PUT", "/wallet/auto-top-up")
        .header("content-type", "application/json")
        .body(json);
  }

  private static Call filling(long threshold, long amount, long cap, String consent) {
    String money = "{\"minorUnits\":%d,\"currency\":\"USD\"}";
    return put(
        ("{\"threshold\":" + money + ",\"amount\":" + money + ",\"monthlyCap\":" + money)
                .formatted(threshold, amount, cap)
            + ",\"consent\":\"%s\"}".formatted(consent));
  }

  @Test
  void takesNothingBeforeThereIsAnAccount() {
    try (ApplicationContext closed = context("c29tZSByYW5kb20gYnl0ZXM=")) {
      member(closed).assertRefused(OURS, topUp(50_00), 409, "no-payments");
      member(closed).assertRefused(OURS, saving("save-card-1"), 409, "no-payments");
    }
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (TopUpWalletHandler handler = new TopUpWalletHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static Call topUp(long cents) {
    return Call.post(
        "/top-ups", "{\"amount\":{\"minorUnits\":%s,\"currency\":\"USD\"}}".formatted(cents));
  }

  private static void control(String form) throws Exception {
    assertThat(send(URI.create(sandbox.baseUri() + "/control/payments"), form)).isEqualTo(200);
  }

  private static void type(URI page, String number) throws Exception {
    assertThat(send(page, "card=" + number)).isEqualTo(303);
  }

  private static int send(URI address, String form) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static JsonNode topUps(TeamId team) {
    return member.json(team, Call.get("/top-ups")).get("topUps");
  }

  private static TeamMember member(ApplicationContext context) {
    return new TeamMember(
        new TopUpWalletHandler(context),
        ISSUER,
        "marketplace:read marketplace:write platform:write");
  }

  private static ApplicationContext context(String settings) {
    ApplicationContext made =
        TestFunction.start(
            "marketplace",
            "top-up-wallet",
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
                "POST /top-ups=marketplace:write;GET /top-ups=marketplace:read;"
                    + "GET /wallet/card=marketplace:read;POST /wallet/card=platform:write;"
                    + "DELETE /wallet/card=platform:write;"
                    + "GET /wallet/auto-top-up=marketplace:read;"
                    + "PUT /wallet/auto-top-up=platform:write;"
                    + "DELETE /wallet/auto-top-up=platform:write"));
    made.registerSingleton(Database.class, new Database(postgres.dataSource()));
    made.registerSingleton(new FieldCipher(List.of(new byte[32])));
    made.registerSingleton(Secrets.class, new FixedSecrets(Map.of("payment-gateway", settings)));
    return made;
  }
}
