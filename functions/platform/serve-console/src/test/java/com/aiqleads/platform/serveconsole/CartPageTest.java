package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Holding, waiting and buying.
class CartPageTest extends RunningConsole {

  @Test
  void holdsALeadAtThePriceThatWasShown() {
    cart();
    API.answers("/holds", 200, "{\"lines\":[]}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/cart");

    APIGatewayV2HTTPResponse held =
        buyer.post("/console/cart/leads/lead_01", Map.of("mode", "exclusive", "price", "3750"));

    assertThat(held.getStatusCode()).isEqualTo(303);
    assertThat(held.getHeaders()).containsEntry("location", "/console/cart");
    assertThat(API.calls().getLast().body())
        .containsEntry("mode", "exclusive")
        .containsEntry(
            "leads",
            List.of(
                Map.of(
                    "lead", "lead_01", "price", Map.of("minorUnits", 3750L, "currency", "USD"))));
  }

  @Test
  void showsTheCartWithWhyALeadCouldNotBeHeld() {
    cart();
    API.answers("/holds", 409, "{\"detail\":\"Others hold the lead and may buy it.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/cart");

    APIGatewayV2HTTPResponse refused =
        buyer.post("/console/cart/leads/lead_02", Map.of("mode", "shared", "price", "cheap"));

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(refused.getBody())
        .contains("Others hold the lead and may buy it.", "3-bedroom house in Miami, FL")
        .contains("data-seconds-left", "2026-11-22 12:05:00", "Keep longer", "taken off sale")
        .contains("href=\"/console/cart/payments/payment_1\" aria-label=\"Being paid by card: Loft")
        .doesNotContain("name=\"holds\" value=\"hold_3\"")
        .contains("That is too little");
  }

  @Test
  void showsAnEmptyCart() {
    API.answers("/cart", 200, "{\"lines\":[],\"total\":{\"minorUnits\":0}}");
    API.answers("/waits", 200, "{\"waits\":[]}");
    API.answers("/wallet", 200, "{}");

    assertThat(signedIn("buyer", "marketplace:read").get("/console/cart").getBody())
        .contains("Your team holds no leads.");
  }

  @Test
  void showsTheCartWhileTheWalletCannotBeRead() {
    cart();
    API.answers("/wallet", 503, "{}");

    assertThat(signedIn("buyer", "marketplace:read").get("/console/cart").getBody())
        .contains("cannot be read just now")
        .doesNotContain("too little");
  }

  @Test
  void saysBeforeThePurchaseWhatRunsOutAndWhatCanBeGivenBack() {
    cart();
    API.answers(
        "/wallet",
        200,
        """
        {"balance":{"minorUnits":5000},"lots":[
          {"kind":"gift","amount":{"minorUnits":2500},"remaining":{"minorUnits":1600},
            "until":"2026-12-01T12:00:00Z"},
          {"kind":"top_up","amount":{"minorUnits":3400},"remaining":{"minorUnits":3400}}]}
        """);

    assertThat(
            signedIn("buyer", "marketplace:read", "marketplace:write")
                .get("/console/cart")
                .getBody())
        .contains("Gift: $16 left, until 2026-12-01 12:00:00 UTC")
        .doesNotContain("$34")
        .contains("within 14 days of the purchase, 21 for what we can find out ourselves");
    cart();
    assertThat(signedIn("buyer", "marketplace:read").get("/console/cart").getBody())
        .doesNotContain("runs out:")
        .contains("within 14 days of the purchase");
  }

  @Test
  void keepsLongerLetsGoAndBuys() {
    cart();
    API.answers("/holds/hold_1/extension", 200, "{}");
    API.answers("/holds/hold_1", 204, "{}");
    API.answers("/orders", 200, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/cart");

    assertThat(buyer.post("/console/cart/hold_1/extension", Map.of()).getStatusCode())
        .isEqualTo(303);
    assertThat(buyer.post("/console/cart/hold_1/release", Map.of()).getStatusCode()).isEqualTo(303);
    APIGatewayV2HTTPResponse bought =
        buyer.post("/console/cart/purchase", Map.of("holds", "hold_1", "total", "1250"));

    assertThat(bought.getHeaders()).containsEntry("location", "/console/purchases");
    assertThat(API.calls().getLast().body())
        .containsEntry("holds", List.of("hold_1"))
        .containsEntry("total", Map.of("minorUnits", 1250L, "currency", "USD"));
  }

  @Test
  void waitsForALeadThatOthersHoldAndWaitsNoLonger() {
    cart();
    String full = LEAD.formatted("").replace("\"free\":3", "\"free\":0,\"waiting\":2");
    API.answers("/leads/lead_01", 200, full);
    API.answers("/leads/lead_01/prices", 200, "{\"prices\":[]}");
    API.answers(
        "/waits",
        200,
        """
        {"waits":[{"lead":"lead_01","headline":"3-bedroom house","onSale":true,"ahead":2,
          "since":"2026-11-22T12:00:00Z"},{"lead":"lead_03","headline":"Condo by the sea",
          "onSale":false,"ahead":0,"since":"2026-11-22T12:01:00Z"}]}
        """);
    API.answers("/waits/lead_01", 200, "{\"ahead\":2}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    assertThat(buyer.get("/console/leads/lead_01").getBody())
        .contains("All of its slots are held, and 2 teams waiting", "Wait for it");
    assertThat(buyer.post("/console/cart/waits/lead_01", Map.of()).getHeaders())
        .containsEntry("location", "/console/cart");
    assertThat(API.calls().getLast().path()).isEqualTo("/waits/lead_01");
    assertThat(buyer.get("/console/cart").getBody())
        .contains("2 teams before yours", "Your team is next", "Wait no longer")
        .contains("(taken off sale)", "2026-11-22 12:01:00");
    assertThat(buyer.post("/console/cart/waits/lead_01/end", Map.of()).getStatusCode())
        .isEqualTo(303);
  }
}
