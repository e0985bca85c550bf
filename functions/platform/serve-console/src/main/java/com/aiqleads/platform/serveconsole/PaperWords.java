package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.PaperPage.Fact;
import com.aiqleads.platform.serveconsole.PaperPage.Line;
import com.aiqleads.platform.serveconsole.ReceiptsPage.Row;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How receipts and invoices read: to the cent, and with nothing of whom a lead is about.
final class PaperWords {

  private static final int CENTS = 2;

  private PaperWords() {}

  static Row row(JsonNode receipt) {
    return new Row(
        Json.text(receipt, "id"),
        Json.text(receipt, "number"),
        Words.time(Json.text(receipt, "at")),
        kind(receipt),
        money(receipt, "total"));
  }

  static PaperPage receipt(JsonNode receipt) {
    String billTo = Json.text(receipt, "billTo");
    return receipt(
        receipt, new Fact("To", billTo.isEmpty() ? "your team" : billTo), ReceiptPages.RECEIPTS);
  }

  /// As an admin of the house reads it, of whichever team.
  static PaperPage paper(JsonNode paper) {
    JsonNode receipt = Json.at(paper, "receipt").orElse(paper);
    String team = Json.text(paper, "team");
    String billTo = Json.text(receipt, "billTo");
    Fact whom = new Fact("To", billTo.isEmpty() ? team : billTo + ", " + team);
    return receipt(
        receipt,
        whom,
        Json.text(receipt, "paper").equals("receipt") ? Viewer.SALES : Viewer.REFUNDS);
  }

  private static PaperPage receipt(JsonNode receipt, Fact whom, Frame.Entry back) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("From", "AIQLeads"));
    facts.add(whom);
    facts.add(new Fact("For", kind(receipt)));
    String original = Json.text(receipt, "original", "number");
    if (!original.isEmpty()) {
      facts.add(new Fact("Of receipt", original));
    }
    facts.add(new Fact("When (UTC)", Words.time(Json.text(receipt, "at"))));
    facts.add(new Fact("Issued (UTC)", Words.time(Json.text(receipt, "issuedAt"))));
    facts.add(money(Json.text(receipt, "paper"), Json.text(receipt, "paidBy")));
    String rate = Json.text(receipt, "taxRate");
    return new PaperPage(
        Words.sentence(Json.text(receipt, "paper")) + " " + Json.text(receipt, "number"),
        facts,
        Json.list(receipt, "lines").stream().map(line -> line(receipt, line)).toList(),
        money(receipt, "net"),
        money(receipt, "tax"),
        rate.equals("0") || rate.isEmpty() ? "Tax" : "Tax, " + rate + " %",
        money(receipt, "total"),
        back);
  }

  private static Fact money(String paper, String way) {
    return paper.equals("receipt")
        ? new Fact("Paid", "by " + way)
        : new Fact("Went back", "to the " + way);
  }

  static PaperPage invoice(JsonNode invoice) {
    return new PaperPage(
        "Invoice " + Json.text(invoice, "number"),
        List.of(
            new Fact("From", "AIQLeads"),
            new Fact("Issued (UTC)", Words.time(Json.text(invoice, "at"))),
            new Fact("State", Words.sentence(Json.text(invoice, "state")))),
        Json.list(invoice, "lines").stream()
            .map(line -> new Line(PlanWords.line(line), money(line, "amount")))
            .toList(),
        money(invoice, "net"),
        money(invoice, "tax"),
        "Tax",
        money(invoice, "total"),
        Viewer.PLAN);
  }

  private static Line line(JsonNode receipt, JsonNode line) {
    String lead = Json.text(line, "lead");
    return new Line(
        lead.isEmpty()
            ? kind(receipt)
            : "Lead %s, %s"
                .formatted(
                    lead, Json.text(line, "mode").equals("exclusive") ? "exclusive" : "shared"),
        money(line, "amount"));
  }

  private static String kind(JsonNode receipt) {
    return switch (Json.text(receipt, "kind")) {
      case "order" -> "Leads";
      case "top_up" -> "Credit for leads";
      case "reinstatement" -> "Credit that a bank gave back";
      case "return" -> "A lead that was given back";
      case "refund" -> "Money that went back to the card";
      default -> Words.sentence(Json.text(receipt, "kind"));
    };
  }

  /// With cents, also if there are none.
  private static String money(JsonNode node, String name) {
    return String.format(
        Locale.US, "$%,.2f", BigDecimal.valueOf(Json.number(node, name, "minorUnits"), CENTS));
  }
}
