package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Searches that are kept and buy.
class StandingOrderPagesTest extends RunningConsole {

  @Test
  void showsStandingOrdersAndWhyALeadWasMissed() {
    standingOrders();
    API.answers(
        "/leads/lead_01/why",
        200,
        """
        {"lead":"lead_01","answers":[{"standingOrder":"standing_1","name":"Pools","at":
          "2026-11-20T12:00:00Z","result":{"outcome":"missed","reason":"outside_buy_box",
          "sentences":["It lacks the words pool."]}}]}
        """);
    API.answers("/leads/lead_02/why", 404, "{\"detail\":\"There is no lead with this id.\"}");
    Visitor analyst = signedIn("analyst", "marketplace:read");

    String shown = analyst.get("/console/standing-orders").getBody();
    String why = analyst.get("/console/standing-orders/why?lead=lead_01").getBody();

    assertThat(shown)
        .contains("Pools", "Buys, shared, at most $12.50", "Words: pool", "each morning")
        .contains("News", "Tells", "Every lead", "(paused)", "at once", "on Mondays")
        .doesNotContain("Pause:", "End:");
    assertThat(why).contains("It lacks the words pool.", "<strong>Missed</strong>");
    assertThat(analyst.get("/console/standing-orders/why?lead=lead_02").getBody())
        .contains("There is no lead with this id.");
  }

  @Test
  void saysThatAnOrderIsParkedAndOffersToTakeItOver() {
    API.answers(
        "/standing-orders",
        200,
        """
        {"standingOrders":[{"id":"standing_2","name":"News","state":"paused",
          "parked":"maker-left","search":{},"act":"alert","mode":"shared","caps":[],
          "channel":"instant"}]}
        """);

    assertThat(
            signedIn("buyer", "marketplace:read", "marketplace:write")
                .get("/console/standing-orders")
                .getBody())
        .contains("(parked)", "has left your team", "Take it over: News", "End: News")
        .doesNotContain("Go on: News", "(paused)");
  }

  @Test
  void showsWhatAStandingOrderGotAndMissed() {
    standingOrders();

    String shown =
        signedIn("buyer", "marketplace:read", "marketplace:write")
            .get("/console/standing-orders/standing_1")
            .getBody();

    assertThat(shown)
        .contains("value=\"12.50\"", "value=\"2027-01-31\"", "name=\"search.q\" value=\"pool\"")
        .contains("name=\"dayLeads\" type=\"number\" min=\"0\" step=\"1\" value=\"3\"")
        .contains("<input type=\"hidden\" name=\"monthLeads\" value=\"9\">")
        .contains("value=\"200.00\"", "Bought for $10", "Found at $9")
        .contains("The order had bought as much as its caps let it.")
        .contains("/console/standing-orders/standing_1?before=2026-11-19");
  }

  @Test
  void keepsASearchWithoutWhatIsOnlyOfThePage() {
    String form =
        signedIn("buyer", "marketplace:read", "marketplace:write")
            .get("/console/standing-orders/new?q=pool&sort=price&available=true")
            .getBody();

    assertThat(form)
        .contains("name=\"search.q\" value=\"pool\"", "Words: pool")
        .doesNotContain("search.sort", "search.available");
  }

  @Test
  void makesChangesPausesAndEndsStandingOrders() {
    standingOrders();
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    Map<String, String> filled =
        Map.of(
            "name",
            "Pools",
            "act",
            "buy",
            "mode",
            "shared",
            "channel",
            "daily",
            "search.q",
            "pool",
            "limit",
            "12.5",
            "dayLeads",
            "3",
            "weekAmount",
            "many",
            "validUntil",
            "2027-01-31");

    buyer.get("/console/standing-orders");
    APIGatewayV2HTTPResponse made = buyer.post("/console/standing-orders", filled);
    assertThat(API.calls().getLast().body())
        .containsEntry("search", Map.of("q", "pool"))
        .containsEntry("limit", Map.of("minorUnits", 1250L, "currency", "USD"))
        .containsEntry("validUntil", "2027-01-31T23:59:59Z")
        .containsEntry(
            "caps",
            List.of(
                Map.of("maxLeads", 3, "span", "day"),
                Map.of("maxAmount", Map.of("minorUnits", -1L, "currency", "USD"), "span", "week")));
    APIGatewayV2HTTPResponse paused =
        buyer.post("/console/standing-orders/standing_1/pause", Map.of());
    APIGatewayV2HTTPResponse ended =
        buyer.post("/console/standing-orders/standing_1/removal", Map.of());
    assertThat(API.calls().getLast().method()).isEqualTo("DELETE");
    API.answers("/standing-orders/standing_1", 409, "{\"detail\":\"Look at it again.\"}");
    APIGatewayV2HTTPResponse changed = buyer.post("/console/standing-orders/standing_1", filled);
    APIGatewayV2HTTPResponse gone =
        buyer.post("/console/standing-orders/standing_1/pause", Map.of());

    assertThat(Visitor.header(made, "location")).isEqualTo("/console/standing-orders");
    assertThat(Visitor.header(paused, "location")).isEqualTo("/console/standing-orders");
    assertThat(Visitor.header(ended, "location")).isEqualTo("/console/standing-orders");
    assertThat(changed.getStatusCode()).isEqualTo(409);
    assertThat(changed.getBody()).contains("Look at it again.", "value=\"12.5\"");
    assertThat(gone.getBody()).contains("Look at it again.", "Those of your team");
  }

