package com.aiqleads.marketplace.managesubscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.TeamMember;
import com.aiqleads.marketplace.subscriptions.Act;
import com.aiqleads.marketplace.subscriptions.Parking;
import com.aiqleads.marketplace.subscriptions.Renewal;
import com.aiqleads.marketplace.subscriptions.Ruling;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
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

class ManageSubscriptionHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

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
            "manage-subscription",
            new FakeQueues(),
            Map.of(
                "claims",
                "in-memory",
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "GET /plans=marketplace:read;GET /subscription=marketplace:read;GET /subscription/quote=marketplace:read;PUT /subscription=platform:write;DELETE /subscription=platform:write;POST /subscription/pause=platform:write;DELETE /subscription/pause=platform:write;GET /invoices=marketplace:read;GET /invoices/{id}=marketplace:read;POST /subscriptions/{team}/release=marketplace:admin;PUT /early-access=marketplace:admin"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    member =
        new TeamMember(
            new ManageSubscriptionHandler(context),
            ISSUER,
            "marketplace:read platform:write marketplace:admin");
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
  void saysWhatThereIsToChoose() {
    JsonNode plans = member.json(OURS, Call.get("/plans")).get("plans");

    assertThat(plans.size()).isEqualTo(4);
    assertThat(plans.get(0).get("name").getStringValue()).isEqualTo("free");
    JsonNode pro = plans.get(1);
    assertThat(pro.get("price").get("minorUnits").getIntValue()).isEqualTo(4900);
    assertThat(pro.get("credits").get("minorUnits").getIntValue()).isEqualTo(2500);
    assertThat(pro.get("holdMinutes").getIntValue()).isEqualTo(15);
  }

  @Test
  void letsAdminsSayForHowLongOthersWait() {
    assertThat(member.answer(OURS, early("{'minutes':30}")).getStatusCode()).isEqualTo(204);

    JsonNode plans = member.json(OURS, Call.get("/plans"));
    assertThat(plans.get("earlyAccessMinutes").getIntValue()).isEqualTo(30);
    assertThat(plans.get("plans").get(1).get("earlyAccess").getBooleanValue()).isFalse();
    assertThat(plans.get("plans").get(2).get("earlyAccess").getBooleanValue()).isTrue();
    for (String body : List.of("{}", "{'minutes':-1}", "{'minutes':1441}")) {
      assertThat(member.answer(OURS, early(body)).getStatusCode()).as(body).isEqualTo(400);
    }
    TeamMember buyer =
        new TeamMember(new ManageSubscriptionHandler(context), ISSUER, "marketplace:write");
    assertThat(buyer.answer(OURS, early("{'minutes':0}")).getStatusCode()).isEqualTo(403);
    assertThat(member.answer(OURS, early("{'minutes':0}")).getStatusCode()).isEqualTo(204);
  }

  private static Call early(String body) {
    return Call.to("PUT", "/early-access")
        .body(body.replace('\'', '"'))
        .header("content-type", "application/json");
  }

  @Test
  void aTeamChoosesQuotesAndTakesBack() {
    pay(20000);

    assertThat(text(quote("pro"), "outcome")).isEqualTo("now");
    assertThat(text(json(choose("pro")), "outcome")).isEqualTo("now");
    assertThat(text(json(choose("pro")), "outcome")).isEqualTo("unchanged");
    assertThat(quote("premium").get("total").get("minorUnits").getIntValue())
        .isBetween(9990, 10000);
    assertThat(text(json(Call.to("DELETE", "/subscription")), "outcome")).isEqualTo("later");

    JsonNode subscription = json(Call.get("/subscription"));
    assertThat(text(subscription, "plan")).isEqualTo("pro");
    assertThat(text(subscription, "state")).isEqualTo("active");
    assertThat(text(subscription, "overdue")).isEqualTo("clear");
    assertThat(text(subscription.get("next"), "what")).isEqualTo("end");
    assertThat(text(subscription.get("next"), "at")).isEqualTo(text(subscription, "until"));
    assertThat(text(json(choose("pro")), "outcome")).isEqualTo("unchanged");
    assertThat(json(Call.get("/subscription")).get("next")).isNull();
    json(choose("premium"));
    json(choose("pro"));
    assertThat(text(json(Call.get("/subscription")).get("next"), "plan")).isEqualTo("pro");
  }

  @Test
  void aTeamPausesAndGoesOn() {
    member.assertRefused(OURS, post("/subscription/pause"), 409, "no-subscription");
    pay(20000);
    json(choose("pro"));

    assertThat(text(json(post("/subscription/pause")), "outcome")).isEqualTo("later");
    assertThat(text(json(Call.get("/subscription")).get("next"), "what")).isEqualTo("pause");
    assertThat(text(json(Call.to("DELETE", "/subscription/pause")), "outcome"))
        .isEqualTo("unchanged");
  }

  @Test
  void showsInvoicesToTheirTeamOnly() {
    pay(20000);
    json(choose("pro"));
    json(choose("premium"));

    JsonNode invoices = json(Call.get("/invoices")).get("invoices");
    assertThat(invoices.size()).isEqualTo(2);
    JsonNode first = invoices.get(1);
    assertThat(text(first, "number")).isEqualTo("AIQ-1");
    assertThat(text(first, "state")).isEqualTo("paid");
    assertThat(first.get("lines").get(0).get("amount").get("minorUnits").getIntValue())
        .isEqualTo(4900);
    Call one = Call.get("/invoices/" + text(first, "id"));
    assertThat(text(json(one), "number")).isEqualTo("AIQ-1");
    member.assertRefused(THEIRS, one, 404, "no-such-invoice");
    member.assertRefused(OURS, Call.get("/invoices/x"), 404, "no-such-invoice");
    assertThat(json(Call.get("/invoices?below=2")).get("invoices").size()).isEqualTo(1);
    assertThat(member.answer(OURS, Call.get("/invoices?below=x")).getStatusCode()).isEqualTo(400);
    assertThat(member.json(THEIRS, Call.get("/invoices")).get("invoices").size()).isZero();
  }

  @Test
  void keepsTeamsApart() {
    pay(20000);
    json(choose("pro"));

    member.assertRefused(THEIRS, choose("pro"), 409, "too-little-credit");
    member.answer(THEIRS, Call.to("DELETE", "/subscription"));
    member.assertRefused(THEIRS, post("/subscription/pause"), 409, "no-subscription");
    member.assertRefused(THEIRS, Call.to("DELETE", "/subscription/pause"), 409, "no-subscription");
    Call release = post("/subscriptions/%s/release".formatted(OURS.text()));
    TeamMember buyer = new TeamMember(member.function(), ISSUER, "marketplace:read platform:write");
    assertThat(buyer.answer(OURS, release).getStatusCode()).isEqualTo(403);

    JsonNode subscription = json(Call.get("/subscription"));
    assertThat(text(subscription, "state")).isEqualTo("active");
    assertThat(subscription.get("next")).isNull();
    assertThat(text(member.json(THEIRS, Call.get("/subscription")), "state")).isEqualTo("none");
  }

  @Test
  void saysWhatKeepsATeamFromChoosing() {
    member.assertRefused(OURS, choose("gold"), 404, "no-such-plan");
    member.assertRefused(OURS, choose("pro"), 409, "too-little-credit");
    assertThat(text(quote("pro"), "outcome")).isEqualTo("too_little_credit");
    pay(90000);
    json(choose("pro"));
    Subscriptions subscriptions = context.getBean(Subscriptions.class);
    park(subscriptions);
    member.assertRefused(OURS, choose("premium"), 409, "subscription-parked");
    assertThat(text(json(Call.get("/subscription")).get("parked"), "why")).isEqualTo("stood_still");
  }

  @Test
  void somebodyOfTheHouseLetsAParkedSubscriptionGoOn() {
    pay(90000);
    json(choose("pro"));
    Call release = post("/subscriptions/%s/release".formatted(OURS.text()));
    member.assertRefused(THEIRS, release, 409, "not-parked");
    park(context.getBean(Subscriptions.class));

    assertThat(member.answer(THEIRS, release).getStatusCode()).isEqualTo(204);

    assertThat(json(Call.get("/subscription")).get("parked")).isNull();
    member.assertRefused(THEIRS, post("/subscriptions/x/release"), 404, "no-such-team");
  }

  @Test
  void saysWhatIsNotPaid() {
    pay(6000);
    at("now() - interval '32 days'");
    try {
      json(choose("pro"));
    } finally {
      at("clock_timestamp()");
    }
    member.assertRefused(OURS, Call.get("/subscription/quote?plan=premium"), 409, "renewal-due");
    assertThat(context.getBean(SubscriptionDesk.class).renew(OURS)).isEqualTo(Renewal.FAILED);

    JsonNode subscription = json(Call.get("/subscription"));
    assertThat(text(subscription, "overdue")).isEqualTo("warned");
    assertThat(subscription.get("unpaid").get("minorUnits").getIntValue()).isEqualTo(4900);
    assertThat(subscription.get("nextTry")).isNotNull();
    member.assertRefused(OURS, choose("premium"), 409, "unpaid-invoices");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"plan\":\"\"}", "{\"plan\":\"Pro!\"}", "{\"plan\":7}"})
  void refusesWhatIsNoPlan(String body) {
    assertThat(
            member
                .answer(
                    OURS,
                    Call.to("PUT", "/subscription")
                        .body(body)
                        .header("content-type", "application/json"))
                .getStatusCode())
        .isEqualTo(400);
    assertThat(member.answer(OURS, Call.get("/subscription/quote")).getStatusCode()).isEqualTo(400);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ManageSubscriptionHandler handler = new ManageSubscriptionHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static void park(Subscriptions subscriptions) {
    subscriptions.decide(
        OURS,
        account ->
            new Ruling<>(
                true,
                List.of(new Act.Park(account.current().orElseThrow().id(), Parking.STOOD_STILL))));
  }

  /// What the database takes for the time.
  private static void at(String time) {
    new Database(postgres.administrator())
        .update(
            """
            create or replace function marketplace.clock() returns timestamptz language sql volatile
            as $$ select %s $$
            """
                .formatted(time),
            _ -> {});
  }

  private static void pay(long cents) {
    context
        .getBean(Wallets.class)
        .grant(
            OURS,
            new Grant(
                new TransferId(Ids.derived("paid", Long.toString(cents))),
                Grant.Kind.TOP_UP,
                Money.usd(cents),
                Grant.USUAL_PRIORITY,
                Optional.empty(),
                "By card"));
  }

  private static JsonNode quote(String plan) {
    return json(Call.get("/subscription/quote?plan=" + plan));
  }

  private static Call choose(String plan) {
    return Call.to("PUT", "/subscription")
        .body("{\"plan\":\"" + plan + "\"}")
        .header("content-type", "application/json");
  }

  private static Call post(String path) {
    return Call.to("POST", path);
  }

  private static JsonNode json(Call call) {
    return member.json(OURS, call);
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).getStringValue();
  }
}
