package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The orders of all teams.
class SalePagesTest extends RunningConsole {

  @Test
  void showsWhatWasSoldAndWhatWentBack() {
    API.answers(
        "/sales",
        200,
        """
        {"sales":[%s,%s,%s],"next":"further"}
        """
            .formatted(
                sale("order_1", true, 0, 500),
                sale("order_2", false, 200, 0),
                sale("order_3", false, 3400, 0)));

    String page = admin().get("/console/sales").getBody();

    assertThat(page)
        .as("in the navigation")
        .contains("href=\"/console/sales\"")
        .containsSubsequence("order_1", "<td>Card</td><td>Sold</td>", "$34<", "$5<", "AIQ-R-7")
        .containsSubsequence("order_2", "<td>Wallet</td><td>Partly returned</td>", "$2<")
        .containsSubsequence("order_3", "<td>Returned</td>")
        .contains(
            "href=\"/console/papers/receipt_1\">AIQ-R-7<",
            "/console/refunds?order=order_1",
            "/console/refunds?order=order_2",
            "/console/sales?cursor=further",
            "/console/sales?team=team_1",
            "2026-11-22 08:30:00");
  }

  @Test
  void asksForWhatTheFormSays() {
    API.answers("/sales?from=2026-11-01&refunded=true&team=team_1", 200, "{\"sales\":[]}");

    assertThat(
            admin()
                .get("/console/sales?team=team_1&from=2026-11-01&order=&refunded=true")
                .getBody())
        .contains(
            "Nothing was sold that fits.", "value=\"team_1\"", "value=\"2026-11-01\"", " checked")
        .doesNotContain("Older sales");
  }

  @Test
  void isOfAdminsAlone() {
    API.answers("/sales", 403, "{\"detail\":\"Not for you.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    assertThat(buyer.get("/console/sales").getStatusCode()).isEqualTo(403);
    assertThat(buyer.get("/console/account").getBody()).doesNotContain("/console/sales");
  }

  private Visitor admin() {
    return signedIn("admin", "marketplace:read", "marketplace:admin");
  }

  private static String sale(String order, boolean byCard, int returned, int takenBack) {
    return """
        {"order":"%s","team":"team_1","at":"2026-11-22T08:30:00Z","byCard":%s,"leads":1,
         "total":{"minorUnits":3400,"currency":"USD"},
         "returned":{"minorUnits":%d,"currency":"USD"},
         "takenBack":{"minorUnits":%d,"currency":"USD"},"receipt":"AIQ-R-7","receiptId":"receipt_1"}
        """
        .formatted(order, byCard, returned, takenBack);
  }
}
