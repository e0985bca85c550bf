package com.aiqleads.marketplace.managepricebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.pricing.PriceBooks;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManagePriceBookHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final String ADMIN = "marketplace:admin";
  private static final String FIGURES =
      """
      {"baseBySource": {"fsbo": {"minorUnits": 4800, "currency": "USD"}},
       "baseOfOtherSources": {"minorUnits": 1800, "currency": "USD"},
       "percentByType": {"house": 100}, "percentByState": {"FL": 115},
       "percentByAgeDays": [{"from": 0, "percent": 100}, {"from": 2, "percent": 85}],
       "percentByTaken": [], "percentBySupply": [], "percentByDemand": [],
       "unsold": {"graceHours": 48, "everyHours": 24, "stepPercent": 5, "leastPercent": 60},
       "exclusivePercent": 300, "stepPercent": 10,
       "floor": {"minorUnits": 200, "currency": "USD"},
       "ceiling": {"minorUnits": 8500, "currency": "USD"}}
      """;

  private final FakeIssuer issuer = new FakeIssuer();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "manage-price-book",
          new FakeQueues(),
          Map.of(
              "aiqleads.access",
              "GET /price-book=marketplace:admin;PUT /price-book=marketplace:admin;"
                  + "POST /price-book/previews=marketplace:admin;"
                  + "GET /price-books=marketplace:admin;GET /price-books/{id}=marketplace:admin;"
                  + "POST /price-books/{id}/restorations=marketplace:admin",
              "aiqleads.issuer",
              issuer.address()));
  private final Operator admin =
      new Operator(() -> new ManagePriceBookHandler(context), issuer, ADMIN);

  @BeforeEach
  void fill() {
    postgres.clear();
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context.getBean(Offers.class).store(OfferFixtures.anOffer(), Standing.ON_SALE);
  }

  @AfterEach
  void close() {
    context.close();
    issuer.close();
  }

  @Test
  void showsTheBookThatCameWithTheProduct() {
    assertThat(admin.answer("GET", "/price-book").getBody())
        .contains(
            "\"version\":\"2026-11\",\"number\":1",
            "\"fsbo\":{\"minorUnits\":2400,\"currency\":\"USD\"}",
            "{\"from\":91,\"percent\":6}");
    assertThat(admin.answer("GET", "/price-books").getBody())
        .contains("{\"version\":\"2026-11\",\"number\":1}");
  }

  @Test
  void triesFiguresOnWhatIsOnSaleAndChangesNothing() {
    String body = post("/price-book/previews", figures(FIGURES)).getBody();

    assertThat(body)
        .contains(
            "\"leads\":1,\"all\":true",
            "{\"band\":\"much_dearer\",\"leads\":1}",
            "{\"band\":\"same\",\"leads\":0}",
            "\"lead\":\"" + OfferFixtures.leadId(1).text() + "\"");
    assertThat(context.getBean(PriceBooks.class).current().number()).isEqualTo(1);
  }

  @Test
  void putsFiguresInForceAndTakesOldOnesAgain() {
    String written = put(change(1, "Homes sell faster", FIGURES)).getBody();
    String version = context.getBean(PriceBooks.class).current().book().version();

    assertThat(written).contains("\"version\":\"" + version + "\",\"number\":2");
    assertThat(admin.answer("GET", "/price-books/" + version).getBody())
        .contains("\"minorUnits\":4800");
    String restored =
        post("/price-books/2026-11/restorations", "{\"inForce\": 2, \"note\": \"Too dear\"}")
            .getBody();
    assertThat(restored).contains("\"number\":3", "\"minorUnits\":2400");
    assertThat(admin.answer("GET", "/price-books").getBody())
        .containsSubsequence(
            "\"note\":\"Too dear\",\"restores\":\"2026-11\"",
            "\"note\":\"Homes sell faster\"",
            "\"version\":\"2026-11\"");
  }

  @Test
  void refusesWhoeverHasNotSeenTheBookInForce() {
    put(change(1, "First", FIGURES));

    APIGatewayV2HTTPResponse late = put(change(1, "Second", FIGURES));

    assertThat(late.getStatusCode()).isEqualTo(409);
    assertThat(late.getBody()).contains("book-changed");
    assertThat(context.getBean(PriceBooks.class).current().number()).isEqualTo(2);
  }

  @Test
  void knowsNoBookThatNeverWas() {
    assertThat(admin.answer("GET", "/price-books/2025-01").getBody()).contains("no-such-book");
    assertThat(
            post("/price-books/x/restorations", "{\"inForce\": 1, \"note\": \"Why not\"}")
                .getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void namesEveryFieldThatIsMissing() {
    assertThat(put("{}").getBody()).contains("inForce", "note", "figures");
    assertThat(put(change(1, "Why", "{}")).getBody())
        .contains(
            "figures.baseBySource",
            "figures.baseOfOtherSources",
            "figures.percentByAgeDays",
            "figures.unsold",
            "figures.exclusivePercent",
            "figures.floor",
            "figures.ceiling");
  }

  @Test
  void namesTheFieldThatMakesNoSense() {
    refused("\"percent\": 85", "\"percent\": 8500", "figures.percentByAgeDays");
    refused("\"percent\": 85", "\"percent\": null", "figures.percentByAgeDays.percent");
    refused("{\"from\": 2, \"percent\": 85}", "null", "figures.percentByAgeDays");
    refused("\"leastPercent\": 60", "\"leastPercent\": 0", "figures.unsold");
    refused("\"house\": 100", "\"house\": null", "figures.percentByType");
    refused("\"house\": 100", "\" \": 100", "figures.percentByType");
    refused("\"house\": 100", "\"" + "x".repeat(41) + "\": 100", "figures.percentByType");
    refused("\"minorUnits\": 200,", "\"minorUnits\": 9000,", "no price between");
    refused("\"percent\": 85", "\"percent\": 101", "never dearer for being older");
    refused("\"minorUnits\": 1800", "\"minorUnits\": -1", "amounts are in one currency");
  }

  @Test
  void asksForAReasonOfAFewWords() {
    assertThat(put(change(1, "x".repeat(201), FIGURES)).getBody()).contains("must say why");
    assertThat(put(change(1, "  ", FIGURES)).getBody()).contains("note", "is required");
  }

  @Test
  void answersOnlyAdminsAndChangesOnlyForPeople() {
    Call change = Operator.withJson(Call.to("PUT", "/price-book"), change(1, "Why", FIGURES));
    Call restoration =
        Operator.withJson(
            Call.to("POST", "/price-books/2026-11/restorations"),
            "{\"inForce\": 1, \"note\": \"Why\"}");

    assertThat(admin.asNobody(Call.get("/price-book")).getStatusCode()).isEqualTo(401);
    assertThat(admin.with("marketplace:read").answer(Call.get("/price-book")).getStatusCode())
        .isEqualTo(403);
    assertThat(admin.asProgram(change).getBody()).contains("needs-session");
    assertThat(admin.asProgram(restoration).getBody()).contains("needs-session");
    assertThat(context.getBean(PriceBooks.class).current().number()).isEqualTo(1);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ManagePriceBookHandler handler = new ManagePriceBookHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void refused(String right, String wrong, String said) {
    APIGatewayV2HTTPResponse answer = put(change(1, "Why", FIGURES.replace(right, wrong)));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains(said);
  }

  private static String figures(String figures) {
    return "{\"figures\": " + figures + "}";
  }

  private static String change(int inForce, String note, String figures) {
    return "{\"inForce\": %d, \"note\": \"%s\", \"figures\": %s}".formatted(inForce, note, figures);
  }

  private APIGatewayV2HTTPResponse put(String body) {
    return admin.answer("PUT", "/price-book", body);
  }

  private APIGatewayV2HTTPResponse post(String path, String body) {
    return admin.answer("POST", path, body);
  }
}
