package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.PlanPage.Invoice;
import com.aiqleads.platform.serveconsole.PlanPage.Offer;
import com.aiqleads.platform.serveconsole.PlanPage.Preview;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How plans, and what they cost, read to people.
final class PlanWords {

  private PlanWords() {}

  static Offer offer(JsonNode plan, String paidPlan) {
    String name = Json.text(plan, "name");
    return new Offer(
        name,
        money(plan, "price"),
        money(plan, "credits"),
        "Holds leads for %s, %,d at a time; extended up to %s%s"
            .formatted(
                Words.plural(Json.number(plan, "holdMinutes"), "minute"),
                Json.number(plan, "openHolds"),
                Words.plural(Json.number(plan, "longestHoldMinutes"), "minute"),
                Json.text(plan, "earlyAccess").equals("true")
                    ? "; may hold at once what is newly on sale"
                    : ""),
        name.equals(paidPlan));
  }

  static @Nullable String paid(JsonNode subscription) {
    return switch (Json.text(subscription, "state")) {
      case "active" ->
          "%s, paid until %s UTC"
              .formatted(
                  Words.sentence(Json.text(subscription, "paidPlan")),
                  Words.time(Json.text(subscription, "until")));
      case "paused" -> Words.sentence(Json.text(subscription, "paidPlan")) + ", paused";
      default -> null;
    };
  }

  static @Nullable String next(JsonNode subscription) {
    String at = Words.time(Json.text(subscription, "next", "at"));
    return switch (Json.text(subscription, "next", "what")) {
      case "change" ->
          "At %s UTC it becomes %s."
              .formatted(at, Words.sentence(Json.text(subscription, "next", "plan")));
      case "pause" -> "It pauses at %s UTC.".formatted(at);
      case "end" -> "It ends at %s UTC.".formatted(at);
      default -> null;
    };
  }

  static @Nullable String overdue(JsonNode subscription) {
    String unpaid = money(subscription, "unpaid");
    return switch (Json.text(subscription, "overdue")) {
      case "warned" ->
          "%s is not paid. Top up the wallet: it is paid within five minutes. After two weeks your team has the limits of the free plan, after three the plan ends."
              .formatted(unpaid);
      case "blocked" ->
          "%s is not paid: your team has the limits of the free plan until it is. Top up the wallet: it is paid within five minutes, and you have your plan again."
              .formatted(unpaid);
      case "lost" -> "%s was not paid in time: the plan ends.".formatted(unpaid);
      default -> null;
    };
  }

  static @Nullable String parked(JsonNode subscription) {
    return switch (Json.text(subscription, "parked", "why")) {
      case "stood_still" ->
          "More than a month went by without a renewal, which is our fault. Nothing of it is billed; somebody of ours looks at it.";
      case "billed_before" ->
          "The next month was billed already. Nothing more is billed; somebody of ours looks at it.";
      case "too_many_items" ->
          "More was billed within a day than can be right. Nothing more is billed; somebody of ours looks at it.";
      default -> null;
    };
  }

  static Preview preview(String plan, Answer quote) {
    JsonNode body = quote.body();
    return switch (quote.text("outcome")) {
      case "now" ->
          new Preview(
              plan,
              "%s now, from what is in the wallet, until %s UTC; %s of it comes back as credit for leads until then."
                  .formatted(
                      money(body, "total"),
                      Words.time(quote.text("until")),
                      money(body, "credits")),
              true);
      case "later" ->
          new Preview(
              plan,
              "Nothing now. It begins at %s UTC, when what is paid for is over."
                  .formatted(Words.time(quote.text("at"))),
              true);
      case "too_little_credit" ->
          new Preview(
              plan,
              "%s now; your team has paid in %s that it can spend. Top up the wallet first: gifts and included credit buy leads only."
                  .formatted(money(body, "total"), money(body, "purchased")),
              false);
      case "unchanged" -> new Preview(plan, "Nothing: it is what your team has.", false);
      default -> new Preview(plan, Refusal.said(quote), false);
    };
  }

  static Invoice invoice(JsonNode invoice) {
    List<JsonNode> lines = Json.list(invoice, "lines");
    return new Invoice(
        Json.text(invoice, "id"),
        Json.text(invoice, "number"),
        Words.time(Json.text(invoice, "at")),
        lines.stream().map(PlanWords::line).collect(Collectors.joining("; ")),
        money(invoice, "total"),
        Words.sentence(Json.text(invoice, "state")));
  }

  static String money(JsonNode node, String name) {
    return Words.dollars(Json.number(node, name, "minorUnits"));
  }

  static String line(JsonNode line) {
    return "%s, %s to %s"
        .formatted(
            Json.text(line, "what"), day(Json.text(line, "from")), day(Json.text(line, "until")));
  }

  private static String day(String instant) {
    return instant.substring(0, Math.min(10, instant.length()));
  }
}
