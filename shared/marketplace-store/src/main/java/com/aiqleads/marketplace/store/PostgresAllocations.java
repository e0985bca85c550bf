package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.standing.AllocationId;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.AllocationText.Input;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Candidate;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class PostgresAllocations implements Allocations {

  /// Not yet allocated, or not to its end, as it is on sale now.
  private static final String ARRIVAL =
      """
      select o.lead_id, o.version, o.revision, o.words, o.city, o.type, o.beds, o.price_band,
        o.quality_band, o.sources, o.price, o.asking, o.quality, o.first_seen, o.cell, o.currency,
        coalesce(o.exclusive_price, o.price * (
          select count(*) from slots s where s.lead_id = o.lead_id)) as exclusive_price
      from offers o
      where o.lead_id = ? and o.standing = 'ON_SALE' and not exists (
        select from allocations a where a.lead_id = o.lead_id and a.version = o.version
          and a.revision = o.revision and a.finished_at is not null)
      """;

  private static final String ORDERS =
      "select "
          + StandingOrderRow.COLUMNS
          + " from standing_orders s join standing_terms t"
          + " on t.standing_order_id = s.standing_order_id and t.version = s.version";

  private static final String BEGIN =
      """
      insert into allocations (allocation_id, lead_id, version, revision, begun_at, input, words,
        city, type, beds, price_band, quality_band, sources, price, exclusive_price, currency,
        asking, quality, first_seen, cell, finished_at, result)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (lead_id, version, revision) do nothing
      """;

  private final Database database;
  private final InstantSource clock;
  private final AllocationInput inputs;
  private final StandingNews news;

  PostgresAllocations(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.inputs = new AllocationInput(database);
    this.news = new StandingNews(database);
  }

  @Override
  public Optional<Arrival> arrival(LeadId lead) {
    return database.queryOne(ARRIVAL, Parameters.of(lead.value()), PostgresAllocations::arrival);
  }

  private static Arrival arrival(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Arrival(
        PostgresCatalog.lead(row),
        new Money(row.getLong("price"), currency),
        new Money(row.getLong("exclusive_price"), currency));
  }

  @Override
  public boolean isAnybodyWaiting() {
    return database
        .queryOne(
            "select exists (select from standing_orders)",
            Parameters.of(),
            row -> row.getBoolean(1))
        .orElseThrow();
  }

  @Override
  public List<StandingOrder> unindexed(int most) {
    return database.query(
        ORDERS
            + " where s.indexed_version < s.version and s.refused_version < s.version"
            + " order by s.standing_order_id limit ?",
        Parameters.of(most),
        StandingOrderRow::order);
  }

  @Override
  public void indexed(Collection<StandingOrder> orders) {
    note("indexed_version", orders);
  }

  @Override
  public void refused(Collection<StandingOrder> orders) {
    note("refused_version", orders);
  }

  private void note(String column, Collection<StandingOrder> orders) {
    database.update(
        "update standing_orders s set %1$s = greatest(s.%1$s, i.version)".formatted(column)
            + " from (select * from unnest(?::uuid[], ?::bigint[])) as i (id, version)"
            + " where s.standing_order_id = i.id",
        Parameters.of(
            orders.stream().map(order -> order.id().value()).toArray(UUID[]::new),
            orders.stream().map(StandingOrder::version).toArray(Long[]::new)));
  }

  @Override
  public List<StandingOrderId> refused() {
    return database.query(
        "select standing_order_id from standing_orders"
            + " where refused_version > 0 and refused_version = version",
        Parameters.of(),
        row -> new StandingOrderId(row.getObject("standing_order_id", UUID.class)));
  }

  @Override
  public void forgetIndexed() {
    database.update(
        "update standing_orders set indexed_version = 0, refused_version = 0"
            + " where indexed_version > 0 or refused_version > 0",
        Parameters.of());
  }

  @Override
  public Begun begin(Arrival arrival, Collection<StandingOrderId> found) {
    return database.inTransaction(
        () -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          AllocationId id = idOf(arrival);
          List<StandingOrder> wanting = wanting(arrival, found, now);
          Input input = inputs.of(arrival, wanting);
          boolean isWanted = !wanting.isEmpty();
          if (database.update(BEGIN, parameters(id, arrival, input, now, isWanted)) == 0) {
            return begun(id);
          }
          if (isWanted) {
            news.tell(id, arrival, wanting, now);
          }
          return new Begun(id, AllocationText.read(AllocationText.of(input)), Map.of(), !isWanted);
        });
  }

  private static AllocationId idOf(Arrival arrival) {
    return new AllocationId(
        Ids.derived(
            "allocation",
            arrival.lead().leadId().text(),
            Long.toString(arrival.lead().version()),
            Integer.toString(arrival.lead().revision())));
  }

  /// What the index found, as the orders are now.
  private List<StandingOrder> wanting(
      Arrival arrival, Collection<StandingOrderId> found, Instant now) {
    if (found.isEmpty()) {
      return List.of();
    }
    UUID[] ids = found.stream().map(StandingOrderId::value).toArray(UUID[]::new);
    return database
        .query(
            ORDERS + " where s.standing_order_id = any (?) order by s.standing_order_id",
            Parameters.of((Object) ids),
            StandingOrderRow::order)
        .stream()
        .filter(order -> order.wants(arrival, now))
        .toList();
  }

  /// What nobody wants is finished at once.
  private static Parameters parameters(
      AllocationId id, Arrival arrival, Input input, Instant now, boolean isWanted) {
    var lead = arrival.lead();
    OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
    return Parameters.of(
        id.value(),
        lead.leadId().value(),
        lead.version(),
        lead.revision(),
        moment,
        AllocationText.of(input),
        lead.words().toArray(String[]::new),
        lead.city(),
        lead.type(),
        lead.beds(),
        lead.priceBand(),
        lead.qualityBand(),
        lead.sources().toArray(String[]::new),
        arrival.price().minorUnits(),
        arrival.exclusive().minorUnits(),
        arrival.price().currency().getCurrencyCode(),
        lead.askingCents(),
        lead.quality(),
        lead.firstSeenMillis(),
        lead.cell().number(),
        isWanted ? null : moment,
        isWanted ? null : AllocationText.of(Map.of()));
  }

  private Begun begun(AllocationId id) {
    return database
        .queryOne(
            "select input, finished_at is not null as finished from allocations"
                + " where allocation_id = ?",
            Parameters.of(id.value()),
            row ->
                new Begun(
                    id,
                    AllocationText.read(row.getString("input")),
                    answers(id),
                    row.getBoolean("finished")))
        .orElseThrow();
  }

  private Map<StandingOrderId, Verdict> answers(AllocationId id) {
    Map<StandingOrderId, Verdict> answers = new LinkedHashMap<>();
    database
        .query(
            "select standing_order_id, answer from allocation_tries"
                + " where allocation_id = ? order by nr",
            Parameters.of(id.value()),
            row ->
                Map.entry(
                    new StandingOrderId(row.getObject("standing_order_id", UUID.class)),
                    AllocationText.verdict(row.getString("answer"))))
        .forEach(one -> answers.put(one.getKey(), one.getValue()));
    return answers;
  }

  @Override
  public Optional<Try> buy(AllocationId allocation, Candidate candidate) {
    String of = allocation.text();
    String by = candidate.order().text();
    return database.queryOne(
        "select * from buy_standing(?, ?, ?, ?, ?, ?, ?)",
        Parameters.of(
            allocation.value(),
            candidate.order().value(),
            candidate.version(),
            Ids.derived("hold", of, by),
            Ids.derived("order", of, by),
            Ids.derived("line", of, by),
            Ids.derived("transfer", of, by)),
        PostgresAllocations::tried);
  }

  private static Try tried(ResultSet row) throws SQLException {
    UUID order = row.getObject("order_id", UUID.class);
    return new Try(
        AllocationText.verdict(row.getString("answer")),
        order == null
            ? Optional.empty()
            : Optional.of(
                new Sale(new HoldId(row.getObject("hold_id", UUID.class)), new OrderId(order))));
  }

  @Override
  public List<News> finish(Begun allocation, Map<StandingOrderId, Verdict> verdicts) {
    return database.inTransaction(
        () -> {
          Instant now = clock.instant();
          int finished =
              database.update(
                  "update allocations set finished_at = ?, result = ?"
                      + " where allocation_id = ? and finished_at is null",
                  Parameters.of(
                      now.atOffset(ZoneOffset.UTC),
                      AllocationText.of(verdicts),
                      allocation.id().value()));
          if (finished == 0) {
            return List.of();
          }
          news.keepMisses(allocation, verdicts, now);
          return news.of(allocation.id(), now);
        });
  }

  @Override
  public List<News> due(int most) {
    return news.due(most, clock.instant());
  }

  @Override
  public Optional<Kept> kept(AllocationId allocation) {
    return database.queryOne(
        "select input, result from allocations where allocation_id = ? and result is not null",
        Parameters.of(allocation.value()),
        row -> new Kept(row.getString("input"), answers(allocation), row.getString("result")));
  }
}
