package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.standing.Act;
import com.aiqleads.marketplace.standing.Allocation;
import com.aiqleads.marketplace.standing.AllocationId;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.AllocationText.Input;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Candidate;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.Offered;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final String SLOTS =
      """
      select count(*) as slots, count(*) filter (
        where state = 'FREE' or (state = 'HELD' and hold_until <= clock())) as free
      from slots where lead_id = ?
      """;

  private static final String TEAMS =
      """
      select t.team_id, earned_points(t.team_id, clock()) as earned,
        coalesce((select sum(a.balance) from accounts a
          where a.team_id = t.team_id and a.currency = ?), 0)
          - set_aside(t.team_id, ?) as spendable,
        exists (select from slots s
          where s.lead_id = ? and s.holder_team = t.team_id and s.state = 'SOLD') as owned
      from unnest(?::uuid[]) as t (team_id)
      """;

  private static final String BEGIN =
      """
      insert into allocations (allocation_id, lead_id, version, revision, begun_at, input, words,
        city, type, beds, price_band, quality_band, sources, price, exclusive_price, currency,
        asking, quality, first_seen, cell)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (lead_id, version, revision) do nothing
      """;

  private static final String TELL =
      """
      insert into standing_results
        (standing_order_id, lead_id, allocation_id, outcome, amount, currency, at)
      select id, ?, ?, 'TOLD', amount, ?, ? from unnest(?::uuid[], ?::bigint[]) as o (id, amount)
      on conflict (standing_order_id, lead_id) do update
        set allocation_id = excluded.allocation_id, outcome = 'TOLD', reason = null,
          amount = excluded.amount, currency = excluded.currency, at = excluded.at, told_at = null
        where standing_results.outcome = 'MISSED'
      """;

  private static final String MISS =
      """
      insert into standing_results as r
        (standing_order_id, lead_id, allocation_id, outcome, reason, amount, currency, at)
      select m.id, a.lead_id, a.allocation_id, 'MISSED', m.reason,
        case when m.whole then a.exclusive_price else a.price end, a.currency, ?
      from allocations a, unnest(?::uuid[], ?::text[], ?::boolean[]) as m (id, reason, whole)
      where a.allocation_id = ? order by m.id
      on conflict (standing_order_id, lead_id) do update
        set allocation_id = excluded.allocation_id, reason = excluded.reason,
          amount = excluded.amount, at = excluded.at, told_at = null
        where r.outcome = 'MISSED'
      """;

  /// What happened in an allocation and is told at once, unless its reader was told of enough in
  /// the last hour: then it waits for [#NEWS_DUE].
  private static final String NEWS_OF_ALLOCATION =
      """
      update standing_results r set told_at = ?
      from standing_orders s
      join standing_terms t on t.standing_order_id = s.standing_order_id and t.version = s.version
      , offers o
      where r.allocation_id = ? and r.outcome <> 'MISSED' and r.told_at is null
        and s.standing_order_id = r.standing_order_id and t.channel = 'INSTANT'
        and o.lead_id = r.lead_id
        and (
          select count(*) from (
            select from standing_orders own
            join standing_results told on told.standing_order_id = own.standing_order_id
            where own.team_id = s.team_id and own.owner = s.owner
              and told.at > clock() - interval '1 hour' and told.told_at is not null
            limit ?) as lately) < ?
      """;

  private static final String NEWS_DUE =
      """
      with readers as (
        select distinct s.team_id, s.owner, t.channel,
          told_until(t.channel, b.time_zone, clock()) as told_until
        from standing_results r
        join standing_orders s on s.standing_order_id = r.standing_order_id
        join standing_terms t
          on t.standing_order_id = s.standing_order_id and t.version = s.version
        join buyers b on b.team_id = s.team_id
        where r.told_at is null and (t.channel <> 'INSTANT' or r.outcome <> 'MISSED')
          and r.at < told_until(t.channel, b.time_zone, clock())
        limit ?)
      update standing_results r set told_at = ?
      from standing_orders s
      join standing_terms t on t.standing_order_id = s.standing_order_id and t.version = s.version
      join readers n on n.team_id = s.team_id and n.owner = s.owner and n.channel = t.channel
      , offers o
      where r.told_at is null and s.standing_order_id = r.standing_order_id
        and (t.channel <> 'INSTANT' or r.outcome <> 'MISSED')
        and r.at < n.told_until and o.lead_id = r.lead_id
      """;

  private static final String NEWS =
      """
      returning s.team_id, s.owner, t.channel, t.name, r.lead_id, o.headline, r.outcome, r.amount,
        r.currency, r.at
      """;

  private final Database database;
  private final InstantSource clock;

  PostgresAllocations(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
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
  public List<StandingOrder> unindexed(int most) {
    return database.query(
        ORDERS + " where s.indexed_version < s.version order by s.standing_order_id limit ?",
        Parameters.of(most),
        StandingOrderRow::order);
  }

  @Override
  public void indexed(Collection<StandingOrder> orders) {
    database.update(
        "update standing_orders s set indexed_version = greatest(s.indexed_version, i.version)"
            + " from (select * from unnest(?::uuid[], ?::bigint[])) as i (id, version)"
            + " where s.standing_order_id = i.id",
        Parameters.of(
            orders.stream().map(order -> order.id().value()).toArray(UUID[]::new),
            orders.stream().map(StandingOrder::version).toArray(Long[]::new)));
  }

  @Override
  public void forgetIndexed() {
    database.update(
        "update standing_orders set indexed_version = 0 where indexed_version > 0",
        Parameters.of());
  }

  @Override
  public Begun begin(Arrival arrival, Collection<StandingOrderId> found) {
    return database.inTransaction(
        () -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          AllocationId id = idOf(arrival);
          List<StandingOrder> wanting = wanting(arrival, found, now);
          Input input = input(arrival, wanting);
          boolean isNew =
              database.update(BEGIN, parameters(id, arrival, AllocationText.of(input), now)) > 0;
          if (isNew) {
            tell(id, arrival, wanting, now);
          }
          return begun(id);
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

  /// What decides besides the order.
  private record Team(TeamId id, int earned, long spendable, boolean owned) {}

  private Input input(Arrival arrival, List<StandingOrder> wanting) {
    Currency currency = arrival.price().currency();
    List<StandingOrder> buying =
        wanting.stream().filter(order -> order.terms().act() == Act.BUY).toList();
    Map<TeamId, Team> teams = new HashMap<>();
    teams(arrival, buying).forEach(team -> teams.put(team.id(), team));
    return new Input(
        Allocation.RULE,
        offered(arrival),
        buying.stream()
            .map(
                order ->
                    candidate(order, Objects.requireNonNull(teams.get(order.team())), currency))
            .toList());
  }

  private static Candidate candidate(StandingOrder order, Team team, Currency currency) {
    return new Candidate(
        order.id(),
        order.version(),
        order.team(),
        order.terms().mode(),
        order.terms().limit().orElseThrow(),
        team.earned(),
        order.since(),
        new Money(team.spendable(), currency),
        team.owned());
  }

  private List<Team> teams(Arrival arrival, List<StandingOrder> orders) {
    String currency = arrival.price().currency().getCurrencyCode();
    return database.query(
        TEAMS,
        Parameters.of(
            currency,
            currency,
            arrival.lead().leadId().value(),
            orders.stream().map(order -> order.team().value()).distinct().toArray(UUID[]::new)),
        row ->
            new Team(
                new TeamId(row.getObject("team_id", UUID.class)),
                row.getInt("earned"),
                row.getLong("spendable"),
                row.getBoolean("owned")));
  }

  private Offered offered(Arrival arrival) {
    return database
        .query(
            SLOTS,
            Parameters.of(arrival.lead().leadId().value()),
            row ->
                new Offered(
                    arrival.lead().leadId(),
                    arrival.lead().version(),
                    arrival.lead().revision(),
                    arrival.price(),
                    arrival.exclusive(),
                    row.getInt("slots"),
                    row.getInt("free")))
        .getFirst();
  }

  private static Parameters parameters(
      AllocationId id, Arrival arrival, String input, Instant now) {
    var lead = arrival.lead();
    return Parameters.of(
        id.value(),
        lead.leadId().value(),
        lead.version(),
        lead.revision(),
        now.atOffset(ZoneOffset.UTC),
        input,
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
        lead.cell().number());
  }

  /// Once for each lead, whatever its price becomes; also of one that it missed while it bought.
  private void tell(AllocationId id, Arrival arrival, List<StandingOrder> wanting, Instant now) {
    List<StandingOrder> alerts =
        wanting.stream().filter(order -> order.terms().act() == Act.ALERT).toList();
    database.update(
        TELL,
        Parameters.of(
            arrival.lead().leadId().value(),
            id.value(),
            arrival.price().currency().getCurrencyCode(),
            now.atOffset(ZoneOffset.UTC),
            alerts.stream().map(order -> order.id().value()).toArray(UUID[]::new),
            alerts.stream()
                .map(order -> arrival.price(order.terms().mode()).minorUnits())
                .toArray(Long[]::new)));
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
          UUID id = allocation.id().value();
          var now = clock.instant().atOffset(ZoneOffset.UTC);
          int finished =
              database.update(
                  "update allocations set finished_at = ?, result = ?"
                      + " where allocation_id = ? and finished_at is null",
                  Parameters.of(now, AllocationText.of(verdicts), id));
          if (finished == 0) {
            return List.of();
          }
          keepMisses(allocation, verdicts);
          return NewsRow.gathered(
              database.query(
                  NEWS_OF_ALLOCATION + NEWS,
                  Parameters.of(now, id, News.MOST_AT_ONCE, News.MOST_AT_ONCE),
                  NewsRow::of));
        });
  }

  private void keepMisses(Begun allocation, Map<StandingOrderId, Verdict> verdicts) {
    Map<StandingOrderId, Miss> misses = new LinkedHashMap<>();
    verdicts.forEach(
        (order, verdict) -> {
          if (verdict instanceof Verdict.Missed(Miss why)) {
            misses.put(order, why);
          }
        });
    List<Candidate> missed =
        allocation.input().candidates().stream()
            .filter(candidate -> misses.containsKey(candidate.order()))
            .toList();
    database.update(
        MISS,
        Parameters.of(
            clock.instant().atOffset(ZoneOffset.UTC),
            missed.stream().map(one -> one.order().value()).toArray(UUID[]::new),
            missed.stream()
                .map(one -> Objects.requireNonNull(misses.get(one.order())).name())
                .toArray(String[]::new),
            missed.stream().map(one -> one.mode() == SaleMode.EXCLUSIVE).toArray(Boolean[]::new),
            allocation.id().value()));
  }

  @Override
  public List<News> due(int most) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return NewsRow.gathered(database.query(NEWS_DUE + NEWS, Parameters.of(most, now), NewsRow::of));
  }

  @Override
  public Optional<Kept> kept(AllocationId allocation) {
    return database.queryOne(
        "select input, result from allocations where allocation_id = ? and result is not null",
        Parameters.of(allocation.value()),
        row -> new Kept(row.getString("input"), answers(allocation), row.getString("result")));
  }
}
