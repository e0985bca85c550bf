package com.aiqleads.platform.serveconsole;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How answers of the API read to people.
final class Words {

  private static final int CENTS = 2;

  private Words() {}

  static String money(JsonNode money) {
    return dollars(Json.number(money, "minorUnits"));
  }

  static String dollars(long cents) {
    BigDecimal amount = BigDecimal.valueOf(Math.abs(cents), CENTS);
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    String text = String.format(Locale.US, whole ? "$%,.0f" : "$%,.2f", amount);
    return cents < 0 ? "\u2212" + text : text;
  }

  static String askingPrice(JsonNode lead) {
    return Json.at(lead, "askingPrice").map(Words::money).orElse("nothing said");
  }

  static String place(JsonNode lead) {
    return Json.text(lead, "city") + ", " + Json.text(lead, "state") + " " + Json.text(lead, "zip");
  }

  static String property(JsonNode property) {
    List<String> facts = new ArrayList<>();
    facts.add(sentence(Json.text(property, "type")));
    add(facts, property, "bedrooms", "bed", "beds");
    add(facts, property, "bathrooms", "bath", "baths");
    long sqft = Json.number(property, "livingAreaSqft");
    if (sqft > 0) {
      facts.add(String.format(Locale.US, "%,d sq ft", sqft));
    }
    String year = Json.text(property, "yearBuilt");
    if (!year.isEmpty()) {
      facts.add("built " + year);
    }
    return String.join(" · ", facts);
  }

  static String sources(JsonNode lead) {
    return "on "
        + listed(Json.list(lead, "sources").stream().map(JsonNode::getStringValue).toList());
  }

  /// As people say it: one, another and a third.
  static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  static String age(Instant firstSeen, Instant now) {
    long hours = Math.max(0, Duration.between(firstSeen, now).toHours());
    if (hours < 1) {
      return "seen just now";
    }
    long days = hours / 24;
    return days == 0
        ? "seen " + plural(hours, "hour") + " ago"
        : "seen " + plural(days, "day") + " ago";
  }

  /// To the second, in UTC.
  static String time(String instant) {
    return instant.replace('T', ' ').replaceFirst("(\\.[0-9]*)?Z$", "");
  }

  /// The same in a sentence, where no heading says UTC.
  static String moment(String instant) {
    return time(instant) + " UTC";
  }

  /// Of a lead without a free slot: whether waiting helps. Who holds it may be the viewer's team.
  static String taken(JsonNode lead) {
    String freeAt = Json.text(lead, "slots", "freeAt");
    long waiting = Json.number(lead, "slots", "waiting");
    if (waiting > 0) {
      return "held, and " + plural(waiting, "team") + " waiting";
    }
    return freeAt.isEmpty() ? "sold" : "held, free at " + moment(freeAt);
  }

  /// What keeps the viewer's team from holding a lead now; nothing if nothing does.
  static @Nullable String standing(JsonNode lead) {
    String opensAt = Json.text(lead, "opensAt");
    if (!opensAt.isEmpty()) {
      return "New: open to your plan at " + moment(opensAt);
    }
    return Json.number(lead, "slots", "free") > 0 ? null : "All " + taken(lead);
  }

  static String plural(long count, String one) {
    return count + " " + (count == 1 ? one : one + "s");
  }

  static List<String> reasons(JsonNode scored) {
    return Json.list(scored, "reasons").stream().map(reason -> Json.text(reason, "text")).toList();
  }

  static String sentence(String word) {
    String plain = word.replace('_', ' ');
    return plain.isEmpty()
        ? plain
        : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
  }

  /// `livingAreaSqft` is "Living area sqft".
  static String named(String field) {
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < field.length(); at++) {
      char letter = field.charAt(at);
      words.append(Character.isUpperCase(letter) ? " " : "").append(Character.toLowerCase(letter));
    }
    return sentence(words.toString());
  }

  private static void add(
      List<String> facts, JsonNode property, String name, String one, String more) {
    String value = Json.text(property, name);
    if (!value.isEmpty()) {
      facts.add(value + " " + (value.equals("1") ? one : more));
    }
  }
}
