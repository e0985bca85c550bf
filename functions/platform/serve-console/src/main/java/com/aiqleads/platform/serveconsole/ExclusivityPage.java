package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.json.tree.JsonNode;
import java.util.List;

/// What stands on the page of receipts: what somebody shows, what we say of it, and one's own.
///
/// @param verdict in words; empty before something was shown
/// @param refusal why it is no receipt of ours
public record ExclusivityPage(
    String receipt, String verdict, List<Fact> facts, String refusal, List<Own> own) {

  /// What the receipt says.
  public record Fact(String name, String value) {}

  /// Of a lead that the viewer's team bought alone.
  public record Own(String lead, String verdict, String receipt) {}

  static ExclusivityPage empty(List<Own> own) {
    return new ExclusivityPage("", "", List.of(), "", own);
  }

  static ExclusivityPage of(String receipt, Answer answer, List<Own> own) {
    return answer.succeeded()
        ? new ExclusivityPage(receipt, answer.text("text"), facts(answer.body()), "", own)
        : new ExclusivityPage(receipt, "", List.of(), Refusal.said(answer), own);
  }

  private static List<Fact> facts(JsonNode says) {
    String until = Json.text(says, "until");
    return List.of(
        new Fact("Lead", Json.text(says, "leadId")),
        new Fact("Sold to one buyer alone", Words.time(Json.text(says, "from")) + " UTC"),
        new Fact("Until", until.isEmpty() ? "for good" : Words.time(until) + " UTC"),
        new Fact("Sold to others before", Words.plural(Json.number(says, "soldBefore"), "time")));
  }

  static List<Own> receipts(Answer answer) {
    return Json.list(answer.body(), "receipts").stream()
        .map(
            receipt ->
                new Own(
                    Json.text(receipt, "says", "leadId"),
                    Json.text(receipt, "says", "text"),
                    Json.text(receipt, "receipt")))
        .toList();
  }
}
