package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Buying by card.
class CardOrderPageTest extends RunningConsole {

  @Test
  void buysByCardOnAPageOfItsOwn() {
    cart();
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    assertThat(buyer.get("/console/cart").getBody()).contains("Pay $12.50 by card");
    API.answers("/card-orders", 200, "{\"id\":\"payment_1\"}");

    APIGatewayV2HTTPResponse begun =
        buyer.post("/console/cart/payments", Map.of("holds", "hold_1", "total", "1250"));

    assertThat(begun.getHeaders()).containsEntry("location", "/console/cart/payments/payment_1");
    assertThat(API.calls().getLast().body().toString()).contains("hold_1", "1250");
    cardOrder(
        "open",
        "needs_action",
        ",\"page\":\"https://pay.example/1\",\"until\":\"2026-11-22T12:40:00Z\","
            + "\"declined\":\"card_declined\"");
    assertThat(buyer.get("/console/cart/payments/payment_1").getBody())
        .contains(
            "Purchase for $12.50 by card",
            "href=\"https://pay.example/1\"",
            "Card declined",
            "Do not pay by card");
    assertThat(
            signedIn("analyst", "marketplace:read")
                .get("/console/cart/payments/payment_1")
                .getBody())
        .doesNotContain("Do not pay by card");
  }

  @Test
  void offersToTakeAPurchaseByCardBackAsLongAsItIsOpen() {
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    cardOrder("open", "needs_action", ",\"until\":\"2026-11-20T11:00:00Z\"");
    assertThat(buyer.get("/console/cart/payments/payment_1").getBody())
        .contains("The time to pay is over", "Do not pay by card")
        .doesNotContain("page of Stripe", "You can pay until");
    cardOrder("refund_due", "succeeded", "");
    assertThat(buyer.get("/console/cart/payments/payment_1").getBody())
        .doesNotContain("Do not pay by card");
  }

  @Test
  void takesAPurchaseByCardBack() {
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    cardOrder("canceled", "failed", "");
    buyer.get("/console/cart/payments/payment_1");

    APIGatewayV2HTTPResponse canceled =
        buyer.post("/console/cart/payments/payment_1/cancel", Map.of());

    assertThat(canceled.getStatusCode()).isEqualTo(303);
    assertThat(buyer.get("/console/cart/payments/payment_1").getBody())
        .contains("Nothing was paid");
    API.answers("/card-orders/payment_1", 404, "{\"detail\":\"no such order\"}");
    assertThat(buyer.post("/console/cart/payments/payment_1/cancel", Map.of()).getStatusCode())
        .isEqualTo(404);
    assertThat(buyer.get("/console/cart/payments/payment_1").getStatusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paid|succeeded|''|the leads are your team's",
        "open|succeeded|''|in some minutes",
        "open|needs_action|''|The time to pay is over. If you have paid, you see it here",
        "open|pending|''|Your bank has not decided yet",
        "open|unknown|''|nothing is charged twice",
        "refund_due|succeeded|taken|somebody else took the lead",
        "refund_due|succeeded|over_limit|own limits",
        "refunded|succeeded|not_on_sale|has gone back to your card",
        "refunded|succeeded|paid_otherwise|had paid for it already",
        "refunded|succeeded|taken_back|Your bank has taken"
      })
  void saysHowAPurchaseByCardStands(String state, String payment, String reason, String words) {
    cardOrder(state, payment, ",\"reason\":\"" + reason + "\"");

    assertThat(
            signedIn("buyer", "marketplace:read", "marketplace:write")
                .get("/console/cart/payments/payment_1")
                .getBody()
                .replace("&#39;", "'"))
        .contains(words);
  }

  private static void cardOrder(String state, String payment, String more) {
    API.answers(
        "/card-orders/payment_1",
        200,
        """
        {"id":"payment_1","order":"order_1","total":{"minorUnits":1250},"state":"%s",
         "payment":"%s"%s}
        """
            .formatted(state, payment, more));
  }
}
