package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One advertisement of a search answer of forsalebyowner.com.
record ForSaleByOwnerItem(Json item, Page page) {

  private static final Set<String> ENDED =
      Set.of(
          "sold",
          "expired",
          "withdrawn",
          "inactive",
          "closed",
          "off market",
          "removed",
          "deleted",
          "canceled",
          "cancelled",
          "archived",
          "rented");
  private static final Set<String> UNDER_CONTRACT =
      Set.of("pending", "sale pending", "under contract", "contingent", "active under contract");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[_\\s-]{1,10}|(?<=[a-z])(?=[A-Z])");
  private static final int DATE_LENGTH = 10;

  /// Without an id on the site, one made of what it shows, so that its refusal can be counted.
  ListingId id() {
    String siteId = item.get("id").text();
    return siteId == null
        ? new ListingId(Ids.derived("nameless listing", page.url(), String.valueOf(item.value())))
        : Listing.idOf(Source.FORSALEBYOWNER, siteId);
  }

  String url() {
    String url = item.get("listingURL").text();
    String siteId = item.get("id").text();
    String address = url != null || siteId == null ? url : "/listing/_/" + siteId;
    return address == null ? page.url() : absolute(address).orElse(page.url());
  }

  Optional<Reason> refusal() {
    String status = words(item.get("listingStatus").text());
    String siteId = item.get("id").text();
    if (siteId == null || !Bounds.isId(siteId)) {
      return Optional.of(PageRefusal.MALFORMED);
    }
    if (ENDED.contains(status)) {
      return Optional.of(PageRefusal.GONE);
    }
    return item.get("isUnderContract").isTrue() || UNDER_CONTRACT.contains(status)
        ? Optional.of(PageRefusal.UNDER_CONTRACT)
        : Optional.empty();
  }

  /// `UnderContract`, `UNDER_CONTRACT` and `under-contract` are the same.
  private static String words(@Nullable String status) {
    String line = Bounds.line(status);
    return line == null
        ? ""
        : BETWEEN_WORDS.matcher(line).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
  }

  ParsedListing parsed() {
    return Bounds.of(new ParsedListing(listing(), address(), location(), contact()));
  }

  private Listing listing() {
    return new Listing(
        id(),
        Source.FORSALEBYOWNER,
        String.valueOf(item.get("id").text()),
        url(),
        title(),
        item.get("listingDescription").text(),
        Figures.usd(item.get("listPrice").text()),
        property(),
        listedOn(),
        photoUrls(),
        item.get("mlsNumber").text(),
        page.fetchedAt());
  }

  private String title() {
    return Stream.of("listingTitle", "fullName")
        .map(name -> item.get(name).text())
        .filter(title -> title != null)
        .findFirst()
        .orElse("Home for sale by owner");
  }

  private Property property() {
    return new Property(
        PropertyType.in(item.get("propertyType").text()),
        Figures.bedrooms(item.get("bedrooms").text()),
        Figures.bathrooms(item.get("bathrooms").text()),
        Figures.area(item.get("livingArea").text()),
        Figures.area(item.get("lotSizeSquareFeet").text()),
        Figures.yearBuilt(item.get("yearBuilt").text(), page.fetchedAt()));
  }

  private RawAddress address() {
    Json address = item.get("address");
    return new RawAddress(
        address.get("fullStreetAddress").text(),
        address.get("city").text(),
        address.get("stateOrProvince").text(),
        address.get("postalCode").text());
  }

  /// GeoJSON: longitude first. Zero, zero is the site's word for nowhere.
  private @Nullable GeoPoint location() {
    List<Json> coordinates = item.get("center").get("coordinates").elements().toList();
    if (coordinates.size() != 2) {
      return null;
    }
    BigDecimal longitude = coordinates.getFirst().number();
    BigDecimal latitude = coordinates.getLast().number();
    return longitude == null || latitude == null || (longitude.signum() | latitude.signum()) == 0
        ? null
        : onEarth(latitude.doubleValue(), longitude.doubleValue());
  }

  private static @Nullable GeoPoint onEarth(double latitude, double longitude) {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
        ? new GeoPoint(latitude, longitude)
        : null;
  }

  private RawContact contact() {
    Json contact = item.get("contact");
    return new RawContact(
        contact.get("ownerName").text(),
        texts(contact.get("phone"), contact.get("phoneNumber")),
        texts(contact.get("email")));
  }

  private static List<String> texts(Json... values) {
    return Stream.of(values).map(Json::text).filter(text -> text != null).distinct().toList();
  }

  private List<String> photoUrls() {
    return Stream.of("photos", "images")
        .flatMap(name -> item.get(name).elements())
        .map(photo -> photo.text() == null ? photo.get("url").text() : photo.text())
        .filter(url -> url != null)
        .flatMap(url -> absolute(url.replace(" ", "%20")).stream())
        .distinct()
        .toList();
  }

  private @Nullable LocalDate listedOn() {
    String date = item.get("listingDate").text();
    try {
      return date == null || date.length() < DATE_LENGTH
          ? null
          : LocalDate.parse(date.substring(0, DATE_LENGTH));
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }

  private Optional<String> absolute(String address) {
    return WebAddress.of(page.url(), address).map(URI::toASCIIString);
  }
}
