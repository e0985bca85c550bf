package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.pricing.Quotes.Quoted;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.marketplace.pricing.Shelf;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.PriceBand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

final class PostgresShelf implements Shelf {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String PAGE =
      """
      select o.lead_id, o.version, o.revision, o.currency,
        coalesce(o.exclusive_price, o.price) as exclusive_price,
        case when cardinality(o.sources) = 0 then array[o.source] else o.sources end as sources,
        o.type, o.state, o.first_seen, o.listed_on, o.quality, o.fraud, %s
      from offers o left join segments g on g.market = o.market and g.type = o.type
      where o.standing = 'ON_SALE' and o.lead_id > ? and exists (
        select from slots s where s.lead_id = o.lead_id and s.state <> 'SOLD')
      order by o.lead_id limit ?
      """
          .formatted(PostgresQuotes.MARKET);

  private static final String KEEP_PLACE =
      """
      insert into repricing (last_lead) values (?)
      on conflict (one) do update set last_lead = excluded.last_lead
      """;

  private static final String LOCK =
      "select lead_id from offers where lead_id = any (?) for update skip locked";

  private static final String REPRICE =
      """
      update offers set price = ?, exclusive_price = ?, price_band = ?, price_book = ?,
        price_reasons = ?::jsonb, revision = revision + 1, repriced_for = ?,
        changed_at = clock_timestamp()
      where lead_id = ? and version = ? and revision = ? and standing = 'ON_SALE'
        and (repriced_for is null or repriced_for < ?)
      """;

  private final Database database;
  private final MeasuredSegments segments;
  private final Quotes quotes;
  private final ReasonsJson reasons;

  PostgresShelf(Database database, Quotes quotes, ReasonsJson reasons) {
    this.database = database;
    this.segments = new MeasuredSegments(database);
    this.quotes = quotes;
    this.reasons = reasons;
  }

  @Override
  public Optional<LeadId> place() {
    return database.queryOne(
        "select last_lead from repricing",
        Parameters.of(),
        row -> new LeadId(row.getObject(1, UUID.class)));
  }

  @Override
  public void keepPlace(LeadId last) {
    database.update(KEEP_PLACE, Parameters.of(last.value()));
  }

  @Override
  public List<Placed> page(@Nullable LeadId after, Instant now, int limit) {
    UUID last = after == null ? BEFORE_ALL : after.value();
    return database.query(PAGE, Parameters.of(last, limit), row -> placed(row, now));
  }

  private static Placed placed(ResultSet row, Instant now) throws SQLException {
    long age =
        Circumstances.ageDays(
            Instant.ofEpochMilli(row.getLong("first_seen")),
            row.getObject("listed_on", LocalDate.class),
            now);
    return new Placed(
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getLong("version"),
        row.getInt("revision"),
        new Money(row.getLong("exclusive_price"), Currency.getInstance(row.getString("currency"))),
        new Circumstances(
            List.of((String[]) row.getArray("sources").getArray()),
            row.getString("type"),
            row.getString("state"),
            age,
            row.getInt("quality"),
            row.getInt("fraud"),
            PostgresQuotes.market(row)));
  }

  @Override
  public List<IndexedLead> reprice(List<Repriced> prices, Instant now, Instant dueAt) {
    return prices.isEmpty()
        ? List.of()
        : database.inTransaction(() -> write(locked(prices), now, dueAt));
  }

  /// Whoever holds locks on some and waits for others would be in the way of buyers who do so too.
  private List<Repriced> locked(List<Repriced> prices) {
    UUID[] ids = ids(prices);
    Set<UUID> locked =
        new HashSet<>(
            database.query(LOCK, Parameters.of((Object) ids), row -> row.getObject(1, UUID.class)));
    return prices.stream().filter(one -> locked.contains(one.placed().lead().value())).toList();
  }

  private List<IndexedLead> write(List<Repriced> prices, Instant now, Instant dueAt) {
    int[] counts =
        database.batch(REPRICE, prices, (statement, one) -> row(one, dueAt).bind(statement));
    List<Repriced> written =
        IntStream.range(0, counts.length)
            .filter(place -> counts[place] > 0)
            .mapToObj(prices::get)
            .toList();
    quotes.keep(written.stream().map(PostgresShelf::quoted).toList(), now);
    return new PostgresCatalog(database).of(ids(written));
  }

  private static Quoted quoted(Repriced one) {
    return new Quoted(one.placed().lead(), one.placed().version(), one.quote());
  }

  private Parameters row(Repriced one, Instant dueAt) {
    Price price = one.quote().price();
    Placed placed = one.placed();
    return Parameters.of(
        price.amount().minorUnits(),
        price.exclusive().minorUnits(),
        PriceBand.of(price.amount()).id(),
        price.priceBook(),
        reasons.write(price.reasons()),
        at(dueAt),
        placed.lead().value(),
        placed.version(),
        placed.revision(),
        at(dueAt));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static UUID[] ids(List<Repriced> prices) {
    return prices.stream().map(one -> one.placed().lead().value()).toArray(UUID[]::new);
  }

  @Override
  public Map<Segment, Activity> measure() {
    return segments.measure();
  }

  @Override
  public OptionalLong usual() {
    return segments.usual();
  }

  @Override
  public void keep(Map<Segment, Measured> measured, OptionalLong usual, Instant dueAt) {
    segments.keep(measured, usual, dueAt);
  }
}
