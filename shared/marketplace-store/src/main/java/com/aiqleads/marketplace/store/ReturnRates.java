package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.returns.ReturnRate;
import java.util.List;

/// How much comes back: of each source, to each team, and for what reason.
final class ReturnRates {

  /// Of what was sold in the last ninety days.
  private static final String RATES =
      """
      with sold as (
        select f.source, o.team_id, r.reason, r.asked_by is null as recalled
        from orders o join order_lines l using (order_id) join offers f on f.lead_id = l.lead_id
        left join lateral (
          select reason, asked_by from returns
          where order_line_id = l.order_line_id and state = 'CREDITED'
          order by moved desc, reason limit 1) as r on true
        where o.placed_at > clock() - interval '90 days')
      select 'SOURCE' as kind, source as name, count(*) as sold, count(reason) as returned,
        count(reason) filter (where recalled) as recalled from sold group by source
      union all
      select 'TEAM', team_id::text, count(*), count(reason), count(reason) filter (where recalled)
      from sold group by team_id
      union all
      select 'REASON', reason, (select count(*) from sold), count(*),
        count(*) filter (where recalled) from sold where reason is not null group by reason
      order by 1, 4 desc, 2 limit 500
      """;

  private ReturnRates() {}

  static List<ReturnRate> of(Database database) {
    return database.query(
        RATES,
        Parameters.of(),
        row ->
            new ReturnRate(
                ReturnRate.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("sold"),
                row.getInt("returned"),
                row.getInt("recalled")));
  }
}
