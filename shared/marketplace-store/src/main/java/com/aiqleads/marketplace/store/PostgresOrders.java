package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.Ending;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.orders.BoughtLead;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.Order;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.orders.Purchase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A checkout is one call of a function of the database: one round trip, one transaction.
final class PostgresOrders implements Orders {
  private static final String CHECK_OUT = "select * from check_out(?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String ORDERS =
      """
      select r.order_id, r.placed_by, r.amount as total, r.placed_at,
        l.order_line_id, l.lead_id, l.exclusive, l.amount, l.currency, o.headline
      from (
        select * from orders where team_id = ? and placed_at < ?
        order by placed_at desc, order_id limit ?) r
      join order_lines l on l.order_id = r.order_id
      join offers o on o.lead_id = l.lead_id
      order by r.placed_at desc, r.order_id, l.order_line_id
      """;

  private record Line(OrderId order, UserId buyer, long total, Instant at, BoughtLead lead) {}

  private final Database database;

  PostgresOrders(Database database) {
    this.database = database;
  }

  @Override
  public Purchase checkOut(TeamId team, Checkout checkout) {
    UUID[] holds = checkout.holds().stream().map(HoldId::value).toArray(UUID[]::new);
    return database
        .query(
            CHECK_OUT,
            Parameters.of(
                team.value(),
                checkout.buyer().value(),
                checkout.order().value(),
                holds,
                checkout.expected().minorUnits(),
                checkout.expected().currency().getCurrencyCode(),
                derived("line", checkout),
                derived("transfer", checkout)),
            PostgresOrders::purchase)
        .getFirst();
  }

  /// The same again for the same order and hold.
  private static UUID[] derived(String what, Checkout checkout) {
    return checkout.holds().stream()
        .map(hold -> Ids.derived(what, checkout.order().text(), hold.text()))
        .toArray(UUID[]::new);
  }

  private static Purchase purchase(ResultSet row) throws SQLException {
    return switch (row.getString("outcome")) {
      case "PAID" -> new Purchase.Paid(money(row, "amount"), instant(row, "placed_at"));
      case "PAID_BEFORE" ->
          new Purchase.PaidBefore(money(row, "amount"), instant(row, "placed_at"));
      case "TOO_LITTLE_CREDIT" ->
          new Purchase.TooLittleCredit(money(row, "amount"), money(row, "available"));
      default -> refusal(row);
    };
  }

  /// Why it can be bought neither from the wallet nor by card.
  static Purchase refusal(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case "ID_REUSED" -> new Purchase.IdReused();
      case "UNKNOWN_HOLD" -> new Purchase.UnknownHold();
      case "BEING_PAID" -> new Purchase.BeingPaid(lead(row));
      case "NOT_ON_SALE" -> new Purchase.NotOnSale(lead(row));
      case "CART_CHANGED" -> new Purchase.CartChanged(money(row, "amount"));
      default -> new Purchase.HoldEnded(lead(row), Ending.valueOf(outcome));
    };
  }

  @Override
  public List<Order> of(TeamId team, Instant before, int limit) {
    Map<OrderId, List<Line>> orders = new LinkedHashMap<>();
    for (Line line :
        database.query(
            ORDERS,
            Parameters.of(team.value(), before.atOffset(ZoneOffset.UTC), limit),
            PostgresOrders::line)) {
      orders.computeIfAbsent(line.order(), _ -> new ArrayList<>()).add(line);
    }
    return orders.values().stream().map(PostgresOrders::order).toList();
  }

  private static Order order(List<Line> lines) {
    Line first = lines.getFirst();
    Money total = new Money(first.total(), first.lead().price().currency());
    return new Order(
        first.order(), first.buyer(), total, first.at(), lines.stream().map(Line::lead).toList());
  }

  private static Line line(ResultSet row) throws SQLException {
    BoughtLead lead =
        new BoughtLead(
            new OrderLineId(row.getObject("order_line_id", UUID.class)),
            lead(row),
            row.getBoolean("exclusive") ? SaleMode.EXCLUSIVE : SaleMode.SHARED,
            money(row, "amount"),
            row.getString("headline"));
    return new Line(
        new OrderId(row.getObject("order_id", UUID.class)),
        new UserId(row.getObject("placed_by", UUID.class)),
        row.getLong("total"),
        instant(row, "placed_at"),
        lead);
  }

  private static LeadId lead(ResultSet row) throws SQLException {
    return new LeadId(row.getObject("lead_id", UUID.class));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
