package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.BoxCells;
import com.aiqleads.marketplace.search.CellRange;
import com.aiqleads.marketplace.search.CircleCells;
import com.aiqleads.marketplace.search.Facet;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Range;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// [Filter] in SQL. What came from outside is always a parameter.
final class SqlFilter {
  private final StringBuilder from = new StringBuilder("offers o");
  private final StringBuilder where = new StringBuilder("o.standing = 'ON_SALE'");
  private final List<@Nullable Object> areaParameters = new ArrayList<>();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  SqlFilter(Filter filter) {
    area(filter.area());
    if (!filter.words().isEmpty()) {
      and("o.words @> ?::text[]", (Object) filter.words().toArray(String[]::new));
    }
    filter.chosen().forEach(this::chosen);
    range("o.price", filter.price());
    range("o.asking", filter.asking());
    available(filter.availableAt());
  }

  String sql() {
    return " from " + from + " where " + where;
  }

  /// In the order of [#sql].
  List<@Nullable Object> parameters() {
    List<@Nullable Object> all = new ArrayList<>(areaParameters);
    all.addAll(parameters);
    return all;
  }

  static String column(Facet facet) {
    return switch (facet) {
      case CITY -> "city";
      case TYPE -> "type";
      case BEDS -> "beds";
      case PRICE_BAND -> "price_band";
      case QUALITY_BAND -> "quality_band";
      case SOURCE -> "sources";
    };
  }

  private void area(Area area) {
    switch (area) {
      case Area.Everywhere _ -> {}
      case Area.Within(var box) -> {
        BoxCells cells = BoxCells.of(box);
        and("o.grid_row between ? and ?", cells.firstRow(), cells.lastRow());
        and("o.grid_column between ? and ?", cells.firstColumn(), cells.lastColumn());
      }
      case Area.Near near -> {
        List<CellRange> ranges = CircleCells.of(near);
        from.append(
            " join unnest(?::int[], ?::int[]) as near (first_cell, last_cell)"
                + " on o.cell between near.first_cell and near.last_cell");
        areaParameters.add(ranges.stream().map(CellRange::first).toArray(Integer[]::new));
        areaParameters.add(ranges.stream().map(CellRange::last).toArray(Integer[]::new));
      }
    }
  }

  private void chosen(Facet facet, Set<String> values) {
    String column = "o." + column(facet);
    String condition = facet == Facet.SOURCE ? " && ?::text[]" : " = any(?::text[])";
    and(column + condition, (Object) values.toArray(String[]::new));
  }

  /// Asks the slots themselves, which are right at any moment.
  private void available(@Nullable Instant moment) {
    if (moment != null) {
      and("full_until(o.lead_id) <= ?", moment.atOffset(ZoneOffset.UTC));
    }
  }

  private void range(String column, Range range) {
    if (range.from() != null) {
      and(column + " >= ?", range.from());
    }
    if (range.to() != null) {
      and(column + " <= ?", range.to());
    }
  }

  private void and(String condition, Object... values) {
    where.append(" and ").append(condition);
    parameters.addAll(List.of(values));
  }
}
