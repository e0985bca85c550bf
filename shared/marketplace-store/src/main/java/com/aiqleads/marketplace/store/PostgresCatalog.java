package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.search.Catalog;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.IndexedLead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class PostgresCatalog implements Catalog {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String COLUMNS =
      """
      select lead_id, version, revision, words, city, type, beds, price_band, quality_band, sources, price,
        asking, quality, first_seen, cell, standing = 'ON_SALE' as on_sale
      from offers
      """;
  private static final String PAGE = COLUMNS + "where lead_id > ? order by lead_id limit ?";
  private static final String CHANGES =
      COLUMNS + "where changed_at >= ? and lead_id > ? order by lead_id limit ?";

  private final Database database;

  PostgresCatalog(Database database) {
    this.database = database;
  }

  @Override
  public List<IndexChange> page(@Nullable LeadId after, int limit) {
    return database.query(PAGE, Parameters.of(uuid(after), limit), PostgresCatalog::change);
  }

  @Override
  public List<IndexChange> changes(@Nullable LeadId after, Instant since, int limit) {
    return database.query(
        CHANGES,
        Parameters.of(since.atOffset(ZoneOffset.UTC), uuid(after), limit),
        PostgresCatalog::change);
  }

  /// What search knows of these leads, which are on sale.
  List<IndexedLead> of(UUID[] leads) {
    return database.query(
        COLUMNS + "where lead_id = any (?) order by lead_id",
        Parameters.of((Object) leads),
        PostgresCatalog::lead);
  }

  private static UUID uuid(@Nullable LeadId after) {
    return after == null ? BEFORE_ALL : after.value();
  }

  private static IndexChange change(ResultSet row) throws SQLException {
    return row.getBoolean("on_sale")
        ? new IndexChange.Put(lead(row))
        : new IndexChange.Remove(
            new LeadId(row.getObject("lead_id", UUID.class)), row.getLong("version"));
  }

  private static IndexedLead lead(ResultSet row) throws SQLException {
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
