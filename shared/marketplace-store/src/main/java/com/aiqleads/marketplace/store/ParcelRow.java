package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Parcel;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what somebody has taken to deliver it.
record ParcelRow(Supplier<FieldCipher> cipher) {

  Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(
        PostgresDeliveries.id(row),
        new TeamId(row.getObject("team_id", UUID.class)),
        row.getInt("turn"),
        row.getInt("attempts"),
        destination(row),
        bought(row));
  }

  private Destination destination(ResultSet row) throws SQLException {
    List<String> opened =
        Stream.of(opened(row.getString("secret")), opened(row.getString("earlier_secret")))
            .flatMap(Optional::stream)
            .toList();
    return DestinationText.read(
        Destination.Kind.valueOf(row.getString("kind")),
        URI.create(row.getString("address")),
        opened,
        row.getBoolean("confirmed"));
  }

  private Optional<String> opened(@Nullable String sealed) {
    return Optional.ofNullable(sealed).map(cipher.get()::decrypt);
  }

  private static Optional<Parcel.Bought> bought(ResultSet row) throws SQLException {
    @Nullable UUID line = row.getObject("order_line_id", UUID.class);
    return line == null
        ? Optional.empty()
        : Optional.of(
            new Parcel.Bought(
                new OrderId(row.getObject("order_id", UUID.class)),
                new OrderLineId(line),
                new LeadId(row.getObject("lead_id", UUID.class)),
                row.getBoolean("exclusive") ? SaleMode.EXCLUSIVE : SaleMode.SHARED,
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                PostgresDeliveries.instant(row, "placed_at")));
  }
}
