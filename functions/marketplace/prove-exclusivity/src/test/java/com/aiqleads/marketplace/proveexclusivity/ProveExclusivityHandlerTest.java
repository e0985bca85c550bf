package com.aiqleads.marketplace.proveexclusivity;

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
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.exclusivity.ExclusiveSales;
import com.aiqleads.marketplace.exclusivity.ExclusivityReceipt;
import com.aiqleads.marketplace.exclusivity.ReceiptSeal;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProveExclusivityHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final String RECEIPTS = "/exclusivity-receipts";
  private static ApplicationContext context;
  private static TeamMember member;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "prove-exclusivity",
            new FakeQueues(),
            Map.of(
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "GET /exclusivity-receipts=marketplace:read"
                    + ";GET /exclusivity/{receipt}=public;GET /exclusivity-keys=public"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(Map.of("receipt-key", Base64.getEncoder().encodeToString(new byte[32]))));
    member = new TeamMember(new ProveExclusivityHandler(context), ISSUER, "marketplace:read");
  }

  @BeforeEach
  void sell() {
    postgres.clear();
    for (int number = 1; number <= 2; number++) {
      context
          .getBean(Offers.class)
          .store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)), Standing.ON_SALE);
    }
    buy(LEAD, SaleMode.EXCLUSIVE);
    buy(OfferFixtures.leadId(2), SaleMode.SHARED);
  }

  @AfterAll
  static void close() {
    context.close();
    ISSUER.close();
  }

  @Test
  void givesATeamReceiptsOfWhatItBoughtAlone() {
    JsonNode receipts = receipts(OURS);

    assertThat(receipts.size()).isEqualTo(1);
    assertThat(text(receipts.get(0).get("says"), "leadId")).isEqualTo(LEAD.text());
    assertThat(text(receipts.get(0).get("says"), "verdict")).isEqualTo("valid");
    assertThat(receipts(THEIRS).size()).isZero();
  }

  @Test
  void tellsAnybodyThatAReceiptIsRight() {
    APIGatewayV2HTTPResponse answer = check(receipt());

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody())
        .contains("\"verdict\":\"valid\"", LEAD.text(), "\"soldBefore\":0", "\"from\":\"20")
        .doesNotContain("\"until\":\"");
  }

  /// Neither in what is shown nor in what is signed.
  @Test
  void namesNeitherTheSellerNorTheBuyer() {
    String signed =
        new String(
            Base64.getUrlDecoder().decode(receipt().split("\\.")[1]), StandardCharsets.UTF_8);

    for (String shown : List.of(signed, check(receipt()).getBody())) {
      assertThat(shown)
          .contains(LEAD.text())
          .doesNotContain("@", "+1", "SW 22nd", OURS.text(), "team_", "user_", "order_");
    }
  }

  @Test
  void saysThatAReceiptIsRevoked() {
    String receipt = receipt();
    givenBack(true);

    assertThat(check(receipt).getBody())
        .contains("\"verdict\":\"given-back\"", "revoked", "\"until\":\"20");
    assertThat(text(receipts(OURS).get(0).get("says"), "verdict")).isEqualTo("given-back");

    givenBack(false);
    assertThat(check(receipt).getBody()).contains("\"verdict\":\"refunded\"", "revoked");
  }

  @Test
  void refusesWhatItDidNotSign() {
    String receipt = receipt();
    String[] parts = receipt.split("\\.");

    for (String shown :
        List.of(
            "garbage",
            "a.b.c",
            "%2e%2e",
            receipt.substring(1),
            parts[0] + "." + parts[1] + "." + parts[1],
            receipt + "A")) {
      APIGatewayV2HTTPResponse answer = check(shown);

      assertThat(answer.getStatusCode()).as(shown).isEqualTo(404);
      assertThat(answer.getBody()).contains("\"not-our-receipt\"").doesNotContain(LEAD.text());
    }
  }

  /// Signed by us, of a sale that is not in our books as it says.
  @Test
  void refusesWhatIsNotInItsBooks() {
    String receipt = receipt();
    context
        .getBean(Database.class)
        .update("update orders set placed_at = placed_at - interval '1 second'", _ -> {});

    assertThat(check(receipt).getBody()).contains("\"not-our-receipt\"");
  }

  /// An earlier sale may turn out to have reached nobody after this one was signed.
  @Test
  void knowsAReceiptThatCountedTheSalesBeforeOtherwise() {
    ExclusivityReceipt now = context.getBean(ExclusiveSales.class).of(OURS, 1).getFirst().receipt();
    ExclusivityReceipt then =
        new ExclusivityReceipt(now.line(), now.lead(), now.soldAt(), now.soldBefore() + 1);

    assertThat(check(context.getBean(ReceiptSeal.class).seal(then)).getBody())
        .contains("\"verdict\":\"valid\"", "\"soldBefore\":0");
  }

  @Test
  void publishesWhatReceiptsAreVerifiedWith() {
    APIGatewayV2HTTPResponse answer = anybody("/exclusivity-keys");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody())
        .contains(
            "\"kty\":\"OKP\"",
            "\"crv\":\"Ed25519\"",
            "\"x\":\"O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik\"");
  }

  @Test
  void showsReceiptsOnlyToWhoIsSignedIn() {
    assertThat(
            new ProveExclusivityHandler(context)
                .handleRequest(Call.get(RECEIPTS).event(), INVOCATION)
                .getStatusCode())
        .isEqualTo(401);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ProveExclusivityHandler handler = new ProveExclusivityHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static JsonNode receipts(TeamId team) {
    return member.json(team, Call.get(RECEIPTS)).get("receipts");
  }

  private static String receipt() {
    return text(receipts(OURS).get(0), "receipt");
  }

  private static APIGatewayV2HTTPResponse check(String receipt) {
    return anybody("/exclusivity/" + receipt);
  }

  private static APIGatewayV2HTTPResponse anybody(String path) {
    return new ProveExclusivityHandler(context).handleRequest(Call.get(path).event(), INVOCATION);
  }

  private static void givenBack(boolean freed) {
    Database database = context.getBean(Database.class);
    database.update("delete from line_returns", _ -> {});
    database.update(
        """
        insert into line_returns (order_line_id, team_id, lead_id, refunded, freed, freed_at)
        select order_line_id, team_id, lead_id, l.amount, %s, %s
        from order_lines l join orders using (order_id) where exclusive
        """
            .formatted(freed, freed ? "clock()" : "null"),
        _ -> {});
    if (!freed) {
      credited(database);
    }
  }

  private static void credited(Database database) {
    database.update(
        """
        with asked as (
          insert into returns (return_id, order_line_id, team_id, lead_id, reason, state, verdict,
            total, moved, rulings, asked_at, settled_at)
          select order_line_id, order_line_id, team_id, lead_id, 'FRAUD', 'CREDITED', 'PROVEN',
            l.amount, l.amount, 1, clock(), clock()
          from order_lines l join orders using (order_id) where exclusive
          returning return_id, total)
        insert into return_rulings
          (return_id, nr, state, total, moved, inputs, reasons, decided_at)
        select return_id, 1, 'CREDITED', total, total, '{}', '[]', clock() from asked
        """,
        _ -> {});
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).getStringValue();
  }

  private static void buy(LeadId lead, SaleMode mode) {
    Hold hold =
        ((Held) context.getBean(Holds.class).hold(OURS, Wishes.of(lead, mode)).getFirst()).hold();
    context
        .getBean(Wallets.class)
        .grant(
            OURS,
            new Grant(
                new TransferId(Ids.derived("gift", lead.text())),
                Grant.Kind.GIFT,
                hold.price(),
                Grant.USUAL_PRIORITY,
                Optional.empty(),
                "a gift"));
    context
        .getBean(Orders.class)
        .checkOut(
            OURS,
            new Checkout(
                new OrderId(Ids.derived("order", lead.text())),
                new UserId(Ids.derived("user", "buyer")),
                List.of(hold.id()),
                hold.price()));
  }
}
