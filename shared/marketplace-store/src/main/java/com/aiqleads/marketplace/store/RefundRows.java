package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.orders.CardOrder.Refusal;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.receipts.Receipt.Original;
import com.aiqleads.marketplace.receipts.ReceiptId;
import com.aiqleads.marketplace.refunds.CardReasons;
import com.aiqleads.marketplace.refunds.Refund;
import com.aiqleads.marketplace.refunds.Refund.Kind;
import com.aiqleads.marketplace.refunds.Refund.State;
import com.aiqleads.marketplace.refunds.RefundId;
import com.aiqleads.marketplace.returns.ReturnReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the tables say of what went back, as the domain has it.
final class RefundRows {

  private RefundRows() {}

  static Refund refund(ResultSet row) throws SQLException {
    Kind kind = Kind.valueOf(row.getString("kind"));
    State state = State.valueOf(row.getString("state"));
    return new Refund(
        new RefundId(row.getObject("id", UUID.class)),
        SubscriptionRows.instant(row, "at"),
        new TeamId(row.getObject("team_id", UUID.class)),
        kind,
        state,
        SubscriptionRows.money(row, "amount"),
        reason(row, kind, state),
        id(row, "lead_id", LeadId::new),
        id(row, "order_id", OrderId::new),
        id(row, "decided_by", UserId::new),
        paper(row));
  }

  private static Reason reason(ResultSet row, Kind kind, State state) throws SQLException {
    Reason reason = why(row, kind, state);
    return row.getBoolean("spent") ? CardReasons.spent(reason) : reason;
  }

  private static Reason why(ResultSet row, Kind kind, State state) throws SQLException {
    return switch (kind) {
      case RETURN, RECALL, UNDELIVERED, APPEAL -> {
        ReturnReason reason = ReturnReason.valueOf(row.getString("why"));
        yield new Reason(reason.code(), reason.text());
      }
      case ORDER_REFUND -> CardReasons.of(Refusal.valueOf(row.getString("why")));
      case CARD_REFUND -> CardReasons.REFUNDED;
      case CHARGEBACK -> state == State.CONTESTED ? CardReasons.CONTESTED : CardReasons.TAKEN_BACK;
      case REVERSAL ->
          row.getBoolean("failed") ? CardReasons.REFUND_FAILED : CardReasons.GIVEN_BACK;
    };
  }

  private static <T> Optional<T> id(ResultSet row, String column, Function<UUID, T> make)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class)).map(make);
  }

  private static Optional<Original> paper(ResultSet row) throws SQLException {
    @Nullable String series = row.getString("series");
    return series == null
        ? Optional.empty()
        : Optional.of(
            new Original(
                new ReceiptId(row.getObject("id", UUID.class)),
                series + "-" + row.getLong("number")));
  }
}
