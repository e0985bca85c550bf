package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Where leads are delivered.
class DeliveryPageTest extends RunningConsole {

  @Test
  void showsWhereLeadsAreDeliveredAndWhatBecameOfThem() {
    deliveries();
    Visitor analyst = signedIn("analyst", "marketplace:read");

    String shown = analyst.get("/console/deliveries").getBody();

    assertThat(shown)
        .contains(
            "https://crm.example/leads",
            "It took nothing for a day.",
            "Delivered",
            "The server answered 204. Tries: 1.",
            "The server answered 503. Tries: 2. Next try 2026-11-20 12:05:00 UTC.",
            "Not tried yet.",
            "a removed address",
            "/console/deliveries?before=2026-11-19")
        .doesNotContain("Add an address", "Send again", "whsec_");
  }

  @Test
  void addsTriesAndRemovesAddresses() {
    deliveries();
    API.answers("/endpoints/endpoint_1/secret", 200, "{\"secret\":\"whsec_next\"}");
    API.answers("/endpoints/endpoint_1/tests", 202, "{}");
    API.answers("/endpoints/endpoint_1", 204, "{}");
    API.answers(
        "/deliveries/delivery_1/repeats", 404, "{\"detail\":\"There is no such delivery.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write", "platform:write");

    assertThat(buyer.get("/console/deliveries").getBody()).contains("Add an address", "Turn on");
    String renewed =
        buyer.post("/console/deliveries/addresses/endpoint_1/secret", Map.of()).getBody();
    APIGatewayV2HTTPResponse tried =
        buyer.post("/console/deliveries/addresses/endpoint_1/tests", Map.of());
    APIGatewayV2HTTPResponse removed =
        buyer.post("/console/deliveries/addresses/endpoint_1/removal", Map.of());
    APIGatewayV2HTTPResponse repeated =
        buyer.post("/console/deliveries/delivery_1/repeats", Map.of());
    API.answers("/endpoints", 409, "{\"detail\":\"Leads are delivered to this address already.\"}");
    APIGatewayV2HTTPResponse added =
        buyer.post("/console/deliveries/addresses", Map.of("address", "https://crm.example/leads"));

    assertThat(renewed).contains("whsec_next", "nobody can show it again");
    assertThat(Visitor.header(tried, "location")).isEqualTo("/console/deliveries");
    assertThat(Visitor.header(removed, "location")).isEqualTo("/console/deliveries");
    assertThat(repeated.getStatusCode()).isEqualTo(404);
    assertThat(repeated.getBody()).contains("There is no such delivery.");
    assertThat(added.getStatusCode()).isEqualTo(409);
    assertThat(added.getBody()).contains("Leads are delivered to this address already.");
  }

  @Test
  void addsSystemsAndRenewsTheirKeys() {
    API.answers(
        "/endpoints",
        200,
        """
        {"endpoints":[
          {"id":"endpoint_1","kind":"hubspot","address":"https://api.hubapi.com",
            "addedAt":"2026-11-19T12:00:00Z"},
          {"id":"endpoint_4","kind":"email","address":"mailto:ann@team.example",
           "addedAt":"2026-11-20T12:00:00Z","off":"unconfirmed"},
          {"id":"endpoint_2","kind":"salesforce","address":"https://ours.my.salesforce.com",
            "addedAt":"2026-11-19T12:00:00Z"}]}
        """);
    API.answers("/deliveries", 200, "{\"deliveries\":[]}");
    API.answers("/endpoints/endpoint_2/secret", 200, "{\"id\":\"endpoint_2\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write", "platform:write");

    String shown = buyer.get("/console/deliveries").getBody();
    APIGatewayV2HTTPResponse renewed =
        buyer.post(
            "/console/deliveries/addresses/endpoint_2/secret",
            Map.of("client", " the-client ", "key", "the-secret", "other", "x"));

    assertThat(shown)
        .contains("<strong>ann@team.example</strong>", "has not agreed yet")
        .contains("Ask once more: ann@team.example")
        .doesNotContain("Turn on ann@team.example", "New key for ann@team.example")
        .contains("<strong>HubSpot</strong>", "Salesforce https://ours.my.salesforce.com")
        .contains("New key for HubSpot", "Access token of a private app", "Consumer key", "API key")
        .doesNotContain("New secret");
    assertThat(Visitor.header(renewed, "location")).isEqualTo("/console/deliveries");
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("client", "the-client", "key", "the-secret"));

    API.answers("POST /endpoints", 201, "{\"id\":\"endpoint_3\"}");
    buyer.post(
        "/console/deliveries/addresses",
        Map.of("kind", "follow_up_boss", "key", "fka_secret", "address", " "));
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("kind", "follow_up_boss", "key", "fka_secret"));
  }

  @Test
  void sendsAgainOnlyToAnAddressThatIsThereAndOn() {
    deliveries();

    assertThat(
            signedIn("buyer", "marketplace:read", "marketplace:write")
                .get("/console/deliveries")
                .getBody())
        .containsOnlyOnce("/repeats\"")
        .contains("/console/deliveries/delivery_2/repeats");
  }

  /// Who steers by voice says what is seen: WCAG 2.5.3.
  @Test
  void callsButtonsByTheWordsThatAreSeen() {
    deliveries();
    cart();
    API.answers(
        "/waits",
        200,
        """
        {"waits":[{"lead":"lead_03","headline":"Condo","onSale":true,"ahead":0,
          "since":"2026-11-22T12:01:00Z"}]}
        """);
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write", "platform:write");
    String pages =
        buyer.get("/console/deliveries").getBody() + buyer.get("/console/cart").getBody();

    List<MatchResult> named =
        Pattern.compile("<button aria-label=\"([^\"]*)\">([^<]*)<")
            .matcher(pages)
            .results()
            .toList();

    assertThat(named)
        .extracting(button -> button.group(2))
        .contains("Turn on", "Try it out", "Send again", "Keep longer", "Let go", "Wait no longer");
    assertThat(named).allSatisfy(button -> assertThat(button.group(1)).startsWith(button.group(2)));
  }

  private static void deliveries() {
    API.answers(
        "/endpoints",
        200,
        "{\"endpoints\":[{\"id\":\"endpoint_1\",\"address\":\"https://crm.example/leads\","
            + "\"addedAt\":\"2026-11-19T12:00:00Z\",\"off\":\"failing\"},{\"id\":\"endpoint_2\","
            + "\"address\":\"https://two.example/\",\"addedAt\":\"2026-11-19T12:00:00Z\"}]}");
    API.answers(
        "/deliveries",
        200,
        "{\"deliveries\":[{\"id\":\"delivery_1\",\"endpoint\":\"endpoint_1\",\"lead\":\"lead_01\","
            + "\"state\":\"delivered\",\"attempts\":1,\"at\":\"2026-11-20T12:00:00Z\","
            + "\"answer\":\"The server answered 204.\"},"
            + "{\"id\":\"delivery_2\",\"endpoint\":\"endpoint_2\",\"state\":\"due\",\"attempts\":2,"
            + "\"at\":\"2026-11-20T12:00:00Z\",\"nextAt\":\"2026-11-20T12:05:00Z\","
            + "\"answer\":\"The server answered 503.\"},"
            + "{\"id\":\"delivery_3\",\"endpoint\":\"endpoint_3\",\"state\":\"given_up\","
            + "\"attempts\":0,\"at\":\"2026-11-20T12:00:00Z\"}],\"next\":\"2026-11-19T12:00:00Z\"}");
  }
}
