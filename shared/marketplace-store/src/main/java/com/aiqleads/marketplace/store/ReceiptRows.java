package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.receipts.Receipt;
import com.aiqleads.marketplace.receipts.Receipt.Kind;
import com.aiqleads.marketplace.receipts.Receipt.Line;
import com.aiqleads.marketplace.receipts.Receipt.Original;
import com.aiqleads.marketplace.receipts.Receipt.SoldLead;
import com.aiqleads.marketplace.receipts.ReceiptId;
import com.aiqleads.marketplace.taxes.TaxRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the tables of receipts say, as the domain has it.
final class ReceiptRows {

  private ReceiptRows() {}

  /// A row is one line of it.
  static Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(
        new ReceiptId(row.getObject("receipt_id", UUID.class)),
        row.getLong("nr"),
        number(row, "series", "number"),
        Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("bill_to")),
        original(row),
        List.of(new Line(lead(row), SubscriptionRows.money(row, "amount"))),
        SubscriptionRows.money(row, "total"),
        SubscriptionRows.money(row, "tax"),
        new TaxRate(row.getInt("tax_rate")),
        row.getBoolean("by_card"),
        SubscriptionRows.instant(row, "happened_at"),
        SubscriptionRows.instant(row, "issued_at"));
  }

  static List<Receipt> together(List<Receipt> lines) {
    Map<ReceiptId, Receipt> found = new LinkedHashMap<>();
    lines.forEach(line -> found.merge(line.id(), line, ReceiptRows::joined));
    return List.copyOf(found.values());
  }

  private static Receipt joined(Receipt one, Receipt more) {
    return new Receipt(
        one.id(),
        one.place(),
        one.number(),
        one.kind(),
        one.billTo(),
        one.original(),
        Stream.concat(one.lines().stream(), more.lines().stream()).toList(),
        one.total(),
        one.tax(),
        one.rate(),
        one.byCard(),
        one.happenedAt(),
        one.issuedAt());
  }

  private static Optional<Original> original(ResultSet row) throws SQLException {
    @Nullable UUID id = row.getObject("original", UUID.class);
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Original(new ReceiptId(id), number(row, "original_series", "original_number")));
  }

  private static Optional<SoldLead> lead(ResultSet row) throws SQLException {
    @Nullable UUID id = row.getObject("lead_id", UUID.class);
    return id == null
        ? Optional.empty()
        : Optional.of(
            new SoldLead(
                new LeadId(id),
                row.getBoolean("exclusive") ? SaleMode.EXCLUSIVE : SaleMode.SHARED));
  }

  private static String number(ResultSet row, String series, String number) throws SQLException {
    return row.getString(series) + "-" + row.getLong(number);
  }
}
