package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.ReturnsPage.Choice;
import io.micronaut.json.tree.JsonNode;
import java.util.List;

/// Returns as people read them.
final class ReturnWords {

  static final List<Choice> REASONS =
      List.of(
          new Choice("bad_phone", "The phone number is no private one, or is dead"),
          new Choice("bounced_email", "Mail to the seller comes back"),
          new Choice("duplicate", "We had bought the same home or seller before"),
          new Choice("listing_gone", "The advertisement had ended before we bought it"),
          new Choice("fraud", "The advertisement is a fraud"),
          new Choice("out_of_area", "The home is outside of where we buy"),
          new Choice("wrong_person", "Whoever answers does not sell the home"),
          new Choice("undelivered", "It could not be delivered, and nobody has looked at it"));

  private ReturnWords() {}

  static String reason(JsonNode what) {
    String code = Json.text(what, "reason");
    return REASONS.stream()
        .filter(reason -> reason.code().equals(code))
        .map(Choice::text)
        .findFirst()
        .orElseGet(() -> Words.sentence(code));
  }

  static String state(JsonNode what) {
    return switch (Json.text(what, "state")) {
      case "credited" ->
          Words.money(Json.at(what, "credited").orElse(what))
              + " credited"
              + (Json.text(what, "recalled").equals("true") ? ", before you asked" : "");
      case "refused" -> "Refused";
      case "appealed" -> "Appealed: a person looks at it";
      default -> "A person looks at it";
    };
  }

  static List<String> because(JsonNode what) {
    return Json.list(what, "because").stream().map(why -> Json.text(why, "text")).toList();
  }
}
