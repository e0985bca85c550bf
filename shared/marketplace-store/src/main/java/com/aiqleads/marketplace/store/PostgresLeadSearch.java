package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Found;
import com.aiqleads.marketplace.search.Hit;
import com.aiqleads.marketplace.search.LeadMap;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.LeadSearch;
import com.aiqleads.marketplace.search.MapQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Search without the index: slower, with the same answers.
final class PostgresLeadSearch implements LeadSearch {
  private final Database database;

  PostgresLeadSearch(Database database) {
    this.database = database;
  }

  @Override
  public Found find(LeadQuery query) {
    return database.readOnly(
        () -> {
          SqlCounts counts = SqlCounts.of(database, query.filter());
          return new Found(counts.total(), hits(query), counts.facets());
        });
  }

  @Override
  public LeadMap map(MapQuery query) {
    return database.readOnly(
        () -> {
          long total = count(query.filter());
          return total <= MapQuery.MAX_POINTS
              ? new LeadMap.Leads(total, pins(query.filter()))
              : new LeadMap.Squares(total, query.step(), squares(query.filter(), query.step()));
        });
  }

  private long count(Filter filter) {
    SqlFilter sql = new SqlFilter(filter);
    return database
        .queryOne(
            "select count(*)" + sql.sql(), new Parameters(sql.parameters()), row -> row.getLong(1))
        .orElseThrow();
  }

  private List<Hit> hits(LeadQuery query) {
    SqlFilter filter = new SqlFilter(query.filter());
    SqlSort sort = SqlSort.of(query);
    List<@Nullable Object> parameters = new ArrayList<>(sort.parameters());
    parameters.addAll(filter.parameters());
    String after = "";
    Hit last = query.after();
    if (last != null) {
      after = sort.after();
      parameters.addAll(List.of(last.sortedBy(), last.sortedBy(), last.leadId().value()));
    }
    parameters.add(query.limit());
    String sql =
        "select lead_id, sorted_by from (select o.lead_id, %s as sorted_by %s) found %s %s limit ?"
            .formatted(sort.expression(), filter.sql(), after, sort.orderBy());
    return database.query(
        sql,
        new Parameters(parameters),
        row -> new Hit(new LeadId(row.getObject(1, UUID.class)), row.getLong(2)));
  }

  private List<LeadMap.Pin> pins(Filter filter) {
    SqlFilter sql = new SqlFilter(filter);
    return database.query(
        "select o.lead_id, o.cell, o.price" + sql.sql() + " order by o.lead_id",
        new Parameters(sql.parameters()),
        row ->
            new LeadMap.Pin(
                new LeadId(row.getObject(1, UUID.class)),
                Cell.ofNumber(row.getInt(2)),
                row.getLong(3)));
  }

  private List<LeadMap.Square> squares(Filter filter, int step) {
    SqlFilter sql = new SqlFilter(filter);
    String corner = "floor(o.grid_%s / %d.0)::int * %d";
    String row = corner.formatted("row", step, step);
    String column = corner.formatted("column", step, step);
    List<@Nullable Object> parameters = sql.parameters();
    parameters.add(MapQuery.MAX_POINTS);
    return database.query(
        "select %s, %s, count(*), min(o.price)%s group by 1, 2 order by 3 desc, 1, 2 limit ?"
            .formatted(row, column, sql.sql()),
        new Parameters(parameters),
        found ->
            new LeadMap.Square(
                new Cell(found.getInt(1), found.getInt(2)), found.getLong(3), found.getLong(4)));
  }
}
