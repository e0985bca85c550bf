package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.search.Facet;
import com.aiqleads.marketplace.search.FacetValue;
import com.aiqleads.marketplace.search.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many leads there are, and how many of each value of each facet. All facets in which nothing
/// is chosen are counted in one pass over the leads, each other one in a pass of its own.
final class SqlCounts {
  private static final Comparator<FacetValue> MOST_FIRST =
      Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::value);

  private final Database database;
  private final Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
  private long total;

  private SqlCounts(Database database) {
    this.database = database;
  }

  static SqlCounts of(Database database, Filter filter) {
    SqlCounts counts = new SqlCounts(database);
    counts.count(
        filter,
        Arrays.stream(Facet.values())
            .filter(facet -> !filter.chosen().containsKey(facet))
            .toList());
    long total = counts.total;
    filter.chosen().keySet().forEach(facet -> counts.count(filter.without(facet), List.of(facet)));
    counts.total = total;
    return counts;
  }

  long total() {
    return total;
  }

  Map<Facet, List<FacetValue>> facets() {
    Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(
          facet,
          counts.getOrDefault(facet, Map.of()).entrySet().stream()
              .map(value -> new FacetValue(value.getKey(), value.getValue()))
              .sorted(MOST_FIRST)
              .limit(Facet.MAX_VALUES)
              .toList());
    }
    return facets;
  }

  /// Each row is one value of one facet, and the others are null; or all are, for the total.
  private void count(Filter filter, List<Facet> facets) {
    SqlFilter sql = new SqlFilter(filter);
    List<String> columns = facets.stream().map(facet -> "o." + SqlFilter.column(facet)).toList();
    String sets =
        columns.stream().map(column -> "(" + column + "), ").collect(Collectors.joining());
    String selected = columns.stream().map(column -> column + ", ").collect(Collectors.joining());
    database.query(
        "select " + selected + "count(*)" + sql.sql() + " group by grouping sets (" + sets + "())",
        new Parameters(sql.parameters()),
        row -> read(row, facets));
  }

  private boolean read(ResultSet row, List<Facet> facets) throws SQLException {
    long leads = row.getLong(facets.size() + 1);
    for (int position = 0; position < facets.size(); position++) {
      Facet facet = facets.get(position);
      if (row.getObject(position + 1) != null) {
        for (String value : values(row, facet, position + 1)) {
          counts.computeIfAbsent(facet, _ -> new HashMap<>()).merge(value, leads, Long::sum);
        }
        return true;
      }
    }
    total = leads;
    return true;
  }

  /// Leads with the same sources are one row; each of the sources has them all.
  private static List<String> values(ResultSet row, Facet facet, int position) throws SQLException {
    return facet == Facet.SOURCE
        ? List.of((String[]) row.getArray(position).getArray())
        : List.of(row.getString(position));
  }
}
