package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.ReturnState;
import com.aiqleads.marketplace.returns.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Reads a row of [PostgresReturns].
record ReturnRow(ResultSet row, UnaryOperator<String> unsealed, ReasonsJson reasons) {

  LeadReturn read() throws SQLException {
    return new LeadReturn(
        new ReturnId(uuid("return_id")),
        new OrderLineId(uuid("order_line_id")),
        new TeamId(uuid("team_id")),
        new LeadId(uuid("lead_id")),
        row.getString("headline"),
        ReturnReason.valueOf(row.getString("reason")),
        row.getObject("asked_by") != null,
        text("evidence"),
        text("appeal"),
        ReturnState.valueOf(row.getString("state")),
        Verdict.valueOf(row.getString("verdict")),
        money("paid"),
        money("moved"),
        reasons.read(row.getString("reasons")),
        row.getInt("rulings"),
        instant("asked_at").orElseThrow(),
        instant("settled_at"),
        row.getObject("appealed_at") != null);
  }

  private String text(String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(unsealed).orElse("");
  }

  private Money money(String column) throws SQLException {
    return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
  }

  private UUID uuid(String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private Optional<Instant> instant(String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
