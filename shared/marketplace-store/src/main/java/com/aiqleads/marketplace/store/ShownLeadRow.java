package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.OfferId;
import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Advertisement;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.LeadCard;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Property;
import com.aiqleads.marketplace.Score;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Slots;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a row of [PostgresStorefront].
record ShownLeadRow(ResultSet row, ReasonsJson reasons, SealedContacts contacts) {

  ShownLead read() throws SQLException {
    LeadCard card = card();
    if (!row.getBoolean("owned")) {
      return new ShownLead.Preview(card);
    }
    String sealed = row.getString("sealed");
    if (sealed == null) {
      return new ShownLead.Withheld(card);
    }
    GeoPoint point = new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude"));
    return new ShownLead.Owned(card, advertisement(), address(), point, contacts.open(sealed));
  }

  private LeadCard card() throws SQLException {
    return new LeadCard(
        new LeadId(uuid("lead_id")),
        new OfferId(uuid("offer_id")),
        row.getLong("version"),
        row.getString("headline"),
        row.getString("teaser"),
        row.getString("market"),
        row.getString("city_name"),
        row.getString("state"),
        row.getString("zip"),
        Cell.ofNumber(row.getInt("cell")),
        property(),
        asking(),
        row.getObject("listed_on", LocalDate.class),
        Instant.ofEpochMilli(row.getLong("first_seen")),
        texts("sources"),
        row.getInt("listings"),
        texts("photo_urls").size(),
        row.getBoolean("has_phone"),
        row.getBoolean("has_email"),
        quality(),
        price(),
        new Slots(
            row.getInt("slots_total"),
            row.getInt("slots_free"),
            instant("slots_free_at"),
            row.getInt("waiting")),
        instant("opens_at"),
        new CorrelationId(uuid("correlation_id")));
  }

  private Score quality() throws SQLException {
    return new Score(
        row.getInt("quality"),
        row.getString("quality_band"),
        reasons.read(row.getString("quality_reasons")));
  }

  private Price price() throws SQLException {
    return new Price(
        new Money(row.getLong("price"), currency()),
        new Money(row.getLong("exclusive_price"), currency()),
        row.getString("price_book"),
        reasons.read(row.getString("price_reasons")));
  }

  private Property property() throws SQLException {
    return new Property(
        row.getString("type"),
        number("bedrooms"),
        row.getObject("bathrooms", BigDecimal.class),
        number("living_area_sqft"),
        number("lot_size_sqft"),
        number("year_built"));
  }

  private Address address() throws SQLException {
    return new Address(
        row.getString("street"),
        row.getString("unit"),
        row.getString("city_name"),
        row.getString("state"),
        row.getString("zip"));
  }

  private Advertisement advertisement() throws SQLException {
    return new Advertisement(
        new ListingId(uuid("listing_id")),
        row.getString("source"),
        row.getString("url"),
        row.getString("title"),
        row.getString("description"),
        asking(),
        row.getObject("listed_on", LocalDate.class),
        texts("photo_urls"),
        row.getObject("observed_at", OffsetDateTime.class).toInstant());
  }

  private @Nullable Money asking() throws SQLException {
    Long cents = row.getObject("asking", Long.class);
    return cents == null ? null : new Money(cents, currency());
  }

  private Currency currency() throws SQLException {
    return Currency.getInstance(row.getString("currency"));
  }

  private @Nullable Integer number(String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  private @Nullable Instant instant(String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private UUID uuid(String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private List<String> texts(String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
