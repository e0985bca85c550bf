package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.BoxCells;
import com.aiqleads.marketplace.search.CircleCover;
import com.aiqleads.marketplace.search.Facet;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// [Filter] in OpenSearch's query language: conditions only, nothing is ranked. Of a withdrawn lead
/// only the version is kept, so what is on sale is what has a price.
record IndexFilter(Filter filter) {

  Map<String, Object> query() {
    List<Object> conditions = new ArrayList<>();
    conditions.add(clause("exists", "field", "price"));
    conditions.addAll(conditions());
    Instant moment = filter.availableAt();
    return moment == null
        ? Map.of("bool", Map.of("filter", conditions))
        : Map.of("bool", Map.of("filter", conditions, "must_not", fullAt(moment)));
  }

  /// All that is asked of what a lead is.
  private List<Object> conditions() {
    List<Object> conditions = new ArrayList<>(words());
    range("price", filter.price(), conditions);
    range("asking", filter.asking(), conditions);
    if (filter.area() instanceof Area.Within(var box)) {
      BoxCells cells = BoxCells.of(box);
      conditions.add(between("grid_row", cells.firstRow(), cells.lastRow()));
      conditions.add(between("grid_column", cells.firstColumn(), cells.lastColumn()));
    }
    return conditions;
  }

  /// What is asked of its words, of its facets, and whether it is in a circle: all that is looked
  /// up, and not compared.
  List<Object> words() {
    List<Object> conditions = new ArrayList<>();
    filter.words().forEach(word -> conditions.add(clause("term", "words", word)));
    filter
        .chosen()
        .forEach(
            (facet, values) -> conditions.add(clause("terms", field(facet), List.copyOf(values))));
    if (filter.area() instanceof Area.Near near) {
      List<Object> squares = new ArrayList<>();
      CircleCover.of(near)
          .forEach(
              (size, corners) ->
                  squares.add(clause("terms", IndexQuestions.square(size.step()), corners)));
      conditions.add(Map.of("bool", Map.of("should", squares, "minimum_should_match", 1)));
    }
    return conditions;
  }

  /// What was never full has no time of it.
  private static Map<String, Object> fullAt(Instant moment) {
    return clause("range", "full_until", Map.of("gt", moment.toEpochMilli()));
  }

  static String field(Facet facet) {
    return SqlFilter.column(facet);
  }

  private static void range(String field, Range range, List<Object> conditions) {
    if (range.equals(Range.ALL)) {
      return;
    }
    Map<String, Object> limits = new LinkedHashMap<>();
    if (range.from() != null) {
      limits.put("gte", range.from());
    }
    if (range.to() != null) {
      limits.put("lte", range.to());
    }
    conditions.add(clause("range", field, limits));
  }

  private static Map<String, Object> between(String field, int first, int last) {
    return clause("range", field, Map.of("gte", first, "lte", last));
  }

  static Map<String, Object> clause(String kind, String field, Object value) {
    return Map.of(kind, Map.of(field, value));
  }
}
