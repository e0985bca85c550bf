package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.Sort;
import java.util.List;
import java.util.Map;

/// The order of the answer in OpenSearch's query language.
final class IndexSort {
  /// [com.aiqleads.kernel.GeoPoint#distanceKm] in whole metres. A script, since the ready-made
  /// distance sort is off by centimetres: leads at equal distances would change places with the
  /// store that is asked. It runs for the leads of the circle only.
  private static final String METRES =
      """
      double halfLatitude =
        Math.sin(Math.toRadians(doc['grid_row'].value / 100.0 - params.latitude) / 2);
      double halfLongitude =
        Math.sin(Math.toRadians(doc['grid_column'].value / 100.0 - params.longitude) / 2);
      double chord = halfLatitude * halfLatitude
        + Math.cos(Math.toRadians(params.latitude))
          * Math.cos(Math.toRadians(doc['grid_row'].value / 100.0))
          * halfLongitude * halfLongitude;
      return Math.floor(12742017.6 * Math.asin(Math.min(1, Math.sqrt(chord))) + 0.5);
      """;

  private IndexSort() {}

  static List<Object> of(LeadQuery query) {
    return List.of(first(query), Map.of("lead_id", "asc"));
  }

  private static Map<String, Object> first(LeadQuery query) {
    String order = query.sort().isDescending() ? "desc" : "asc";
    if (query.sort() == Sort.NEAREST
        && query.filter().area() instanceof Area.Near(GeoPoint center, _)) {
      Map<String, Object> script =
          Map.of(
              "lang",
              "painless",
              "source",
              METRES,
              "params",
              Map.of("latitude", center.latitude(), "longitude", center.longitude()));
      return Map.of("_script", Map.of("type", "number", "script", script, "order", order));
    }
    return Map.of(field(query.sort()), order);
  }

  private static String field(Sort sort) {
    return switch (sort) {
      case NEWEST -> "first_seen";
      case CHEAPEST, DEAREST -> "price";
      case BEST -> "quality";
      case NEAREST -> throw new IllegalArgumentException("near to what?");
    };
  }
}
