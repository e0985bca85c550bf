package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.Demand;
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
import java.util.HashMap;
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

  private static final String REMEMBER =
      """
      insert into wanted (lead_id, at)
      select lead_id, max(held_at) from holds where held_at > clock() - interval '5 days'
      group by lead_id
      on conflict (lead_id) do update set at = excluded.at where wanted.at < excluded.at
      """;

  /// Reads what is on sale and what was held of late, not all that ever was; segments that were
  /// measured before are measured as long as they are known, also when they are empty.
  private static final String MEASURE =
      """
      with done as (
        select lead_id, sum(case state when 'SOLD' then %d else %d end * weight) as points,
          sum(weight) filter (where state = 'SOLD') as bought
        from (select lead_id, state,
            power(0.5, extract(epoch from clock() - held_at) / 86400) as weight
          from holds where held_at > clock() - interval '5 days') weighed
        group by lead_id
      ), counted as (
        select lead_id from offers where standing = 'ON_SALE' union select lead_id from done
      ), measured as (
        select o.market, o.type, sum(done.points) as points, sum(done.bought) as bought,
          count(*) filter (where o.standing = 'ON_SALE' and exists (
            select from slots s where s.lead_id = o.lead_id and s.state <> 'SOLD')) as on_sale
        from counted join offers o using (lead_id) left join done using (lead_id)
        group by o.market, o.type
      )
      select market, type, coalesce(round(m.points), 0)::bigint as points,
        coalesce(round(100 * m.bought), 0)::bigint as bought,
        coalesce(g.response, 1000000) as response, coalesce(m.on_sale, 0) as on_sale
      from measured m full join segments g using (market, type)
      """
          .formatted(Demand.SALE, Demand.HOLD);

  private static final String KEEP =
      """
      insert into segments as g (market, type, on_sale, demand, response, measured_at, measured_for)
      values (?, ?, ?, ?, ?, clock(), ?)
      on conflict (market, type) do update set on_sale = excluded.on_sale,
        demand = excluded.demand, response = excluded.response,
        measured_at = excluded.measured_at, measured_for = excluded.measured_for
      where g.measured_for is null or g.measured_for < excluded.measured_for
      """;

  private static final String KEEP_USUAL =
      """
      insert into usual as u (taken, measured_for) values (?, ?)
      on conflict (one) do update set taken = excluded.taken, measured_for = excluded.measured_for
      where u.measured_for is null or u.measured_for < excluded.measured_for
      """;

  private final Database database;
  private final Quotes quotes;
  private final ReasonsJson reasons;

  PostgresShelf(Database database, Quotes quotes, ReasonsJson reasons) {
    this.database = database;
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
    database.update(REMEMBER, Parameters.of());
    Map<Segment, Activity> measured = new HashMap<>();
    database
        .query(
            MEASURE,
            Parameters.of(),
            row ->
                Map.entry(
                    new Segment(row.getString("market"), row.getString("type")),
                    new Activity(
                        row.getLong("on_sale"),
                        row.getLong("points"),
                        row.getLong("bought"),
                        row.getLong("response"))))
        .forEach(entry -> measured.put(entry.getKey(), entry.getValue()));
    return measured;
  }

  @Override
  public OptionalLong usual() {
    return database
        .queryOne("select taken from usual", Parameters.of(), row -> row.getLong(1))
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public void keep(Map<Segment, Measured> measured, OptionalLong usual, Instant dueAt) {
    database.inTransaction(
        () -> {
          usual.ifPresent(taken -> database.update(KEEP_USUAL, Parameters.of(taken, at(dueAt))));
          return database.batch(
              KEEP,
              measured.entrySet(),
              (statement, entry) -> row(entry.getKey(), entry.getValue(), dueAt).bind(statement));
        });
  }

  private static Parameters row(Segment segment, Measured measured, Instant dueAt) {
    return Parameters.of(
        segment.market(),
        segment.type(),
        measured.onSale(),
        measured.demand(),
        measured.response(),
        at(dueAt));
  }
}
