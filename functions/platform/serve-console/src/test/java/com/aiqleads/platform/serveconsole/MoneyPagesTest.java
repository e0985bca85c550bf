package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Purchases and the wallet.
class MoneyPagesTest extends RunningConsole {

  @BeforeEach
  void nothingIsOnItsWay() {
    API.answers("/top-ups", 200, "{\"topUps\":[]}");
  }

  @Test
  void showsPurchasesAndTheWallet() {
    API.answers(
        "/orders",
        200,
        """
        {"orders":[{"id":"order_1","total":{"minorUnits":1250},"at":"2026-11-22T12:00:00Z",
          "leads":[{"lead":"lead_01","headline":"3-bedroom house in Miami, FL",
            "mode":"exclusive","price":{"minorUnits":1250}}]}],"next":"2026-11-22T12:00:00Z"}
        """);
    API.answers(
        "/wallet",
        200,
        """
        {"balance":{"minorUnits":5000},"setAside":{"minorUnits":1250},
         "available":{"minorUnits":3750},"lots":[{"kind":"gift","amount":{"minorUnits":6250},
           "remaining":{"minorUnits":5000}},{"kind":"top_up","amount":{"minorUnits":100},
           "remaining":{"minorUnits":100},"until":"2027-01-01T00:00:00Z"}]}
        """);
    API.answers(
        "/wallet/movements",
        200,
        """
        {"movements":[{"number":2,"kind":"purchase","amount":{"minorUnits":-1250},
          "balance":{"minorUnits":5000},"at":"2026-11-22T12:00:00Z","note":""},
          {"number":1,"kind":"gift","amount":{"minorUnits":6250},"balance":{"minorUnits":6250},
           "at":"2026-11-22T11:00:00Z","note":"Welcome"}],"next":1}
        """);
    API.answers("/returns", 503, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    assertThat(buyer.get("/console/purchases").getBody())
        .contains("yours alone", "$12.50", "/console/leads/lead_01", "Older purchases");
    assertThat(buyer.get("/console/wallet").getBody())
        .contains(
            "$37.50",
            "\u2212$12.50",
            "Gift: Welcome",
            "without end",
            "left, until 2027-01-01 00:00:00 UTC")
        .contains("Older movements");
    assertThat(buyer.get("/console/wallet?below=1").getStatusCode()).isEqualTo(200);
    assertThat(buyer.get("/console/purchases?before=2026").getStatusCode()).isEqualTo(200);
  }

  @Test
  void passesOnTheTableOfWhatWasBought() {
    String before = "?before=2026-11-20T12%3A00%3A00Z";
    API.answers(
        "/orders",
        200,
        """
        {"orders":[{"id":"order_1","at":"2026-11-20T12:00:00Z",
          "total":{"minorUnits":3400,"currency":"USD"},"leads":[]}]}
        """);
    API.answers("/returns", 200, "{\"returns\":[]}");
    API.answers("/bought-leads/next" + before, 200, "{}");
    API.givesFile(
        "/bought-leads" + before,
        new ApiFile(
            "text/csv; charset=utf-8",
            "attachment; filename=\"aiqleads-leads.csv\"",
            new ApiFile.Content("a,b\r\n".getBytes(StandardCharsets.UTF_8))));
    Visitor buyer = signedIn("buyer", "marketplace:read");

    String page = buyer.get("/console/purchases" + before).getBody();
    APIGatewayV2HTTPResponse file = buyer.get("/console/purchases/table" + before);

    assertThat(page).contains("href=\"/console/purchases/table" + before + "\"");
    assertThat(file.getHeaders())
        .containsEntry("content-disposition", "attachment; filename=\"aiqleads-leads.csv\"")
        .containsEntry("content-type", "text/csv; charset=utf-8");
  }

  /// Whoever takes the first part for the whole misses leads that are paid for; and until somebody
  /// gets it, nobody has seen what is in it: there is no file at first.
  @Test
  void saysThatATableHasMoreParts() {
    String older = "?before=2026-11-20T12%3A00%3A00Z";
    API.answers("/bought-leads/next", 200, "{\"next\":\"2026-11-20T12:00:00Z\"}");
    API.answers("/bought-leads/next" + older, 200, "{}");
    API.givesFile("/bought-leads" + older, table("old"));
    Visitor buyer = signedIn("buyer", "marketplace:read");

    APIGatewayV2HTTPResponse first = buyer.get("/console/purchases/table");

    assertThat(first.getHeaders().get("content-type")).startsWith("text/html");
    assertThat(first.getBody())
        .contains(
            "href=\"/console/purchases/table/part\"",
            "href=\"/console/purchases/table" + older + "\"");
    API.givesFile("/bought-leads", table("new"));
    assertThat(buyer.get("/console/purchases/table/part").getHeaders())
        .containsEntry("content-type", "text/csv; charset=utf-8");
    assertThat(buyer.get("/console/purchases/table" + older).getHeaders())
        .as("the last part")
        .containsEntry("content-type", "text/csv; charset=utf-8");
  }

  @Test
  void saysWhyThereIsNoTable() {
    API.answers("/bought-leads/next", 503, "{\"code\":\"unavailable\",\"detail\":\"Not now.\"}");
    API.answers("/bought-leads", 503, "{\"code\":\"unavailable\",\"detail\":\"Later.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    APIGatewayV2HTTPResponse refused = buyer.get("/console/purchases/table");
    APIGatewayV2HTTPResponse part = buyer.get("/console/purchases/table/part");

    assertThat(refused.getStatusCode()).isEqualTo(503);
    assertThat(refused.getBody()).contains("Not now.");
    assertThat(part.getStatusCode()).isEqualTo(503);
    assertThat(part.getBody()).contains("Later.");
  }

  private static ApiFile table(String text) {
    return new ApiFile(
        "text/csv; charset=utf-8",
        "attachment; filename=\"aiqleads-leads.csv\"",
        new ApiFile.Content(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void passesOnStatementsAndSaysWhyThereIsNone() {
    String path = "/wallet/statement?from=2026-11-01&until=2026-11-30&format=";
    byte[] bytes = {'%', 'P', 'D', 'F', (byte) 0xff};
    API.givesFile(
        path + "pdf",
        new ApiFile(
            "application/pdf",
            "attachment; filename=\"statement.pdf\"",
            new ApiFile.Content(bytes)));
    API.answers(
        path + "csv", 409, "{\"code\":\"statement-too-long\",\"detail\":\"Ask for fewer days.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    APIGatewayV2HTTPResponse file = buyer.get("/console" + path + "pdf");

    assertThat(Base64.getDecoder().decode(file.getBody())).isEqualTo(bytes);
    assertThat(file.getHeaders())
        .containsEntry("content-disposition", "attachment; filename=\"statement.pdf\"");
    APIGatewayV2HTTPResponse refused = buyer.get("/console" + path + "csv");
    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(refused.getBody()).contains("Ask for fewer days.");
  }

  @Test
  void saysWhatABankHasTakenOrMayTake() {
    API.answers(
        "/wallet",
        200,
        """
        {"balance":{"minorUnits":5000},"setAside":{"minorUnits":0},"available":{"minorUnits":1900},
         "frozen":{"minorUnits":2000},"owed":{"minorUnits":1100},"lots":[]}
        """);
    API.answers("/wallet/movements", 200, "{\"movements\":[]}");

    assertThat(signedIn("analyst", "marketplace:read").get("/console/wallet").getBody())
        .contains("Contested at a bank", "$20", "Owed, since a bank took it back", "$11")
        .doesNotContain("Top up by card");
  }

  @Test
  void showsTheSavedCardAndWhatIsTakenFromIt() {
    wallet(
        "\"page\":\"https://pay.example/save\","
            + "\"card\":{\"brand\":\"visa\",\"lastFour\":\"4242\",\"expires\":\"2034-12\"},",
        """
        "on":true,"threshold":{"minorUnits":5050},"amount":{"minorUnits":10000},
        "monthlyCap":{"minorUnits":30000},"charges":[
          {"cause":"auto_top_up","amount":{"minorUnits":10000},"at":"2026-11-22T12:00:00Z",
           "outcome":"paid"},
          {"cause":"renewal","amount":{"minorUnits":3800},"at":"2026-11-21T12:00:00Z",
           "outcome":"failed","reason":"generic_decline"},
          {"cause":"renewal","amount":{"minorUnits":3800},"at":"2026-11-20T13:00:00Z",
           "outcome":"failed","reason":"never begun"},
          {"cause":"auto_top_up","amount":{"minorUnits":10000},"at":"2026-11-20T12:00:00Z",
           "outcome":"open"}],
        """);

    String manager =
        signedIn("buyer", "marketplace:read", "platform:write").get("/console/wallet").getBody();
    String reader = signedIn("analyst", "marketplace:read").get("/console/wallet").getBody();

    assertThat(manager)
        .contains("Visa ending in 4242, good until 2034-12", "less than $50.50 to spend")
        .contains("value=\"50.5\"", "Switch it off", "Remove the card", "value=\"fill-1\"")
        .contains("Not paid: Generic decline", "For the plan", "Not known yet")
        .contains("Not taken: no bank was asked");
    assertThat(reader)
        .contains("Visa ending in 4242")
        .doesNotContain("Remove the card", "https://pay.example/save");
  }

  /// What is taken from the card is a top-up, too, and is shown once.
  @Test
  void showsWhatIsOnItsWayAndWhatHappensNext() {
    wallet(
        "",
        """
        "on":true,"awaited":[
          {"id":"payment_1","cause":"auto_top_up","amount":{"minorUnits":10000},
           "since":"2026-11-22T12:00:00Z","waitsFor":"bank"},
          {"id":"payment_2","cause":"auto_top_up","amount":{"minorUnits":20000},
           "since":"2026-11-21T12:00:00Z","waitsFor":"owner","again":"2026-11-22T12:00:03Z"},
          {"id":"payment_3","cause":"renewal","amount":{"minorUnits":3900},
           "since":"2026-11-20T12:00:00Z","waitsFor":"owner"}],
        """);
    API.answers(
        "/top-ups",
        200,
        """
        {"topUps":[
          {"id":"payment_1","state":"unknown","amount":{"minorUnits":10000},"at":"2026-11-22T12:00:00Z"},
          {"id":"payment_4","state":"needs_action","amount":{"minorUnits":5000},"at":"2026-11-22T11:00:00Z"},
          {"id":"payment_5","state":"pending","amount":{"minorUnits":6000},"at":"2026-11-22T10:00:00Z"},
          {"id":"payment_6","state":"succeeded","amount":{"minorUnits":7700},"at":"2026-11-22T09:00:00Z"}]}
        """);
    Visitor reader = signedIn("analyst", "marketplace:read");

    String page = reader.get("/console/wallet").getBody().replace("&#39;", "'");

    assertThat(page)
        .contains("On its way", "since 2026-11-22 12:00:00 UTC", "has not answered yet")
        .contains(
            "ask the card's owner", "tried again from 2026-11-22 12:00:03", "The plan is paid")
        .contains("href=\"/console/wallet/top-ups/payment_4\"", "not known yet whether")
        .containsOnlyOnce("<strong>$100</strong>")
        .doesNotContain("$77", "top-ups/payment_5");
    API.answers("/top-ups", 503, "{}");
    wallet("", "");
    assertThat(reader.get("/console/wallet").getBody()).doesNotContain("On its way");
  }

  @Test
  void saysWhyTheWalletIsNotFilled() {
    Visitor manager = signedIn("buyer", "marketplace:read", "platform:write");
    Map.of(
            "", "It is off.",
            "by_team", "somebody of your team",
            "no_card", "no saved card",
            "card_expired", "has expired",
            "card_refused", "will not pay",
            "failed_too_often", "three times",
            "taken_back", "is contested")
        .forEach(
            (why, words) -> {
              wallet(
                  "\"page\":\"https://pay.example/save\",",
                  "\"on\":false,\"stopped\":\"%s\",".formatted(why));
              assertThat(manager.get("/console/wallet").getBody())
                  .contains(words, "https://pay.example/save", "There is no saved card.");
            });
  }

  @Test
  void passesOnWhatIsChosenForTheCard() {
    Visitor manager = signedIn("buyer", "marketplace:read", "platform:write");
    wallet("", "");
    manager.get("/console/wallet");

    for (String path : List.of("card", "card/removal", "auto-top-up/end")) {
      APIGatewayV2HTTPResponse done =
          manager.post("/console/wallet/" + path, Map.of("consent", "save-1"));
      assertThat(done.getStatusCode()).as(path).isEqualTo(303);
      assertThat(done.getHeaders()).containsEntry("location", "/console/wallet#card");
    }
    manager.post(
        "/console/wallet/auto-top-up",
        Map.of("threshold", "50", "amount", "1,000", "cap", "no", "consent", "fill-1"));
    assertThat(API.calls().getLast().body().toString()).contains("5000", "100000", "-1", "fill-1");
    assertThat(manager.get("/console/wallet/card").getStatusCode()).isEqualTo(303);
    API.answers("/wallet/card", 409, "{\"code\":\"no-payments\",\"detail\":\"Not yet.\"}");
    assertThat(manager.post("/console/wallet/card", Map.of()).getBody()).contains("Not yet.");
  }

  private static void wallet(String card, String filling) {
    API.answers("/wallet", 200, "{}");
    API.answers("/wallet/movements", 200, "{\"movements\":[]}");
    API.answers(
        "/wallet/card",
        200,
        "{" + card + "\"consent\":{\"version\":\"save-1\",\"text\":\"Save?\"}}");
    API.answers(
        "/wallet/auto-top-up",
        200,
        "{" + filling + "\"consent\":{\"version\":\"fill-1\",\"text\":\"Fill?\"}}");
  }

  @Test
  void leadsToThePageOnWhichToPay() {
    API.answers("/wallet", 200, "{}");
    API.answers("/wallet/movements", 200, "{\"movements\":[]}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    assertThat(buyer.get("/console/wallet").getBody()).contains("Top up by card");
    API.answers("/top-ups", 200, "{\"id\":\"payment_1\"}");

    APIGatewayV2HTTPResponse begun =
        buyer.post("/console/wallet/top-ups", Map.of("dollars", " 1,250.50 "));

    assertThat(begun.getStatusCode()).isEqualTo(303);
    assertThat(begun.getHeaders()).containsEntry("location", "/console/wallet/top-ups/payment_1");
    assertThat(API.calls().getLast().body().toString()).contains("1250.50".replace(".", ""));
    topUps("needs_action", ",\"page\":\"https://pay.example/1\",\"reason\":\"card_declined\"");
    assertThat(buyer.get("/console/wallet/top-ups/payment_1").getBody())
        .contains("Top-up of $1,250.50", "href=\"https://pay.example/1\"", "Card declined");
  }

  @Test
  void saysHowATopUpStands() {
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    Map.of(
            "succeeded", "It is in your team's wallet.",
            "failed", "Nothing was paid",
            "pending", "Your bank has not decided yet.",
            "unknown", "nothing is charged twice")
        .forEach(
            (state, words) -> {
              topUps(state, ",\"reason\":\"time_out\"");
              assertThat(
                      buyer
                          .get("/console/wallet/top-ups/payment_1")
                          .getBody()
                          .replace("&#39;", "'"))
                  .as(state)
                  .contains(words);
            });
    assertThat(buyer.get("/console/wallet/top-ups/payment_2").getStatusCode()).isEqualTo(303);
    API.answers("/top-ups", 503, "{}");
    assertThat(buyer.get("/console/wallet/top-ups/payment_1").getStatusCode()).isEqualTo(503);
  }

  @Test
  void showsWhyNothingCanBePaid() {
    API.answers("/wallet", 200, "{}");
    API.answers("/wallet/movements", 200, "{\"movements\":[]}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/wallet");
    API.answers("/top-ups", 400, "{\"detail\":\"amount must be 5.00 USD to 10000.00 USD\"}");

    APIGatewayV2HTTPResponse refused =
        buyer.post("/console/wallet/top-ups", Map.of("dollars", "much"));

    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(refused.getBody()).contains("amount must be");
    assertThat(API.calls().getLast().body().toString()).contains("-1");
  }

  @Test
  void saysWhenMoneyCannotBeShown() {
    API.answers("/orders", 503, "{}");
    API.answers("/wallet", 200, "{}");
    API.answers("/wallet/movements", 503, "{}");
    API.answers("/cart", 503, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    for (String page : List.of("purchases", "wallet", "cart")) {
      assertThat(buyer.get("/console/" + page).getStatusCode()).as(page).isEqualTo(503);
    }
  }

  private static void topUps(String state, String more) {
    API.answers(
        "/top-ups",
        200,
        "{\"topUps\":[{\"id\":\"payment_1\",\"state\":\"%s\",\"amount\":{\"minorUnits\":125050}%s}]}"
            .formatted(state, more));
  }
}
