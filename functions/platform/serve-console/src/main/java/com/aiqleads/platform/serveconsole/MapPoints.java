package com.aiqleads.platform.serveconsole;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The API's map as GeoJSON, which MapLibre draws: leads one by one, or counted in squares.
final class MapPoints {

  private MapPoints() {}

  static Map<String, Object> of(JsonNode map) {
    return Map.of(
        "type",
        "FeatureCollection",
        "features",
        Stream.concat(
                Json.list(map, "leads").stream()
                    .map(
                        pin ->
                            feature(
                                pin,
                                Map.of(
                                    "id", Json.text(pin, "id"),
                                    "label", price(pin, "price"),
                                    "count", 1))),
                Json.list(map, "squares").stream()
                    .map(
                        square ->
                            feature(
                                square,
                                Map.of(
                                    "label",
                                    "from " + price(square, "lowestPrice"),
                                    "count",
                                    Json.number(square, "count")))))
            .toList());
  }

  private static String price(JsonNode node, String name) {
    return Json.at(node, name).map(Words::money).orElse("");
  }

  private static Map<String, Object> feature(JsonNode node, Map<String, Object> properties) {
    return Map.of(
        "type",
        "Feature",
        "geometry",
        Map.of(
            "type",
            "Point",
            "coordinates",
            List.of(
                Json.decimal(node, "location", "longitude"),
                Json.decimal(node, "location", "latitude"))),
        "properties",
        properties);
  }
}
