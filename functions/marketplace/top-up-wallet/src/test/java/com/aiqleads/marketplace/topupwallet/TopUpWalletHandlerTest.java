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
  void takesNothingBeforeThereIsAnAccount() {
    try (ApplicationContext closed = context("c29tZSByYW5kb20gYnl0ZXM=")) {
      member(closed).assertRefused(OURS, topUp(50_00), 409, "no-payments");
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
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/control/payments"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  private static JsonNode topUps(TeamId team) {
    return member.json(team, Call.get("/top-ups")).get("topUps");
  }

  private static TeamMember member(ApplicationContext context) {
    return new TeamMember(
        new TopUpWalletHandler(context), ISSUER, "marketplace:read marketplace:write");
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
                "POST /top-ups=marketplace:write;GET /top-ups=marketplace:read"));
    made.registerSingleton(Database.class, new Database(postgres.dataSource()));
    made.registerSingleton(new FieldCipher(List.of(new byte[32])));
    made.registerSingleton(Secrets.class, new FixedSecrets(Map.of("payment-gateway", settings)));
    return made;
  }
}
