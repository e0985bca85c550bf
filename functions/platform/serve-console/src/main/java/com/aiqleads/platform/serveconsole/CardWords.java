package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.WalletCard.Charge;
import com.aiqleads.platform.serveconsole.WalletCard.Consent;
import com.aiqleads.platform.serveconsole.WalletCard.Filling;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the API says of a saved card, as people read it.
final class CardWords {

  private static final int CENTS = 2;

  private CardWords() {}

  static WalletCard card(Answer card, Answer filling, boolean mayChange) {
    String page = card.text("page");
    return new WalletCard(
        Json.at(card.body(), "card").map(CardWords::name).orElse(null),
        page.isEmpty() ? null : page,
        mayChange,
        consent(card.body()),
        filling(filling.body()),
        Json.list(filling.body(), "charges").stream().map(CardWords::charge).toList());
  }

  private static String name(JsonNode card) {
    return "%s ending in %s, good until %s"
        .formatted(
            Words.sentence(Json.text(card, "brand")),
            Json.text(card, "lastFour"),
            Json.text(card, "expires"));
  }

  private static Consent consent(JsonNode body) {
    return Json.at(body, "consent")
        .map(it -> new Consent(Json.text(it, "version"), Json.text(it, "text")))
        .orElseGet(() -> new Consent("", ""));
  }

  private static Filling filling(JsonNode body) {
    boolean isOn =
        Json.at(body, "on")
            .filter(JsonNode::isBoolean)
            .map(JsonNode::getBooleanValue)
            .orElse(false);
    return new Filling(
        isOn,
        isOn ? on(body) : off(Json.text(body, "stopped")),
        dollars(body, "threshold", "50"),
        dollars(body, "amount", "100"),
        dollars(body, "monthlyCap", "500"),
        consent(body));
  }

  private static String on(JsonNode body) {
    return "It is on: with less than %s to spend, %s is added, at most %s a month."
        .formatted(money(body, "threshold"), money(body, "amount"), money(body, "monthlyCap"));
  }

  private static String off(String why) {
    return switch (why) {
      case "" -> "It is off.";
      case "by_team" -> "It is off, since somebody of your team switched it off.";
      case "no_card" -> "It is off, since there is no saved card.";
      case "card_expired" -> "It is off, since the saved card has expired.";
      case "card_refused" -> "It is off, since the bank will not pay by the saved card.";
      case "taken_back" ->
          "It is off, since what was taken from the card was given back, or is contested.";
      default -> "It is off, since the bank did not pay three times in a row.";
    };
  }

  private static Charge charge(JsonNode charge) {
    String reason = Json.text(charge, "reason");
    String outcome =
        switch (Json.text(charge, "outcome")) {
          case "paid" -> "Paid";
          case "failed" -> unpaid(reason);
          default -> "Not known yet";
        };
    return new Charge(
        Words.time(Json.text(charge, "at")),
        Json.text(charge, "cause").equals("renewal") ? "For the plan" : "Automatic top-up",
        money(charge, "amount"),
        outcome);
  }

  private static String unpaid(String reason) {
    return switch (reason) {
      case "never begun", "withdrawn" -> "Not taken: no bank was asked";
      default -> "Not paid: " + Words.sentence(reason);
    };
  }

  private static String money(JsonNode body, String name) {
    return Words.money(Json.at(body, name).orElse(body));
  }

  private static String dollars(JsonNode body, String name, String usual) {
    Optional<JsonNode> money = Json.at(body, name);
    return money
        .map(it -> BigDecimal.valueOf(Json.number(it, "minorUnits"), CENTS))
        .map(it -> it.stripTrailingZeros().toPlainString())
        .orElse(usual);
  }

  /// Whatever is no amount is refused by the API.
  static Object cents(@Nullable String dollars) {
    try {
      return new BigDecimal(dollars == null ? "" : dollars.strip().replace(",", ""))
          .movePointRight(CENTS);
    } catch (NumberFormatException _) {
      return BigDecimal.ONE.negate();
    }
  }
}
