package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.Sale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was sold, and when it was last looked at whether it should be given back.
record ReturnableSales(Database database) {

  private static final String SALE =
      """
      select l.order_line_id, o.team_id, l.lead_id, l.amount, l.currency, o.placed_at
      from order_lines l join orders o using (order_id)
      """;
  private static final String OF_LINE = SALE + "where o.team_id = ? and l.order_line_id = ?";

  private static final String TO_RECHECK =
      SALE
          + """
          join offers f on f.lead_id = l.lead_id
          left join rechecks c on c.order_line_id = l.order_line_id
          where o.placed_at > clock() - interval '21 days'
            and (c.order_line_id is null or c.next_try <= clock()
              or (c.next_try is null and f.standing = 'WITHDRAWN' and f.version > c.version)
              or (c.next_try is null and exists (select from deliveries d
                where d.order_line_id = l.order_line_id and d.lost_at > c.checked_at)))
          order by o.placed_at, l.order_line_id limit ?
          """;

  private static final String RECHECKED =
      """
      insert into rechecks (order_line_id, checked_at, version, next_try)
      select l.order_line_id, clock(), f.version, clock() + make_interval(hours => ?)
      from order_lines l join offers f using (lead_id) where l.order_line_id = ?
      on conflict (order_line_id) do update
        set checked_at = excluded.checked_at, version = excluded.version,
          next_try = excluded.next_try
      """;

  /// Before the next day's run, whatever hour it began.
  private static final Duration LATER = Duration.ofHours(20);

  Optional<Sale> find(TeamId team, OrderLineId line) {
    return database.queryOne(
        OF_LINE, Parameters.of(team.value(), line.value()), ReturnableSales::sale);
  }

  List<Sale> toRecheck(int limit) {
    return database.query(TO_RECHECK, Parameters.of(limit), ReturnableSales::sale);
  }

  void rechecked(Sale sale) {
    database.update(RECHECKED, Parameters.of(null, sale.line().value()));
  }

  void recheckLater(Sale sale) {
    database.update(
        RECHECKED, Parameters.of(Math.toIntExact(LATER.toHours()), sale.line().value()));
  }

  private static Sale sale(ResultSet row) throws SQLException {
    return new Sale(
        new OrderLineId(row.getObject("order_line_id", UUID.class)),
        new TeamId(row.getObject("team_id", UUID.class)),
        new LeadId(row.getObject("lead_id", UUID.class)),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        row.getObject("placed_at", OffsetDateTime.class)
            .toInstant()
            .truncatedTo(ChronoUnit.MILLIS));
  }
}
