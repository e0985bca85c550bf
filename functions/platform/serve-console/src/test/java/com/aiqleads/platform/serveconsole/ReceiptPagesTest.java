package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Papers for money.
class ReceiptPagesTest extends RunningConsole {

  private static final String RECEIPT =
      """
      {'id':'receipt_1','number':'AIQ-C-7','paper':'credit_note','kind':'return',
       'original':{'id':'receipt_0','number':'AIQ-R-3'},'billTo':'Sunny Homes LLC',
       'lines':[{'lead':'lead_01','mode':'exclusive','amount':{'minorUnits':3400}}],
       'net':{'minorUnits':3141},'tax':{'minorUnits':259},'taxRate':'8.25',
       'total':{'minorUnits':3400},'paidBy':'wallet','at':'2026-11-22T10:00:00Z',
       'issuedAt':'2026-11-22T10:01:00Z'}
      """
          .replace('\'', '"');

  @Test
  void showsPapersAsTheyPrint() {
    API.answers("/receipts/receipt_1", 200, RECEIPT);
    API.answers(
        "/receipts/receipt_2",
        200,
        RECEIPT
            .replace("\"lead\":\"lead_01\",", "")
            .replace("\"return\"", "\"top_up\"")
            .replace("8.25", "0"));
    API.answers("/receipts/receipt_9", 404, "{\"detail\":\"Your team has no such receipt.\"}");
    API.answers(
        "/invoices/invoice_1",
        200,
        "{\"number\":\"AIQ-4\",\"state\":\"paid\",\"total\":{\"minorUnits\":4900},"
            + "\"lines\":[{\"what\":\"Plan pro\",\"from\":\"2026-11-22T10:00:00Z\","
            + "\"until\":\"2026-12-22T10:00:00Z\",\"amount\":{\"minorUnits\":4900}}]}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    assertThat(buyer.get("/console/receipts/receipt_1").getBody())
        .contains(
            "Credit note AIQ-C-7",
            "AIQ-R-3",
            "Sunny Homes LLC",
            "Lead lead_01, exclusive",
            "Went back",
            "to the wallet",
            "Tax, 8.25 %",
            "$31.41",
            "$34.00");
    assertThat(buyer.get("/console/receipts/receipt_2").getBody())
        .contains("Credit for leads")
        .doesNotContain("Tax, ");
    assertThat(buyer.get("/console/receipts/receipt_9").getStatusCode()).isEqualTo(404);
    assertThat(buyer.get("/console/invoices/invoice_1").getBody())
        .contains("Invoice AIQ-4", "Plan pro, 2026-11-22 to 2026-12-22", "$49.00");
  }

  @Test
  void showsAdminsThePapersOfAllTeams() {
    API.answers(
        "/papers/receipt_1", 200, "{\"team\":\"team_1\",\"receipt\":%s}".formatted(RECEIPT));
    API.answers(
        "/papers/receipt_2",
        200,
        "{\"team\":\"team_2\",\"receipt\":%s}"
            .formatted(
                RECEIPT
                    .replace("\"billTo\":\"Sunny Homes LLC\",", "")
                    .replace("credit_note", "receipt")));
    API.answers("/papers/receipt_9", 403, "{\"detail\":\"Not for you.\"}");
    Visitor admin = signedIn("admin", "marketplace:read", "marketplace:admin");

    assertThat(admin.get("/console/papers/receipt_1").getBody())
        .contains("Credit note AIQ-C-7", "Sunny Homes LLC, team_1", "Back to: Refunds");
    assertThat(admin.get("/console/papers/receipt_2").getBody())
        .contains("<dd>team_2</dd>", "Back to: Sales")
        .doesNotContain("your team");
    assertThat(admin.get("/console/papers/receipt_9").getStatusCode()).isEqualTo(403);
  }

  @Test
  void listsReceiptsAndNamesTheFirm() {
    API.answers("/receipts", 200, "{\"receipts\":[" + RECEIPT + "],\"next\":5}");
    API.answers("/billing-details", 200, "{\"name\":\"Sunny Homes LLC\",\"state\":\"FL\"}");
    Visitor manager = signedIn("admin", "marketplace:read", "platform:write");

    assertThat(manager.get("/console/receipts").getBody())
        .contains("/console/receipts/receipt_1", "AIQ-C-7", "A lead that was given back")
        .contains("?below=5", "value=\"Sunny Homes LLC\"", "value=\"FL\"");
    Map<String, String> form = Map.of("name", "Sunny Homes Inc", "state", "TX");
    assertThat(Visitor.header(manager.post("/console/receipts/name", form), "location"))
        .isEqualTo("/console/receipts");
    API.answers("PUT /billing-details", 400, "{\"detail\":\"No such state.\"}");
    assertThat(manager.post("/console/receipts/name", form).getBody())
        .contains("No such state.", "value=\"Sunny Homes Inc\"", "value=\"TX\"");
    assertThat(signedIn("analyst", "marketplace:read").get("/console/receipts?below=5").getBody())
        .contains("Sunny Homes LLC")
        .doesNotContain("action=\"/console/receipts/name\"");
    API.answers("/billing-details", 503, "{}");
    assertThat(manager.get("/console/receipts").getStatusCode()).isEqualTo(503);
  }
}
