package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What went back to the buyers of all teams.
class RefundPagesTest extends RunningConsole {

  @Test
  void showsWhatWentBackWhyAndOnWhoseWord() {
    API.answers(
        "/refunds",
        200,
        """
        {"refunds":[%s,%s,%s,%s],"next":"further"}
        """
            .formatted(
                refund("appeal", "done", "person", ",\"person\":\"user_1\",\"lead\":\"lead_1\""),
                refund(
                    "undelivered",
                    "done",
                    "rule",
                    ",\"order\":\"order_1\",\"paper\":{\"id\":\"receipt_1\",\"number\":\"AIQ-C-7\"}"),
                refund("card_refund", "failed", "gateway", ""),
                refund("chargeback", "contested", "bank", "")));

    String page = admin().get("/console/refunds").getBody();

    assertThat(page)
        .as("in the navigation")
        .contains("href=\"/console/refunds\"")
        .containsSubsequence(
            "2026-11-22 08:30:00",
            "<td>Appeal won</td><td>Done</td>",
            "$17.50 USD",
            "Because of it.",
            "<td>user_1</td>",
            "/console/refunds?team=team_1",
            "/console/leads/lead_1")
        .containsSubsequence(
            "<td>Never delivered</td>",
            "<td>Our rules</td>",
            "/console/sales?order=order_1",
            "href=\"/console/papers/receipt_1\">AIQ-C-7<")
        .containsSubsequence(
            "<td>Card refund</td><td>Failed</td>", "<td>Somebody at the gateway</td>")
        .containsSubsequence("<td>Chargeback</td><td>Contested</td>", "<td>The bank</td>")
        .contains("/console/refunds?cursor=further");
  }

  @Test
  void asksForWhatTheFormSays() {
    API.answers(
        "/refunds?from=2026-11-01&kind=reversal&order=order_1&state=done", 200, "{\"refunds\":[]}");

    assertThat(
            admin()
                .get(
                    "/console/refunds?kind=reversal&state=done&team=&order=order_1&from=2026-11-01")
                .getBody())
        .contains(
            "Nothing went back that fits.",
            "value=\"order_1\"",
            "value=\"2026-11-01\"",
            "<option value=\"reversal\" selected>Came back</option>",
            "<option value=\"done\" selected>Done</option>")
        .doesNotContain("Older refunds");
  }

  /// An interface that knows more than this page is read all the same.
  @Test
  void saysWhatItDoesNotKnowByItsOwnWord() {
    API.answers("/refunds", 200, "{\"refunds\":[%s]}".formatted(refund("new_kind", "odd", "", "")));

    assertThat(admin().get("/console/refunds").getBody()).contains("<td>New kind</td><td>Odd</td>");
  }

  @Test
  void isOfAdminsAlone() {
    API.answers("/refunds", 403, "{\"detail\":\"Not for you.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    assertThat(buyer.get("/console/refunds").getStatusCode()).isEqualTo(403);
    assertThat(buyer.get("/console/account").getBody()).doesNotContain("/console/refunds");
  }

  private Visitor admin() {
    return signedIn("admin", "marketplace:read", "marketplace:admin");
  }

  private static String refund(String kind, String state, String decider, String more) {
    return """
        {"id":"refund_1","at":"2026-11-22T08:30:00Z","team":"team_1","kind":"%s","state":"%s",
         "amount":{"minorUnits":1750,"currency":"USD"},
         "reason":{"code":"it","text":"Because of it."},"decidedBy":"%s"%s}
        """
        .formatted(kind, state, decider, more);
  }
}
