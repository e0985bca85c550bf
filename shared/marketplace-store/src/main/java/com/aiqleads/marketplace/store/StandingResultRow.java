package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingOrders.Outcome;
import com.aiqleads.marketplace.standing.StandingOrders.Result;
import com.aiqleads.marketplace.standing.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;

/// What became of a lead for a standing order.
final class StandingResultRow {

  private StandingResultRow() {}

  static Result result(ResultSet row) throws SQLException {
    return new Result(
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getString("headline"),
        outcome(row),
        StandingOrderRow.instant(row, "at"));
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    Money price = new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
    return switch (row.getString("outcome")) {
      case "BOUGHT" -> new Outcome.Bought(price);
      case "TOLD" -> new Outcome.Told(price);
      default -> new Outcome.Missed(Why.of(Miss.valueOf(row.getString("reason"))));
    };
  }
}
