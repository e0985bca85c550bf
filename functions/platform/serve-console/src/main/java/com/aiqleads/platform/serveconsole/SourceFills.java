package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.SourceHealthPage.Fill;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How often fields are filled, of pages of one kind each: a company's page says other things than
/// a posting, and what it never says has not fallen.
///
/// @param usual by the kind of pages, then by field
/// @param batches those in which something was read, the newest last
record SourceFills(Map<String, Map<String, Double>> usual, List<JsonNode> batches) {

  /// So much less than usual is worth a colour.
  private static final long MUCH_LESS = 20;

  static SourceFills of(JsonNode source) {
    Map<String, Map<String, Double>> usual = new TreeMap<>();
    for (JsonNode scope : Json.list(source, "scopes")) {
      Map<String, Double> ofKind =
          usual.computeIfAbsent(Json.text(scope, "kind"), _ -> new TreeMap<>());
      Json.fields(scope, "usualFill")
          .forEach(
              field -> ofKind.merge(field.getKey(), field.getValue().getDoubleValue(), Math::max));
    }
    return new SourceFills(
        usual,
        Json.list(source, "batches").stream()
            .filter(batch -> !Json.fields(batch, "fill").isEmpty())
            .toList());
  }

  List<Fill> fills() {
    return usual.keySet().stream()
        .flatMap(kind -> last(kind).stream().flatMap(batch -> fills(kind, batch)))
        .toList();
  }

  private Optional<JsonNode> last(String kind) {
    return batches.reversed().stream()
        .filter(batch -> Json.text(batch, "kind").equals(kind))
        .findFirst();
  }

  /// What a batch does not tell of is made of two fields, and no field of a page.
  private Stream<Fill> fills(String kind, JsonNode batch) {
    return usualOf(batch)
        .filter(field -> field.getValue() > 0 || filled(batch, field.getKey()) > 0)
        .map(field -> fill(kind, field.getKey(), field.getValue(), filled(batch, field.getKey())));
  }

  private Stream<Map.Entry<String, Double>> usualOf(JsonNode batch) {
    return usual.getOrDefault(Json.text(batch, "kind"), Map.of()).entrySet().stream()
        .filter(field -> Json.at(batch, "fill", field.getKey()).isPresent());
  }

  private Fill fill(String kind, String field, double usual, double last) {
    long usually = Math.round(100 * usual);
    long lately = Math.round(100 * last);
    String name = field.replace('-', ' ');
    return new Fill(
        this.usual.size() > 1 ? kind + ": " + name : name,
        usually,
        lately,
        lately < usually - MUCH_LESS);
  }

  private static double filled(JsonNode batch, String field) {
    return Json.decimal(batch, "fill", field);
  }

  /// Of each batch the share of those fields that its kind of pages has.
  Chart chart() {
    return new Chart(
        "Share of the usual fields that were filled",
        batches.stream().map(this::share).toList(),
        batches.stream().map(batch -> !"true".equals(Json.text(batch, "passed"))).toList());
  }

  private double share(JsonNode batch) {
    return usualOf(batch)
        .filter(field -> field.getValue() > 0)
        .mapToDouble(field -> filled(batch, field.getKey()))
        .average()
        .orElse(0);
  }
}
