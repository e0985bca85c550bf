package com.aiqleads.marketplace.settlereturn;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
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
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettleReturnHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final FakeQueues QUEUES = new FakeQueues();
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final UserId BUYER = new UserId(Ids.derived("user", "buyer"));
  private static final Money PRICE = Money.usd(34_00);
  private static final String INDEX = "aiqleads-test-marketplace-index-leads";
  private static final String SCOPES =
      "marketplace:read marketplace:write marketplace:admin platform:read";
  private static ApplicationContext context;
  private static TeamMember member;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "settle-return",
            QUEUES,
            Map.of(
                "aiqleads.routes",
                "AvailabilityChanged=marketplace-index-leads;ReturnSettled=",
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "POST /returns=marketplace:write;GET /returns=marketplace:read;"
                    + "GET /returns/{id}=marketplace:read;"
                    + "POST /returns/{id}/appeals=marketplace:write;"
                    + "GET /appeals=platform:read;"
                    + "POST /appeals/{id}/decisions=platform:read;"
                    + "GET /return-rates=marketplace:admin"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    member = new TeamMember(new SettleReturnHandler(context), ISSUER, SCOPES);
  }

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    QUEUES.clear();
    Offers offers = context.getBean(Offers.class);
    for (int number = 1; number <= 2; number++) {
      offers.store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)), Standing.ON_SALE);
    }
  }

  @AfterEach
  void leavesNoFault() {
    assertThat(
            context
                .getBean(Database.class)
                .query(
                    "select rule || ': ' || what from all_faults()",
                    _ -> {},
                    row -> row.getString(1)))
        .isEmpty();
  }

  @AfterAll
  static void close() {
    context.close();
    ISSUER.close();
  }

  /// One slot, so that a free one is news.
  @Test
  void creditsADuplicateAtOnceAndTellsThatItsSlotIsFree() {
    new Database(postgres.administrator())
        .update("delete from marketplace.slots where slot_no > 1", _ -> {});
    bought(OURS, 1);
    String line = bought(OURS, 2);
    context
        .getBean(Database.class)
        .query(
            "select * from note_availability(array(select lead_id from offers))", _ -> {}, _ -> 1);

    JsonNode first = member.json(OURS, giveBack(line, "duplicate", ""));
    JsonNode again = member.json(OURS, giveBack(line, "duplicate", ""));

    assertThat(first.get("state").getStringValue()).isEqualTo("credited");
    assertThat(first.get("verdict").getStringValue()).isEqualTo("proven");
    assertThat(first.get("credited").get("minorUnits").getIntValue()).isEqualTo(3400);
    assertThat(first.get("because").get(0).get("code").getStringValue()).isEqualTo("same_home");
    assertThat(again).isEqualTo(first);
    assertThat(context.getBean(Wallets.class).of(OURS).balance()).isEqualTo(PRICE);
    assertThat(QUEUES.bodiesSentTo(INDEX))
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains(OfferFixtures.leadId(2).text(), "\"fullUntil\":\"1970-01-01"));
    assertThat(events("ReturnSettled")).isEqualTo(1);
  }

  private static int events(String event) {
    return context
        .getBean(Database.class)
        .query(
            "select count(*) from outbox where event = ?",
            statement -> statement.setString(1, event),
            row -> row.getInt(1))
        .getFirst();
  }

  @Test
  void showsATeamItsOwnReturns() {
    String line = bought(OURS, 1);
    String id = text(member.json(OURS, giveBack(line, "bounced_email", "Gone.")), "id");

    JsonNode listed = member.json(OURS, Call.get("/returns")).get("returns");
    assertThat(listed.size()).isEqualTo(1);
    assertThat(text(listed.get(0), "state")).isEqualTo("refused");
    assertThat(member.json(OURS, Call.get("/returns/" + id))).isEqualTo(listed.get(0));
    assertThat(member.json(OURS, Call.get("/returns?before=2020-01-01T00:00:00Z")).get("returns"))
        .satisfies(none -> assertThat(none.size()).isZero());
    assertThat(member.answer(OURS, Call.get("/returns?before=soon")).getStatusCode())
        .isEqualTo(400);
    assertThat(
            member
                .answer(OURS, Call.get("/returns?before=%2B300000-01-01T00:00:00Z"))
                .getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void keepsTeamsApart() {
    String line = bought(OURS, 1);
    String id = text(member.json(OURS, giveBack(line, "bounced_email", "Gone.")), "id");

    member.assertRefused(THEIRS, giveBack(line, "duplicate", ""), 404, "no-such-purchase");
    member.assertRefused(THEIRS, Call.get("/returns/" + id), 404, "no-such-return");
    member.assertRefused(THEIRS, appeal(id), 404, "no-such-return");
    assertThat(member.json(THEIRS, Call.get("/returns")).get("returns").size()).isZero();
    member.assertRefused(OURS, Call.get("/returns/mine"), 404, "no-such-return");
  }

  @Test
  void letsAPersonDecideAnAppealOnceAndForAll() {
    String line = bought(OURS, 1);
    String id = text(member.json(OURS, giveBack(line, "bounced_email", "It came back.")), "id");

    JsonNode appealed = member.json(OURS, appeal(id));
    assertThat(text(appealed, "state")).isEqualTo("appealed");
    member.assertRefused(OURS, appeal(id), 409, "not-appealable");
    JsonNode waiting = member.json(THEIRS, Call.get("/appeals")).get("appeals").get(0);
    assertThat(text(waiting, "evidence")).isEqualTo("It came back.");
    assertThat(text(waiting, "appeal")).isEqualTo("Look again.");
    assertThat(text(waiting, "team")).isEqualTo(OURS.text());
    member.assertRefused(THEIRS, decide(id, 50), 403, "needs-session");

    JsonNode decided = member.json(asPerson(decide(id, 50)));

    assertThat(text(decided, "state")).isEqualTo("credited");
    assertThat(text(decided, "verdict")).isEqualTo("judged");
    assertThat(decided.get("credited").get("minorUnits").getIntValue()).isEqualTo(1700);
    assertThat(asPerson(decide(id, 100)).getStatusCode()).isEqualTo(404);
    assertThat(member.json(THEIRS, Call.get("/appeals")).get("appeals").size()).isZero();
    assertThat(context.getBean(Wallets.class).of(OURS).balance()).isEqualTo(Money.usd(17_00));
    assertThat(events("ReturnSettled")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"percent\":50}",
        "{\"percent\":101,\"note\":\"Yes.\"}",
        "{\"percent\":-1,\"note\":\"No.\"}",
        "{\"percent\":50,\"note\":\" \"}",
        "{\"percent\":50,\"note\":\"\\ud800\"}",
        "{\"percent\":50,\"note\":\"\\u0000\"}"
      })
  void refusesADecisionThatSaysTooLittle(String body) {
    assertThat(asPerson(Call.post("/appeals/" + ANY + "/decisions", body)).getStatusCode())
        .isEqualTo(400);
  }

  private static final String ANY = "return_01M7T1X131F02BNNQYJJJNY65J";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"line\":\"line_1\",\"reason\":\"duplicate\"}",
        "{\"line\":\"line_01M7T1X131F02BNNQYJJJNY65J\",\"reason\":\"bored\"}",
        "{\"line\":\"line_01M7T1X131F02BNNQYJJJNY65J\",\"reason\":\"fraud\",\"evidence\":\"\\u0000\"}"
      })
  void refusesAWishThatSaysTooLittle(String body) {
    assertThat(member.answer(OURS, Call.post("/returns", body)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void takesNoMoreEvidenceThanAnybodyReads() {
    String line = bought(OURS, 1);

    assertThat(member.answer(OURS, giveBack(line, "fraud", "x".repeat(4_001))).getStatusCode())
        .isEqualTo(400);
    assertThat(text(member.json(OURS, giveBack(line, "fraud", "x".repeat(4_000))), "state"))
        .isEqualTo("waiting");
  }

  @Test
  void isTooLateAfterThreeWeeks() {
    String line = bought(OURS, 1);
    context
        .getBean(Database.class)
        .update("update orders set placed_at = placed_at - interval '22 days'", _ -> {});

    member.assertRefused(OURS, giveBack(line, "duplicate", ""), 409, "too-late");
  }

  @Test
  void givesNoMoreBackThanWasPaid() {
    bought(OURS, 1);
    String line = bought(OURS, 2);
    member.json(OURS, giveBack(line, "duplicate", ""));

    member.assertRefused(OURS, giveBack(line, "fraud", ""), 409, "given-back");
  }

  @Test
  void tellsHowMuchComesBack() {
    bought(OURS, 1);
    member.json(OURS, giveBack(bought(OURS, 2), "duplicate", ""));

    JsonNode rates = member.json(THEIRS, Call.get("/return-rates")).get("rates");

    assertThat(rates.size()).isEqualTo(3);
    assertThat(text(rates.get(0), "kind")).isEqualTo("reason");
    assertThat(text(rates.get(0), "of")).isEqualTo("duplicate");
    assertThat(rates.get(0).get("sold").getIntValue()).isEqualTo(2);
    assertThat(text(rates.get(2), "of")).isEqualTo(OURS.text());
  }

  /// After the decision and before the commit: nobody is told, nothing moved, and again it
  /// works.
  @Test
  void keepsNothingWhenTheStoreFailsAfterTheDecision() {
    bought(OURS, 1);
    String line = bought(OURS, 2);
    Database administrator = new Database(postgres.administrator());
    administrator.update("alter table marketplace.outbox rename to outbox_away", _ -> {});
    try {
      assertThat(member.answer(OURS, giveBack(line, "duplicate", "")).getStatusCode())
          .isEqualTo(500);
    } finally {
      administrator.update("alter table marketplace.outbox_away rename to outbox", _ -> {});
    }

    assertThat(context.getBean(Wallets.class).of(OURS).balance()).isEqualTo(Money.usd(0));
    assertThat(member.json(OURS, Call.get("/returns")).get("returns").size()).isZero();
    assertThat(text(member.json(OURS, giveBack(line, "duplicate", "")), "state"))
        .isEqualTo("credited");
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (SettleReturnHandler handler = new SettleReturnHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static APIGatewayV2HTTPResponse asPerson(Call call) {
    String token =
        ISSUER.token(
            claims ->
                claims
                    .claim("scope", SCOPES)
                    .claim("team", THEIRS.text())
                    .claim("sid", "family_1"));
    return new SettleReturnHandler(context)
        .handleRequest(call.bearer(token).event(), new FakeInvocation(Duration.ofSeconds(30)));
  }

  private static Call giveBack(String line, String reason, String evidence) {
    return Call.post(
        "/returns",
        "{\"line\":\"%s\",\"reason\":\"%s\",\"evidence\":\"%s\"}"
            .formatted(line, reason, evidence));
  }

  private static Call appeal(String id) {
    return Call.post("/returns/" + id + "/appeals", "{\"why\":\"Look again.\"}");
  }

  private static Call decide(String id, int percent) {
    return Call.post(
        "/appeals/" + id + "/decisions",
        "{\"percent\":%d,\"note\":\"I called.\"}".formatted(percent));
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).getStringValue();
  }

  private static String bought(TeamId team, int number) {
    LeadId lead = OfferFixtures.leadId(number);
    context
        .getBean(Wallets.class)
        .grant(
            team,
            new Grant(
                new TransferId(Ids.derived("gift", team.text(), lead.text())),
                Grant.Kind.GIFT,
                PRICE,
                Grant.USUAL_PRIORITY,
                Optional.empty(),
                "start"));
    Hold hold =
        ((Held)
                context
                    .getBean(Holds.class)
                    .hold(team, Wishes.of(lead, SaleMode.SHARED))
                    .getFirst())
            .hold();
    Orders orders = context.getBean(Orders.class);
    orders.checkOut(team, Checkout.of(team, BUYER, List.of(hold.id()), PRICE));
    return orders.of(team, Instant.parse("9999-12-31T00:00:00Z"), 10).stream()
        .flatMap(order -> order.leads().stream())
        .filter(bought -> bought.lead().equals(lead))
        .findFirst()
        .orElseThrow()
        .id()
        .text();
  }
}
