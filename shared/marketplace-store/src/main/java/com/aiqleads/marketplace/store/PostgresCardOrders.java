package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.orders.CardOrder;
import com.aiqleads.marketplace.orders.CardOrder.Refusal;
import com.aiqleads.marketplace.orders.CardOrders;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Preparation;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Each step is one call of a function of the database: one transaction.
final class PostgresCardOrders implements CardOrders {

  /// The least that the gateway's pages are open is 30 minutes, from when it hears of them.
  static final Duration PAGE_TIME = Duration.ofMinutes(40);

  /// For what was paid in the last moment and is heard of late.
  static final Duration GRACE = Duration.ofMinutes(10);

  private static final String PREPARE =
      """
      select * from prepare_order(?, ?, ?, ?, ?, ?, ?, ?, ? * interval '1 millisecond',
        ? * interval '1 millisecond')
      """;

  private static final String FIND = "select * from drafts where team_id = ? and payment_id = ?";
  private static final String FINISH = "select finish_order(?)";
  private static final String TO_FINISH = "select * from orders_to_finish(?)";

  private final Database database;

  PostgresCardOrders(Database database) {
    this.database = database;
  }

  @Override
  public Preparation prepare(TeamId team, Checkout checkout) {
    UUID[] holds = checkout.holds().stream().map(HoldId::value).toArray(UUID[]::new);
    return database
        .query(
            PREPARE,
            Parameters.of(
                team.value(),
                checkout.buyer().value(),
                checkout.order().value(),
                holds,
                checkout.expected().minorUnits(),
                checkout.expected().currency().getCurrencyCode(),
                derived("line", checkout),
                derived("transfer", checkout),
                PAGE_TIME.toMillis(),
                GRACE.toMillis()),
            PostgresCardOrders::preparation)
        .getFirst();
  }

  /// Not those of a purchase from the wallet, which may come after a try to pay by card.
  private static UUID[] derived(String what, Checkout checkout) {
    return checkout.holds().stream()
        .map(hold -> Ids.derived(what, "card", checkout.order().text(), hold.text()))
        .toArray(UUID[]::new);
  }

  private static Preparation preparation(ResultSet row) throws SQLException {
    return switch (row.getString("outcome")) {
      case "PREPARED", "PREPARED_BEFORE" -> new Preparation.Prepared(payment(row));
      case "IN_DEBT" -> new Preparation.InDebt();
      default -> new Preparation.Refused(PostgresOrders.refusal(row));
    };
  }

  private static PaymentId payment(ResultSet row) throws SQLException {
    return new PaymentId(row.getObject("payment_id", UUID.class));
  }

  @Override
  public Optional<CardOrder> find(TeamId team, PaymentId payment) {
    return database.queryOne(
        FIND, Parameters.of(team.value(), payment.value()), PostgresCardOrders::order);
  }

  private static CardOrder order(ResultSet row) throws SQLException {
    return new CardOrder(
        new OrderId(row.getObject("order_id", UUID.class)),
        payment(row),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        CardOrder.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reason")).map(Refusal::valueOf));
  }

  @Override
  public Optional<CardOrder.State> finish(PaymentId payment) {
    return database
        .query(
            FINISH,
            Parameters.of(payment.value()),
            row -> Optional.ofNullable(row.getString(1)).map(CardOrder.State::valueOf))
        .getFirst();
  }

  @Override
  public List<Payment> toFinish(int limit) {
    return database.query(TO_FINISH, Parameters.of(limit), PostgresPayments::payment);
  }
}
