package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.LeadDetails.Fact;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes of a lead's lineage which advertisement speaks for what, and why.
final class OriginAnswers {

  private OriginAnswers() {}

  static List<Fact> facts(JsonNode lineage) {
    Map<String, String> sources = new HashMap<>();
    Json.list(lineage, "listings")
        .forEach(
            listing -> sources.put(Json.text(listing, "listingId"), Json.text(listing, "source")));
    List<Fact> facts = new ArrayList<>();
    Json.list(lineage, "survivors").forEach(survivor -> facts.add(survivor(survivor, sources)));
    Json.list(lineage, "splits").forEach(split -> facts.add(split(split)));
    return facts;
  }

  private static Fact survivor(JsonNode survivor, Map<String, String> sources) {
    List<String> speakers =
        Json.list(survivor, "listingIds").stream()
            .map(JsonNode::coerceStringValue)
            .map(listing -> sources.getOrDefault(listing, listing))
            .distinct()
            .toList();
    return new Fact(
        Words.named(Json.text(survivor, "field")),
        "%s. %s".formatted(Words.listed(speakers), Json.text(survivor, "why")));
  }

  private static Fact split(JsonNode split) {
    return new Fact(
        "Taken apart",
        "%s by %s: %s. %s became a lead of its own."
            .formatted(
                Words.moment(Json.text(split, "at")),
                Json.text(split, "person"),
                Json.text(split, "reason"),
                Json.text(split, "partId")));
  }
}
