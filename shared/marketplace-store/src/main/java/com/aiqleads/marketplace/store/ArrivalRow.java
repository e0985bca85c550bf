package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.standing.Arrival;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/// A lead at its two prices, from an offer or from an allocation.
final class ArrivalRow {

  /// Of offers, as o.
  static final String COLUMNS =
      """
      o.lead_id, o.version, o.revision, o.words, o.city, o.type, o.beds, o.price_band,
        o.quality_band, o.sources, o.price, o.asking, o.quality, o.first_seen, o.cell, o.currency,
        coalesce(o.exclusive_price, o.price * (
          select count(*) from slots s where s.lead_id = o.lead_id)) as exclusive_price
      """;

  private ArrivalRow() {}

  static Arrival arrival(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Arrival(
        PostgresCatalog.lead(row),
        new Money(row.getLong("price"), currency),
        new Money(row.getLong("exclusive_price"), currency));
  }
}
