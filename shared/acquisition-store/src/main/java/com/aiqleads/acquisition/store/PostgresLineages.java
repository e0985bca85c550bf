package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.lineage.SeenPrice;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One row for each listing.
final class PostgresLineages implements Lineages {

  /// Locks stand for rows that may not be there yet; in one order, so that nobody waits in a ring.
  private static final String RESERVE =
      """
      select pg_advisory_xact_lock(key)
      from (select distinct hashtextextended(id::text, 5) as key
            from unnest(?::uuid[]) as id order by key) as keys
      """;

  private static final String COLUMNS =
      """
      select lineage.* from lineage
      """;

  private static final String FIND = COLUMNS + " where listing_id = any (?::uuid[])";

  private static final String OF_LEAD =
      COLUMNS
          + " join advertisements on advertisements.listing_id = lineage.listing_id"
          + " where advertisements.lead_id = ? order by lineage.listing_id";

  private static final String KEEP =
      """
      insert into lineage (listing_id, source, market, url, page_id, snapshot_key, parser_version,
        observed_at, price_minor_units, price_currency, price_seen_at, by_broker, expires_at,
        particulars)
      select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
        ?::text[], ?::timestamptz[], ?::bigint[], ?::text[], ?::timestamptz[], ?::boolean[],
        ?::timestamptz[], ?::text[])
      on conflict (listing_id) do update set
        source = excluded.source, market = excluded.market, url = excluded.url,
        page_id = excluded.page_id, snapshot_key = excluded.snapshot_key,
        parser_version = excluded.parser_version, observed_at = excluded.observed_at,
        price_minor_units = excluded.price_minor_units, price_currency = excluded.price_currency,
        price_seen_at = excluded.price_seen_at, by_broker = excluded.by_broker,
        expires_at = excluded.expires_at, particulars = excluded.particulars
      """;

  private final Database database;
  private final SealedParticulars sealed;

  PostgresLineages(Database database, SealedParticulars sealed) {
    this.database = database;
    this.sealed = sealed;
  }

  @Override
  public void reserve(Set<ListingId> listings) {
    Object[] ids = listings.stream().map(ListingId::value).toArray();
    List<Integer> _ = database.query(RESERVE, row -> Parameters.array(row, 1, "uuid", ids), _ -> 0);
  }

  @Override
  public List<Lineage> find(Set<ListingId> listings) {
    Object[] ids = listings.stream().map(ListingId::value).toArray();
    return database.query(FIND, row -> Parameters.array(row, 1, "uuid", ids), this::lineage);
  }

  @Override
  public List<Lineage> of(LeadId lead) {
    return database.query(OF_LEAD, row -> row.setObject(1, lead.value()), this::lineage);
  }

  @Override
  public void keep(Collection<Lineage> lineages) {
    if (!lineages.isEmpty()) {
      List<Lineage> rows = List.copyOf(lineages);
      int _ = database.update(KEEP, statement -> bind(new Parameters(statement, 1), rows));
    }
  }

  private void bind(Parameters next, List<Lineage> rows) throws SQLException {
    column(next, "uuid", rows, row -> row.listing().value());
    column(next, "text", rows, Lineage::source);
    column(next, "text", rows, Lineage::market);
    column(next, "text", rows, Lineage::url);
    column(next, "uuid", rows, row -> row.page().value());
    column(next, "text", rows, Lineage::snapshotKey);
    column(next, "text", rows, Lineage::parserVersion);
    column(next, "timestamptz", rows, row -> row.observedAt().toString());
    column(next, "bigint", rows, row -> ofPrice(row, price -> price.price().minorUnits()));
    column(next, "text", rows, row -> ofPrice(row, price -> price.price().currency().toString()));
    column(next, "timestamptz", rows, row -> ofPrice(row, price -> price.at().toString()));
    column(next, "boolean", rows, row -> row.particulars().byBroker());
    column(next, "timestamptz", rows, row -> text(row.particulars().expiresAt()));
    column(next, "text", rows, row -> sealed.seal(row.particulars()));
  }

  private static void column(
      Parameters next, String type, List<Lineage> rows, Function<Lineage, @Nullable Object> value)
      throws SQLException {
    next.array(type, rows.stream().map(value).toArray());
  }

  private static @Nullable Object ofPrice(Lineage row, Function<SeenPrice, Object> value) {
    return row.price() == null ? null : value.apply(row.price());
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private Lineage lineage(ResultSet row) throws SQLException {
    return new Lineage(
        new ListingId(row.getObject("listing_id", UUID.class)),
        row.getString("source"),
        row.getString("market"),
        row.getString("url"),
        new PageId(row.getObject("page_id", UUID.class)),
        row.getString("snapshot_key"),
        row.getString("parser_version"),
        row.getObject("observed_at", OffsetDateTime.class).toInstant(),
        price(row),
        sealed.open(row.getString("particulars")));
  }

  private static @Nullable SeenPrice price(ResultSet row) throws SQLException {
    String currency = row.getString("price_currency");
    return currency == null
        ? null
        : new SeenPrice(
            new Money(row.getLong("price_minor_units"), Currency.getInstance(currency)),
            row.getObject("price_seen_at", OffsetDateTime.class).toInstant());
  }
}
