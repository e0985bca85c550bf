package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardCharge;
import com.aiqleads.marketplace.cards.CardFace;
import com.aiqleads.marketplace.cards.CardId;
import com.aiqleads.marketplace.payments.CardOnFile;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/// Rows of cards as the domain knows them.
final class CardRows {

  private CardRows() {}

  static Card card(ResultSet row) throws SQLException {
    return new Card(
        new CardId(row.getObject("card_id", UUID.class)),
        new TeamId(row.getObject("team_id", UUID.class)),
        Card.State.valueOf(row.getString("state")),
        SubscriptionRows.instant(row, "page_until"),
        Optional.ofNullable(row.getString("customer")),
        Optional.ofNullable(row.getString("session")),
        Optional.ofNullable(row.getString("page")).map(URI::create),
        row.getString("method") == null ? Optional.empty() : Optional.of(saved(row)));
  }

  private static Card.Saved saved(ResultSet row) throws SQLException {
    return new Card.Saved(
        new CardOnFile(row.getString("customer"), row.getString("method")),
        new CardFace(
            row.getString("brand"),
            row.getString("last_four"),
            YearMonth.from(row.getObject("expires", LocalDate.class))));
  }

  static CardCharge charge(ResultSet row) throws SQLException {
    return new CardCharge(
        new PaymentId(row.getObject("payment_id", UUID.class)),
        new CardId(row.getObject("card_id", UUID.class)),
        Optional.ofNullable(row.getObject("invoice_id", UUID.class)).map(InvoiceId::new),
        SubscriptionRows.money(row, "amount"),
        SubscriptionRows.instant(row, "begun_at"),
        YearMonth.from(row.getObject("counts_in", LocalDate.class)),
        CardCharge.Outcome.valueOf(row.getString("outcome")),
        Optional.ofNullable(row.getString("reason")),
        maybe(row, "ended_at"));
  }

  private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
