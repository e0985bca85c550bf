package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.matching.Evidence;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.Resolution.Filed;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of the table of advertisements.
final class AdvertisementRow {

  /// What [#bind] sets, as `file_advertisement` takes it.
  static final String PARAMETERS =
      """
      ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      ?, ?, ?, ?, ?, ?""";

  private AdvertisementRow() {}

  static void bind(Parameters next, Filed filed, SealedContacts contacts) throws SQLException {
    Advertisement seen = filed.advertisement();
    next.set(seen.listing().id().value());
    next.set(filed.lead().value());
    next.set(seen.page().value());
    next.set(seen.market());
    bind(next, seen.listing());
    bind(next, seen.address());
    next.set(seen.location().point().latitude());
    next.set(seen.location().point().longitude());
    next.set(seen.location().accuracy().id());
    next.set(contacts.seal(seen.contact()));
    next.set(seen.listing().observedAt().atOffset(ZoneOffset.UTC));
    next.set(seen.firstSeenAt().atOffset(ZoneOffset.UTC));
    next.set((int) Math.round(filed.match().bits()));
    next.texts(filed.match().evidence().stream().map(Evidence::code).toList());
    next.set(filed.match().model());
    next.set(filed.seller().map(seller -> seller.person().value()).orElse(null), Types.OTHER);
  }

  private static void bind(Parameters next, Listing listing) throws SQLException {
    Money price = listing.price();
    Property property = listing.property();
    next.set(listing.source().id());
    next.set(listing.sourceListingId());
    next.set(listing.url());
    next.set(listing.title());
    next.set(listing.description());
    next.set(price == null ? null : price.minorUnits(), Types.BIGINT);
    next.set(price == null ? null : price.currency().getCurrencyCode());
    next.set(property.type().id());
    next.set(property.bedrooms(), Types.INTEGER);
    next.set(property.bathrooms(), Types.NUMERIC);
    next.set(property.livingAreaSqft(), Types.INTEGER);
    next.set(property.lotSizeSqft(), Types.INTEGER);
    next.set(property.yearBuilt(), Types.INTEGER);
    next.set(listing.listedOn(), Types.DATE);
    next.texts(listing.photoUrls());
    next.set(listing.mlsNumber());
  }

  private static void bind(Parameters next, Address address) throws SQLException {
    next.set(address.street());
    next.set(address.unit());
    next.set(address.city());
    next.set(address.state());
    next.set(address.zip());
  }

  static Advertisement read(ResultSet row, SealedContacts contacts) throws SQLException {
    return new Advertisement(
        listing(row),
        new PageId(row.getObject("page_id", UUID.class)),
        row.getString("market"),
        new Address(
            row.getString("street"),
            row.getString("unit"),
            row.getString("city"),
            row.getString("state"),
            row.getString("zip")),
        new Location(
            new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude")),
            Accuracy.of(row.getString("accuracy"))),
        contacts.open(row.getString("contact")),
        instant(row, "first_seen_at"));
  }

  private static Listing listing(ResultSet row) throws SQLException {
    String source = row.getString("source");
    return new Listing(
        new ListingId(row.getObject("listing_id", UUID.class)),
        Source.find(source).orElseThrow(() -> new IllegalStateException("no source " + source)),
        row.getString("source_listing_id"),
        row.getString("url"),
        row.getString("title"),
        row.getString("description"),
        price(row),
        new Property(
            PropertyType.of(row.getString("property_type")),
            row.getObject("bedrooms", Integer.class),
            row.getBigDecimal("bathrooms"),
            row.getObject("living_area_sqft", Integer.class),
            row.getObject("lot_size_sqft", Integer.class),
            row.getObject("year_built", Integer.class)),
        row.getObject("listed_on", LocalDate.class),
        texts(row.getArray("photo_urls")),
        row.getString("mls_number"),
        instant(row, "observed_at"));
  }

  private static @Nullable Money price(ResultSet row) throws SQLException {
    String currency = row.getString("price_currency");
    return currency == null
        ? null
        : new Money(row.getLong("price_minor_units"), Currency.getInstance(currency));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
