package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.search.Catalog;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.IndexedLead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class PostgresCatalog implements Catalog {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String COLUMNS =
      """
      select offers.lead_id, version, revision, words, city, type, beds, price_band, quality_band, sources, price,
        asking, quality, first_seen, cell, standing = 'ON_SALE' as on_sale,
        a.change, a.full_until
      from offers left join availability a on a.lead_id = offers.lead_id
      """;
  private static final String PAGE =
      COLUMNS + "where offers.lead_id > ? order by offers.lead_id limit ?";
  private static final String CHANGES =
      COLUMNS
          + """
          where (offers.changed_at >= ? or a.changed_at >= ?) and offers.lead_id > ?
          order by offers.lead_id limit ?
          """;

  private final Database database;

  PostgresCatalog(Database database) {
    this.database = database;
  }

  @Override
  public List<IndexChange> page(@Nullable LeadId after, int limit) {
    return changes(PAGE, Parameters.of(uuid(after), limit));
  }

  @Override
  public List<IndexChange> changes(@Nullable LeadId after, Instant since, int limit) {
    OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
    return changes(CHANGES, Parameters.of(from, from, uuid(after), limit));
  }

  /// What search knows of these leads, which are on sale.
  List<IndexedLead> of(UUID[] leads) {
    return database.query(
        COLUMNS + "where offers.lead_id = any (?) order by offers.lead_id",
        Parameters.of((Object) leads),
        PostgresCatalog::lead);
  }

  private static UUID uuid(@Nullable LeadId after) {
    return after == null ? BEFORE_ALL : after.value();
  }

  private List<IndexChange> changes(String sql, Parameters parameters) {
    return database.query(sql, parameters, PostgresCatalog::ofLead).stream()
        .flatMap(List::stream)
        .toList();
  }

  /// Whether it can be held comes with it, if it ever could not.
  private static List<IndexChange> ofLead(ResultSet row) throws SQLException {
    IndexChange sale = change(row);
    return row.getObject("change") == null
        ? List.of(sale)
        : List.of(sale, new IndexChange.Open(PostgresAvailabilities.availability(row)));
  }

  private static IndexChange change(ResultSet row) throws SQLException {
    return row.getBoolean("on_sale")
        ? new IndexChange.Put(lead(row))
        : new IndexChange.Remove(
            new LeadId(row.getObject("lead_id", UUID.class)), row.getLong("version"));
  }

  static IndexedLead lead(ResultSet row) throws SQLException {
    return new IndexedLead(
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getLong("version"),
        row.getInt("revision"),
        texts(row, "words"),
        row.getString("city"),
        row.getString("type"),
        row.getString("beds"),
        row.getString("price_band"),
        row.getString("quality_band"),
        texts(row, "sources"),
        row.getLong("price"),
        row.getObject("asking", Long.class),
        row.getInt("quality"),
        row.getLong("first_seen"),
        Cell.ofNumber(row.getInt("cell")));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