  /// Made over the API for a moment of a day, of which the form knows the day.
  @Test
  void leavesTheEndOfAStandingOrderAsItWas() {
    standingOrders();
    API.answers(
        "/standing-orders/standing_1",
        200,
        "{\"id\":\"standing_1\",\"name\":\"Pools\",\"search\":{},\"caps\":[],"
            + "\"validUntil\":\"2027-01-31T06:30:00Z\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    assertThat(buyer.get("/console/standing-orders/standing_1").getBody())
        .contains("value=\"2027-01-31\"")
        .contains("name=\"validUntilBefore\" value=\"2027-01-31T06:30:00Z\"");

    assertThat(savedEnd(buyer, "2027-01-31")).isEqualTo("2027-01-31T06:30:00Z");
    assertThat(savedEnd(buyer, "2027-02-01")).isEqualTo("2027-02-01T23:59:59Z");
    assertThat(savedEnd(buyer, "")).isNull();
  }

  @Test
  void saysThatStandingOrdersCannotBeRead() {
    API.answers("/standing-orders", 503, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    assertThat(buyer.get("/console/standing-orders").getStatusCode()).isEqualTo(503);
    assertThat(buyer.get("/console/standing-orders/standing_1").getStatusCode()).isEqualTo(503);
  }

  private static @Nullable Object savedEnd(Visitor buyer, String day) {
    buyer.post(
        "/console/standing-orders/standing_1",
        Map.of("validUntil", day, "validUntilBefore", "2027-01-31T06:30:00Z"));
    return API.calls().getLast().body().get("validUntil");
  }

  private static void standingOrders() {
    String pools =
        """
        {"id":"standing_1","name":"Pools","state":"active","search":{"q":"pool"},"act":"buy",
         "mode":"shared","limit":{"minorUnits":1250,"currency":"USD"},
         "caps":[{"span":"day","maxLeads":3},{"span":"month","maxLeads":9},
           {"span":"week","maxAmount":{"minorUnits":20000,"currency":"USD"}}],
         "channel":"daily","validUntil":"2027-01-31T23:59:59Z"}
        """;
    API.answers("/standing-orders/standing_1", 200, pools);
    API.answers(
        "/standing-orders",
        200,
        "{\"standingOrders\":["
            + pools
            + """
              ,{"id":"standing_2","name":"News","state":"paused","search":{},"act":"alert",
                "mode":"shared","caps":[],"channel":"instant"},
              {"id":"standing_3","name":"Cheap","state":"active","search":{},"act":"alert",
                "mode":"shared","limit":{"minorUnits":100,"currency":"USD"},"caps":[],
                "channel":"weekly"}]}
              """);
    API.answers(
        "/standing-orders/standing_1/fills",
        200,
        """
        {"fills":[
          {"lead":"lead_01","headline":"House","at":"2026-11-20T12:00:00Z","result":
            {"outcome":"bought","price":{"minorUnits":1000,"currency":"USD"},"sentences":[]}},
          {"lead":"lead_02","headline":"Condo","at":"2026-11-20T12:00:00Z","result":
            {"outcome":"told","price":{"minorUnits":900,"currency":"USD"},"sentences":[]}},
          {"lead":"lead_03","headline":"Land","at":"2026-11-20T12:00:00Z","result":
            {"outcome":"missed","reason":"over_cap",
             "sentences":["The order had bought as much as its caps let it."]}}],
         "next":"2026-11-19T12:00:00Z"}
        """);
  }
}
