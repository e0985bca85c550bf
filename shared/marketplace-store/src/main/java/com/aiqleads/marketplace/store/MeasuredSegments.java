package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.pricing.Demand;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.marketplace.pricing.Shelf.Activity;
import com.aiqleads.marketplace.pricing.Shelf.Measured;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What happens in each segment, and what was made of it.
record MeasuredSegments(Database database) {

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

  Map<Segment, Activity> measure() {
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

  OptionalLong usual() {
    return database
        .queryOne("select taken from usual", Parameters.of(), row -> row.getLong(1))
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  void keep(Map<Segment, Measured> measured, OptionalLong usual, Instant dueAt) {
    database.inTransaction(
        () -> {
          usual.ifPresent(
              taken ->
                  database.update(
                      KEEP_USUAL, Parameters.of(taken, dueAt.atOffset(ZoneOffset.UTC))));
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
        dueAt.atOffset(ZoneOffset.UTC));
  }
}
