package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.LeadSearch.Facet;
import com.aiqleads.platform.serveconsole.LeadSearch.Line;
import com.aiqleads.platform.serveconsole.LeadSearch.Option;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes the search page of the API's answer.
final class SearchAnswers {

  private static final int MAX_OPTIONS = 8;

  private static final Map<String, String> FACETS =
      inOrder(
          "city", "City",
          "type", "Type",
          "beds", "Bedrooms",
          "priceBand", "Price of the lead",
          "qualityBand", "Quality",
          "source", "Found on");

  /// What else may be asked for, as the form calls it.
  private static final Map<String, String> FIELDS =
      Map.of(
          "q", "Words",
          "minPrice", "Price of the lead from, in dollars",
          "maxPrice", "Price of the lead to, in dollars",
          "minAsking", "Asking price from, in dollars",
          "maxAsking", "Asking price to, in dollars",
          "near", "Around",
          "radiusKm", "Radius in kilometres",
          "box", "Part of the map");

  /// Those whose values rise; of the others the commonest come first.
  private static final Set<String> RISING = Set.of("beds", "priceBand");

  /// A price band is called "under-10" or "from-10-to-20".
  private static final Comparator<Option> FROM_THE_LOWEST =
      Comparator.comparing(option -> option.value().replace("under-", ""));

  private static final Map<String, String> SORTS =
      inOrder(
          "newest", "Newest first",
          "price", "Cheapest first",
          "-price", "Dearest first",
          "quality", "Best first",
          "distance", "Nearest first");

  private SearchAnswers() {}

  static LeadSearch found(JsonNode page, Query query, Instant now) {
    String next = Json.text(page, "next");
    return new LeadSearch(
        query.values(),
        Json.list(page, "facets").stream().map(SearchAnswers::facet).toList(),
        sorts(query),
        String.format(Locale.US, "%,d", Json.number(page, "total")),
        Json.list(page, "leads").stream().map(lead -> line(lead, now)).toList(),
        Json.text(page, "answeredBy").equals("database")
            ? "The search index is being rebuilt; the database answers meanwhile."
            : null,
        query.has("cursor") ? "/console/leads" + query.without("cursor").text() : null,
        next.isEmpty() ? null : "/console/leads" + query.with("cursor", next).text(),
        null);
  }

  static LeadSearch refused(Refusal refusal, Query query) {
    return new LeadSearch(
        query.values(), List.of(), sorts(query), "0", List.of(), null, null, null, refusal);
  }

  /// How a part of a search is called on the screen.
  static String field(String name) {
    return FACETS.getOrDefault(name, FIELDS.getOrDefault(name, Words.sentence(name)));
  }

  /// The commonest values and all that are chosen.
  private static Facet facet(JsonNode facet) {
    String name = Json.text(facet, "name");
    List<Option> options =
        Json.list(facet, "values").stream()
            .map(
                value ->
                    new Option(
                        Json.text(value, "value"),
                        Json.text(value, "label"),
                        Json.text(value, "count"),
                        Json.text(value, "chosen").equals("true")))
            .toList();
    List<Option> common = options.stream().limit(MAX_OPTIONS).toList();
    return new Facet(
        name,
        field(name),
        options.stream()
            .filter(option -> option.chosen() || common.contains(option))
            .sorted(RISING.contains(name) ? FROM_THE_LOWEST : (_, _) -> 0)
            .toList());
  }

  private static List<Option> sorts(Query query) {
    String chosen = query.has("sort") ? query.value("sort") : "newest";
    return SORTS.entrySet().stream()
        .filter(sort -> query.has("near") || !sort.getKey().equals("distance"))
        .map(sort -> new Option(sort.getKey(), sort.getValue(), "", sort.getKey().equals(chosen)))
        .toList();
  }

  private static Line line(JsonNode lead, Instant now) {
    return new Line(
        Json.text(lead, "leadId"),
        Json.text(lead, "headline"),
        Words.money(Json.at(lead, "price", "amount").orElse(lead)),
        Words.place(lead),
        Words.property(Json.at(lead, "property").orElse(lead)),
        Json.text(lead, "quality", "band"),
        Words.sentence(Json.text(lead, "quality", "band"))
            + ", "
            + Json.text(lead, "quality", "points"),
        Words.askingPrice(lead),
        Words.sources(lead),
        Words.age(Instant.parse(Json.text(lead, "firstSeenAt")), now),
        Words.standing(lead));
  }

  private static Map<String, String> inOrder(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
