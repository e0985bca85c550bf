package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.Readings.Said;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One home as its own page has it: in the answer that the page's scripts were given, in what it
/// draws, and in its linked data.
final class ZillowHome {

  private static final double SAME_PLACE_KM = 0.2;
  private static final int MAX_EVENTS = 20;

  private final String zpid;
  private final Json home;
  private final ZillowFacts facts;
  private final ZillowDrawn drawn;
  private final ZillowLinkedData linked;
  private final Readings readings = new Readings();

  ZillowHome(String zpid, Json home, ZillowDrawn drawn, ZillowLinkedData linked) {
    this.zpid = zpid;
    this.home = home;
    this.facts = new ZillowFacts(home, home.get("resoFacts"), drawn, linked, readings);
    this.drawn = drawn;
    this.linked = linked;
  }

  Optional<Reason> refusal() {
    return ZillowStatus.refusal(text("homeStatus"), text("contingentListingType"));
  }

  ParsedListing parsed(Page page) {
    Property property = facts.property(page);
    RawAddress address = address();
    String description = text("description");
    Listing listing =
        new Listing(
            Listing.idOf(Source.ZILLOW, zpid),
            Source.ZILLOW,
            zpid,
            page.url(),
            ZillowTitle.of(property, address),
            description,
            price(),
            property,
            listedOn(page),
            ZillowPhotos.ofHome(home, page.url()),
            byOwner() ? null : mlsNumber(),
            page.fetchedAt());
    GeoPoint location = location();
    return Bounds.of(
        new ParsedListing(
            listing,
            address,
            location,
            new ZillowContact(home, byOwner(), drawn.ownerPhones()).contact(),
            particulars()));
  }

  private @Nullable String text(String name) {
    return home.get(name).text();
  }

  private boolean byOwner() {
    Json type = home.get("listingSubType");
    return type.get("isFSBO").isTrue() || type.get("is_FSBO").isTrue();
  }

  private boolean byAgent() {
    Json type = home.get("listingSubType");
    Json info = home.get("attributionInfo");
    boolean named = info.get("agentName").text() != null || info.get("brokerName").text() != null;
    return !byOwner()
        && (type.get("isFSBA").isTrue()
            || type.get("is_FSBA").isTrue()
            || named
            || mlsNumber() != null);
  }

  private @Nullable String mlsNumber() {
    return ZillowText.first(text("mlsid"), home.get("attributionInfo").get("mlsId").text());
  }

  /// None in another currency, whatever sign the page draws before it.
  private @Nullable Money price() {
    if (Figures.isForeignCurrency(text("currency"))) {
      return null;
    }
    return readings.of(
        "price",
        List.of(
            new Said<>("price", ZillowText.price(text("price"), text("currency"))),
            new Said<>("[data-testid=price]", drawn.price()),
            new Said<>("ld offers.price", linked.price())));
  }

  private RawAddress address() {
    Json own = home.get("address");
    RawAddress shown = drawn.address();
    RawAddress data = linked.address();
    String street =
        said(
            "street",
            ZillowText.street(own.get("streetAddress").text()),
            ZillowText.street(text("streetAddress")),
            shown.street(),
            data.street());
    String city = said("city", own.get("city").text(), text("city"), shown.city(), data.city());
    String state =
        said("state", own.get("state").text(), text("state"), shown.state(), data.state());
    String zip = said("zip", own.get("zipcode").text(), text("zipcode"), shown.zip(), data.zip());
    boolean undisclosed = home.get("isUndisclosedAddress").isTrue();
    return new RawAddress(undisclosed ? null : street, city, state, zip);
  }

  private @Nullable String said(
      String field,
      @Nullable String own,
      @Nullable String beside,
      @Nullable String shown,
      @Nullable String data) {
    return readings.of(
        field,
        ZillowText::sameWords,
        List.of(
            new Said<>("address", ZillowText.present(own)),
            new Said<>(field, ZillowText.present(beside)),
            new Said<>("h1", ZillowText.present(shown)),
            new Said<>("ld address", ZillowText.present(data))));
  }

  /// Nowhere, where the site itself does not trust the place.
  private @Nullable GeoPoint location() {
    if (home.get("hasBadGeocode").isTrue()) {
      return null;
    }
    return readings.of(
        "location",
        (one, other) -> one.distanceKm(other) <= SAME_PLACE_KM,
        List.of(
            new Said<>(
                "latitude, longitude", CraigslistText.point(text("latitude"), text("longitude"))),
            new Said<>("ld geo", linked.point())));
  }

  private @Nullable LocalDate listedOn(Page page) {
    return readings.of(
        "listed on",
        ZillowDates::agree,
        List.of(
            new Said<>("datePostedString", CraigslistText.date(text("datePostedString"))),
            new Said<>(
                "daysOnZillow", ZillowDates.daysAgo(home.get("daysOnZillow"), page.fetchedAt()))));
  }

  private Particulars particulars() {
    Map<String, String> attributes = new LinkedHashMap<>();
    put(attributes, "home type", text("homeType"));
    put(attributes, "bathrooms full", plain(facts.full()));
    put(attributes, "bathrooms half", plain(facts.half()));
    put(
        attributes,
        "parcel",
        ZillowText.first(text("parcelId"), home.get("resoFacts").get("parcelNumber").text()));
    String history = priceHistory();
    if (!history.isEmpty()) {
      attributes.put("price history", history);
    }
    return new Particulars(
        null, null, null, null, null, byAgent(), false, attributes, readings.conflicts());
  }

  /// The newest first, as the site has them.
  private String priceHistory() {
    return home.get("priceHistory")
        .elements()
        .limit(MAX_EVENTS)
        .map(
            event ->
                Stream.of("date", "event", "price")
                    .map(name -> ZillowText.present(event.get(name).text()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")))
        .filter(event -> !event.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String value) {
    String line = ZillowText.present(value);
    if (line != null) {
      attributes.put(name, line);
    }
  }
}
