package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.standing.Act;
import com.aiqleads.marketplace.standing.AllocationId;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.Allocations.News;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Candidate;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// What became of leads for standing orders, and who is told of it now.
record StandingNews(Database database) {

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

  /// Once for each lead, whatever its price becomes; also of one that it missed while it bought.
  void tell(AllocationId id, Arrival arrival, List<StandingOrder> wanting, Instant now) {
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

  void keepMisses(Begun allocation, Map<StandingOrderId, Verdict> verdicts, Instant now) {
    Map<Candidate, Miss> misses = new LinkedHashMap<>();
    allocation
        .input()
        .candidates()
        .forEach(
            candidate -> {
              if (verdicts.get(candidate.order()) instanceof Verdict.Missed(Miss why)) {
                misses.put(candidate, why);
              }
            });
    keep(allocation.id(), misses, Candidate::order, Candidate::mode, now);
  }

  /// Of orders that did not even come into question.
  void keepMisses(AllocationId allocation, Map<StandingOrder, Miss> misses, Instant now) {
    keep(allocation, misses, StandingOrder::id, order -> order.terms().mode(), now);
  }

  private <T> void keep(
      AllocationId allocation,
      Map<T, Miss> misses,
      Function<T, StandingOrderId> id,
      Function<T, SaleMode> mode,
      Instant now) {
    database.update(
        MISS,
        Parameters.of(
            now.atOffset(ZoneOffset.UTC),
            misses.keySet().stream().map(one -> id.apply(one).value()).toArray(UUID[]::new),
            misses.values().stream().map(Miss::name).toArray(String[]::new),
            misses.keySet().stream()
                .map(one -> mode.apply(one) == SaleMode.EXCLUSIVE)
                .toArray(Boolean[]::new),
            allocation.value()));
  }

  List<News> of(AllocationId allocation, Instant now) {
    return gathered(
        NEWS_OF_ALLOCATION,
        Parameters.of(
            now.atOffset(ZoneOffset.UTC),
            allocation.value(),
            News.MOST_AT_ONCE,
            News.MOST_AT_ONCE));
  }

  List<News> due(int most, Instant now) {
    return gathered(NEWS_DUE, Parameters.of(most, now.atOffset(ZoneOffset.UTC)));
  }

  private List<News> gathered(String told, Parameters parameters) {
    return NewsRow.gathered(database.query(told + NEWS, parameters, NewsRow::of));
  }
}
