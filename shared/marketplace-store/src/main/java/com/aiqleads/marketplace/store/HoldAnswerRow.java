package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.Ending;
import com.aiqleads.marketplace.holds.Extension;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/// One row of the type `hold_answer`.
record HoldAnswerRow(ResultSet row) {

  HoldAnswer answer() throws SQLException {
    LeadId lead = lead();
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case "HELD" -> new HoldAnswer.Held(hold());
      case "HELD_BEFORE" -> new HoldAnswer.HeldBefore(hold());
      case "NOT_ON_SALE" -> new HoldAnswer.NotOnSale(lead);
      case "SOLD_OUT" -> new HoldAnswer.SoldOut(lead);
      case "ALL_HELD" -> new HoldAnswer.AllHeld(lead, freeAt());
      case "ALREADY_OWNED" -> new HoldAnswer.AlreadyOwned(lead);
      case "HELD_OTHERWISE" -> new HoldAnswer.HeldOtherwise(lead);
      case "PRICE_CHANGED" -> new HoldAnswer.PriceChanged(lead, price());
      case "OVER_LIMIT" -> new HoldAnswer.OverLimit(lead, Span.of(row.getString("span")));
      case "TOO_MANY_HOLDS" -> new HoldAnswer.TooManyHolds(lead);
      case "COOLING_DOWN" -> new HoldAnswer.CoolingDown(lead, instant("free_at"));
      case "EARLY" -> new HoldAnswer.Early(lead, instant("free_at"));
      case "OTHERS_REFUSED" -> new HoldAnswer.OthersRefused(lead);
      default -> throw new IllegalStateException("an answer that nobody knows: " + outcome);
    };
  }

  Extension extension() throws SQLException {
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case "EXTENDED" -> new Extension.Extended(hold());
      case "NO_LONGER" -> new Extension.NoLonger(hold());
      default -> new Extension.Ended(Ending.valueOf(outcome));
    };
  }

  Hold hold() throws SQLException {
    return new Hold(
        new HoldId(row.getObject("hold_id", UUID.class)),
        lead(),
        row.getBoolean("exclusive") ? SaleMode.EXCLUSIVE : SaleMode.SHARED,
        price(),
        instant("held_at"),
        instant("hold_until"),
        instant("last_until"),
        row.getInt("extensions_left"));
  }

  private LeadId lead() throws SQLException {
    return new LeadId(row.getObject("lead_id", UUID.class));
  }

  private Money price() throws SQLException {
    return new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
  }

  private Optional<Instant> freeAt() throws SQLException {
    return Optional.ofNullable(row.getObject("free_at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private Instant instant(String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
