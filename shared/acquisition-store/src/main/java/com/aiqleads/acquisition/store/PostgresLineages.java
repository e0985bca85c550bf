package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.lineage.SeenPrice;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  private static final String FIND = COLUMNS + " where listing_id = ?";

  private static final String OF_LEAD =
      COLUMNS
          + " join advertisements on advertisements.listing_id = lineage.listing_id"
          + " where advertisements.lead_id = ? order by lineage.listing_id";

  private static final String KEEP =
      """
      insert into lineage (listing_id, source, market, url, page_id, snapshot_key, parser_version,
        observed_at, price_minor_units, price_currency, price_seen_at, by_broker, expires_at,
        particulars)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
    List<Integer> _ =
        database.query(
            RESERVE,
            row -> row.setArray(1, row.getConnection().createArrayOf("uuid", ids)),
            _ -> 0);
  }

  @Override
  public Optional<Lineage> find(ListingId listing) {
    return database.queryOne(FIND, row -> row.setObject(1, listing.value()), this::lineage);
  }

  @Override
  public List<Lineage> of(LeadId lead) {
    return database.query(OF_LEAD, row -> row.setObject(1, lead.value()), this::lineage);
  }

  @Override
  public void keep(Lineage lineage) {
    int _ = database.update(KEEP, row -> bind(row, lineage));
  }

  private void bind(PreparedStatement row, Lineage lineage) throws SQLException {
    SeenPrice price = lineage.price();
    row.setObject(1, lineage.listing().value());
    row.setString(2, lineage.source());
    row.setString(3, lineage.market());
    row.setString(4, lineage.url());
    row.setObject(5, lineage.page().value());
    row.setString(6, lineage.snapshotKey());
    row.setString(7, lineage.parserVersion());
    row.setObject(8, time(lineage.observedAt()));
    row.setObject(9, price == null ? null : price.price().minorUnits(), java.sql.Types.BIGINT);
    row.setString(10, price == null ? null : price.price().currency().getCurrencyCode());
    row.setObject(11, price == null ? null : time(price.at()));
    row.setBoolean(12, lineage.particulars().byBroker());
    row.setObject(13, time(lineage.particulars().expiresAt()));
    row.setString(14, sealed.seal(lineage.particulars()));
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

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
