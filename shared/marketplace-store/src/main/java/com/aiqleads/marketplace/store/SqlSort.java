package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of the answer: an expression, and which way it goes.
record SqlSort(String expression, boolean descending, List<@Nullable Object> parameters) {
  /// [GeoPoint#distanceKm] in whole metres.
  private static final String METRES =
      """
      floor(12742017.6 * asin(least(1, sqrt(
        power(sin(radians(o.grid_row / 100.0::float8 - ?::float8) / 2), 2)
        + cos(radians(?::float8)) * cos(radians(o.grid_row / 100.0::float8))
          * power(sin(radians(o.grid_column / 100.0::float8 - ?::float8) / 2), 2)))) + 0.5)::bigint
      """;

  static SqlSort of(LeadQuery query) {
    boolean descending = query.sort().isDescending();
    if (query.sort() == Sort.NEAREST
        && query.filter().area() instanceof Area.Near(GeoPoint center, _)) {
      List<@Nullable Object> place = new ArrayList<>();
      place.add(center.latitude());
      place.add(center.latitude());
      place.add(center.longitude());
      return new SqlSort(METRES, descending, place);
    }
    return new SqlSort(column(query.sort()), descending, List.of());
  }

  private static String column(Sort sort) {
    return switch (sort) {
      case NEWEST -> "o.first_seen";
      case CHEAPEST, DEAREST -> "o.price";
      case BEST -> "o.quality";
      case NEAREST -> throw new IllegalArgumentException("near to what?");
    };
  }

  String after() {
    String beyond = descending ? "<" : ">";
    return "where (sorted_by %s ? or (sorted_by = ? and lead_id > ?))".formatted(beyond);
  }

  String orderBy() {
    return "order by sorted_by" + (descending ? " desc" : "") + ", lead_id";
  }
}
