package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Sale;
import com.aiqleads.marketplace.orders.Sales;
import com.aiqleads.marketplace.orders.SalesWanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page is found first; what belongs to its orders is looked up for them alone.
final class PostgresSales implements Sales {
  private static final String SALES =
      """
      select o.order_id, o.team_id, o.placed_at, o.payment_id is not null as by_card,
        o.amount as total, o.currency, r.series, r.number,
        coalesce(p.clawed - p.reinstated, 0) as taken_back,
        (select count(*) from order_lines l where l.order_id = o.order_id) as leads,
        (select coalesce(sum(b.refunded), 0) from order_lines l
          join line_returns b using (order_line_id) where l.order_id = o.order_id) as returned
      from (select * from orders where""";

  private static final String OF_A_PAGE =
      """
      order by placed_at desc, order_id desc limit ?) as o
      left join receipts r on r.receipt_id = o.order_id
      left join payments p on p.payment_id = o.payment_id
      order by o.placed_at desc, o.order_id desc
      """;

  /// Looked up of one order after the other until the page is full; without the offset, all that
  /// was ever returned would be gathered first.
  private static final String REFUNDED =
      """
      (exists (select from order_lines l join line_returns b using (order_line_id)
          where l.order_id = orders.order_id and b.refunded > 0 offset 0)
        or exists (select from payments p
          where p.payment_id = orders.payment_id and p.clawed > p.reinstated offset 0))
      """;

  private final Database database;

  PostgresSales(Database database) {
    this.database = database;
  }

  @Override
  public List<Sale> page(SalesWanted wanted, Optional<Place> behind, int limit) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    List<@Nullable Object> parameters = new ArrayList<>();
    where(wanted, conditions, parameters);
    behind.ifPresent(
        place -> {
          conditions.add("(placed_at, order_id) < (?, ?)");
          parameters.add(at(place.at()));
          parameters.add(place.order().value());
        });
    parameters.add(limit);
    return database.query(
        SALES + " " + String.join(" and ", conditions) + " " + OF_A_PAGE,
        new Parameters(parameters),
        PostgresSales::sale);
  }

  private static void where(
      SalesWanted wanted, List<String> conditions, List<@Nullable Object> parameters) {
    and("team_id = ?", wanted.team().map(TeamId::value), conditions, parameters);
    and("order_id = ?", wanted.order().map(OrderId::value), conditions, parameters);
    and(
        "order_id in (select l.order_id from order_lines l where l.lead_id = ?)",
        wanted.lead().map(lead -> lead.value()),
        conditions,
        parameters);
    and("placed_at >= ?", wanted.from().map(PostgresSales::at), conditions, parameters);
    and("placed_at < ?", wanted.until().map(PostgresSales::at), conditions, parameters);
    if (wanted.refunded()) {
      conditions.add(REFUNDED);
    }
  }

  private static void and(
      String condition,
      Optional<?> value,
      List<String> conditions,
      List<@Nullable Object> parameters) {
    value.ifPresent(
        one -> {
          conditions.add(condition);
          parameters.add(one);
        });
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Sale sale(ResultSet row) throws SQLException {
    @Nullable String series = row.getString("series");
    return new Sale(
        new OrderId(row.getObject("order_id", UUID.class)),
        new TeamId(row.getObject("team_id", UUID.class)),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("by_card"),
        row.getInt("leads"),
        SubscriptionRows.money(row, "total"),
        SubscriptionRows.money(row, "returned"),
        SubscriptionRows.money(row, "taken_back"),
        Optional.ofNullable(series == null ? null : series + "-" + row.getLong("number")));
  }
}
