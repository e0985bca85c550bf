package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.subscriptions.Failure;
import com.aiqleads.marketplace.subscriptions.Invoice;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import com.aiqleads.marketplace.subscriptions.Months;
import com.aiqleads.marketplace.subscriptions.Next;
import com.aiqleads.marketplace.subscriptions.Parking;
import com.aiqleads.marketplace.subscriptions.Period;
import com.aiqleads.marketplace.subscriptions.Plan;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.Step;
import com.aiqleads.marketplace.subscriptions.Subscription;
import com.aiqleads.marketplace.subscriptions.Subscription.Parked;
import com.aiqleads.marketplace.subscriptions.SubscriptionId;
import com.aiqleads.marketplace.subscriptions.Unpaid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the tables of subscriptions say, as the domain has it.
final class SubscriptionRows {

  /// Times are asked for in seconds: the driver has no duration.
  static final String PLANS =
      """
      select plan, price, credits, currency, extensions, open_holds, early_access,
        extract(epoch from hold_time)::bigint as hold_seconds,
        extract(epoch from longest_hold)::bigint as longest_seconds
      from plans order by place, plan
      """;

  private SubscriptionRows() {}

  static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        new PlanName(row.getString("plan")),
        money(row, "price"),
        money(row, "credits"),
        Duration.ofSeconds(row.getLong("hold_seconds")),
        row.getInt("extensions"),
        Duration.ofSeconds(row.getLong("longest_seconds")),
        row.getInt("open_holds"),
        row.getBoolean("early_access"));
  }

  static Step step(ResultSet row) throws SQLException {
    return new Step(
        new PlanName(row.getString("plan")),
        Money.usd(row.getLong("price")),
        Money.usd(row.getLong("credits")),
        instant(row, "from_at"));
  }

  /// Its steps are of another table.
  static Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        new SubscriptionId(row.getObject("subscription_id", UUID.class)),
        Subscription.State.valueOf(row.getString("state")),
        new PlanName(row.getString("plan")),
        new Months(instant(row, "began_at"), ZoneId.of(row.getString("time_zone"))),
        new Period(row.getInt("period"), instant(row, "period_from"), instant(row, "period_until")),
        List.of(),
        row.getInt("last_billed"),
        next(row.getString("next_state"), row.getString("next_plan")),
        parked(row));
  }

  private static Optional<Next> next(@Nullable String state, @Nullable String plan) {
    return switch (state) {
      case null -> Optional.empty();
      case "PAUSE" -> Optional.of(new Next.Pause());
      case "END" -> Optional.of(new Next.End());
      default -> Optional.ofNullable(plan).map(PlanName::new).map(Next.Change::new);
    };
  }

  private static Optional<Parked> parked(ResultSet row) throws SQLException {
    @Nullable String why = row.getString("parked");
    return why == null
        ? Optional.empty()
        : Optional.of(new Parked(Parking.valueOf(why), instant(row, "parked_at")));
  }

  static Unpaid unpaid(ResultSet row) throws SQLException {
    return new Unpaid(
        new InvoiceId(row.getObject("invoice_id", UUID.class)),
        money(row, "total"),
        Failure.valueOf(row.getString("failure")),
        row.getInt("tries"),
        instant(row, "failed_at"),
        time(row, "next_try"));
  }

  /// Of a row of each line, with that line alone.
  static Invoice invoice(ResultSet row) throws SQLException {
    Optional<Instant> paidAt = time(row, "paid_at");
    return new Invoice(
        new InvoiceId(row.getObject("invoice_id", UUID.class)),
        row.getLong("number"),
        instant(row, "issued_at"),
        List.of(
            new Invoice.Line(
                row.getString("what"),
                instant(row, "from_at"),
                instant(row, "until_at"),
                money(row, "amount"))),
        money(row, "net"),
        money(row, "tax"),
        money(row, "credits"),
        state(paidAt.isPresent(), row.getBoolean("written_off")),
        paidAt);
  }

  private static Invoice.State state(boolean isPaid, boolean isWrittenOff) {
    if (isPaid) {
      return Invoice.State.PAID;
    }
    return isWrittenOff ? Invoice.State.WRITTEN_OFF : Invoice.State.UNPAID;
  }

  static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
