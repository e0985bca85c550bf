package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.search.Facet;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Hit;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.MapQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Questions to the index that are asked together.
final class IndexQuestions {
  private static final List<Object> BY_COUNT =
      List.of(Map.of("_count", "desc"), Map.of("_key", "asc"));

  private final List<Map<String, Object>> bodies = new ArrayList<>();

  /// A page in its order. Not counted, so that the index may stop when it has the page.
  void hits(LeadQuery query) {
    Map<String, Object> body = body(query.filter(), query.limit(), false);
    body.put("sort", IndexSort.of(query));
    Hit after = query.after();
    if (after != null) {
      body.put("search_after", List.of(after.sortedBy(), after.leadId().text()));
    }
    bodies.add(body);
  }

  /// How many there are, and how many of each value of the facets.
  void counts(Filter filter, List<Facet> facets) {
    Map<String, Object> body = body(filter, 0, true);
    Map<String, Object> aggregations = new LinkedHashMap<>();
    for (Facet facet : facets) {
      aggregations.put(facet.name(), terms(IndexFilter.field(facet), Facet.MAX_VALUES));
    }
    if (!aggregations.isEmpty()) {
      body.put("aggs", aggregations);
    }
    bodies.add(body);
  }

  void pins(Filter filter) {
    Map<String, Object> body = body(filter, MapQuery.MAX_POINTS, false);
    body.put("sort", List.of(Map.of("lead_id", "asc")));
    body.put("docvalue_fields", List.of("cell", "price"));
    bodies.add(body);
  }

  void squares(Filter filter, int step) {
    Map<String, Object> body = body(filter, 0, false);
    Map<String, Object> squares = new LinkedHashMap<>(terms(square(step), MapQuery.MAX_POINTS));
    squares.put("aggs", Map.of("lowest", Map.of("min", Map.of("field", "price"))));
    body.put("aggs", Map.of("squares", squares));
    bodies.add(body);
  }

  /// As OpenSearch reads several questions: before each, where it goes.
  List<Map<String, Object>> lines(String index) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Map<String, Object> body : bodies) {
      lines.add(Map.of("index", index));
      lines.add(body);
    }
    return lines;
  }

  static String square(int step) {
    return step == 1 ? "cell" : "square_" + step;
  }

  private static Map<String, Object> body(Filter filter, int size, boolean counted) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("query", new IndexFilter(filter).query());
    body.put("size", size);
    body.put("track_total_hits", counted);
    body.put("_source", false);
    return body;
  }

  private static Map<String, Object> terms(String field, int size) {
    return Map.of("terms", Map.of("field", field, "size", size, "order", BY_COUNT));
  }
}
