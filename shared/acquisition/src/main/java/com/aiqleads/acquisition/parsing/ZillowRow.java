package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.parsing.Readings.Said;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One home, or one building with homes, as the data of a search has it; with what the page draws
/// and links of the same one.
final class ZillowRow {

  private static final double SAME_PLACE_KM = 0.2;

  private final Json row;
  private final @Nullable ZillowCard drawn;
  private final String page;
  private final String url;
  private final Optional<String> id;
  private final Json info;
  private final ZillowLinkedData data;

  /// @param row nothing where the page only draws it
  /// @param drawn null where the page does not draw it
  ZillowRow(
      Json row, @Nullable ZillowCard drawn, Map<String, ZillowLinkedData> linked, String page) {
    this.row = row;
    this.drawn = drawn;
    this.page = page;
    this.url = url(row, drawn, page);
    this.id = id(row, url);
    this.info = info(row, id);
    this.data = id.map(linked::get).orElse(ZillowLinkedData.NONE);
  }

  /// Where the home is shown, relative in some rows.
  private static String url(Json row, @Nullable ZillowCard drawn, String page) {
    String link = row.get("detailUrl").text();
    String drawnAt = drawn == null ? page : drawn.url();
    return link == null
        ? drawnAt
        : WebAddress.of(page, link).map(URI::toASCIIString).orElse(drawnAt);
  }

  private static Optional<String> id(Json row, String url) {
    String stated = ZillowText.first(row.get("zpid").text(), row.get("id").text());
    boolean home = ZillowLink.isZpid(stated);
    if (!home && ZillowLink.isBuilding(stated)) {
      return Optional.ofNullable(stated);
    }
    String addressed = ZillowLink.zpid(url);
    boolean two = home && addressed != null && !addressed.equals(stated);
    return two ? Optional.empty() : Optional.ofNullable(home ? stated : addressed);
  }

  /// More about the home, unless it is about another one.
  private static Json info(Json row, Optional<String> id) {
    Json info = row.get("hdpData").get("homeInfo");
    String about = info.get("zpid").text();
    return about == null || id.filter(about::equals).isPresent() ? info : new Json(null);
  }

  /// The site's id; empty if the row has none, or ids of two homes.
  Optional<String> id() {
    return id;
  }

  String url() {
    return url;
  }

  boolean isBuilding() {
    return id.filter(id -> !ZillowLink.isZpid(id)).isPresent();
  }

  ListingId listingId() {
    return id.map(id -> Listing.idOf(Source.ZILLOW, id))
        .orElseGet(
            () ->
                new ListingId(Ids.derived("nameless listing", page, String.valueOf(row.value()))));
  }

  Optional<Reason> refusal() {
    return id.isEmpty()
        ? Optional.of(PageRefusal.MALFORMED)
        : ZillowStatus.refusal(
            ZillowText.first(row.get("statusType").text(), info.get("homeStatus").text()),
            row.get("marketingStatusSimplifiedCd").text());
  }

  /// Whether an agent sells; a row that does not say so is not an agent's.
  boolean isByAgent() {
    Json type = info.get("listing_sub_type");
    return !type.get("is_FSBO").isTrue()
        && (type.get("is_FSBA").isTrue() || row.get("brokerName").text() != null);
  }

  ParsedListing parsed(Page of) {
    Readings readings = new Readings();
    Property property = property(readings);
    RawAddress address = address(readings);
    Listing listing =
        new Listing(
            listingId(),
            Source.ZILLOW,
            id.orElseThrow(),
            url(),
            ZillowTitle.of(property, address),
            null,
            price(readings),
            property,
            ZillowDates.daysAgo(info.get("daysOnZillow"), of.fetchedAt()),
            ZillowPhotos.ofRow(row, page),
            null,
            of.fetchedAt());
    GeoPoint point = location(readings);
    return Bounds.of(
        new ParsedListing(listing, address, point, contact(), particulars(readings.conflicts())));
  }

  private @Nullable Money price(Readings readings) {
    String currency = ZillowText.first(info.get("currency").text(), sign());
    if (isBuilding() || Figures.isForeignCurrency(currency)) {
      return null;
    }
    return readings.of(
        "price",
        List.of(
            new Said<>(
                "unformattedPrice", ZillowText.price(row.get("unformattedPrice").text(), currency)),
            new Said<>("price", ZillowText.price(row.get("price").text())),
            new Said<>(
                "hdpData.homeInfo.price", ZillowText.price(info.get("price").text(), currency)),
            new Said<>("property-card-price", drawn == null ? null : drawn.price()),
            new Said<>("ld offers.price", data.price())));
  }

  private @Nullable String sign() {
    return row.get("countryCurrency").text();
  }

  private Property property(Readings readings) {
    String drawnFacts = drawn == null ? null : drawn.text();
    Integer bedrooms =
        readings.of(
            "bedrooms",
            List.of(
                new Said<>("beds", Figures.bedrooms(row.get("beds").text())),
                new Said<>(
                    "hdpData.homeInfo.bedrooms", Figures.bedrooms(info.get("bedrooms").text())),
                new Said<>("property-card li", ZillowText.bedrooms(drawnFacts)),
                new Said<>("ld numberOfBedrooms", data.bedrooms())));
    BigDecimal bathrooms =
        readings.of(
            "bathrooms",
            List.of(
                new Said<>("baths", ZillowText.number(row.get("baths").text())),
                new Said<>(
                    "hdpData.homeInfo.bathrooms", ZillowText.number(info.get("bathrooms").text())),
                new Said<>("property-card li", ZillowText.bathrooms(drawnFacts)),
                new Said<>("ld numberOfBathroomsTotal", data.bathrooms())));
    Integer area =
        readings.of(
            "living area",
            List.of(
                new Said<>("area", Figures.area(row.get("area").text())),
                new Said<>(
                    "hdpData.homeInfo.livingArea", Figures.area(info.get("livingArea").text())),
                new Said<>("property-card li", ZillowText.area(drawnFacts)),
                new Said<>("ld floorSize", data.area())));
    return new Property(
        type(),
        bedrooms,
        bathrooms,
        area,
        ZillowText.lot(info.get("lotAreaValue").text(), info.get("lotAreaUnit").text()),
        null);
  }

  private PropertyType type() {
    String type = ZillowStatus.words(info.get("homeType").text());
    return isBuilding()
        ? PropertyType.OTHER
        : PropertyType.in(type, row.get("statusText").text(), data.type());
  }

  private RawAddress address(Readings readings) {
    RawAddress linkedOne = data.address();
    RawAddress line = ZillowText.address(row.get("address").text());
    RawAddress card = drawn == null ? RawAddress.UNKNOWN : drawn.rawAddress();
    boolean undisclosed = row.get("isUndisclosedAddress").isTrue();
    String street =
        readings.of(
            "street",
            ZillowText::sameWords,
            List.of(
                new Said<>("addressStreet", ZillowText.street(row.get("addressStreet").text())),
                new Said<>("address", line.street()),
                new Said<>(
                    "hdpData.homeInfo.streetAddress",
                    ZillowText.street(info.get("streetAddress").text())),
                new Said<>("property-card address", card.street()),
                new Said<>("ld streetAddress", linkedOne.street())));
    return new RawAddress(
        undisclosed ? null : street,
        part("city", "addressCity", line.city(), "city", card.city(), linkedOne.city(), readings),
        part(
            "state",
            "addressState",
            line.state(),
            "state",
            card.state(),
            linkedOne.state(),
            readings),
        part(
            "zip", "addressZipcode", line.zip(), "zipcode", card.zip(), linkedOne.zip(), readings));
  }

  private @Nullable String part(
      String field,
      String own,
      @Nullable String ofLine,
      String ofInfo,
      @Nullable String ofCard,
      @Nullable String ofLinked,
      Readings readings) {
    return readings.of(
        field,
        ZillowText::sameWords,
        List.of(
            new Said<>(own, ZillowText.present(row.get(own).text())),
            new Said<>("address", ofLine),
            new Said<>("hdpData.homeInfo." + ofInfo, ZillowText.present(info.get(ofInfo).text())),
            new Said<>("property-card address", ofCard),
            new Said<>("ld address", ZillowText.present(ofLinked))));
  }

  private @Nullable GeoPoint location(Readings readings) {
    Json own = row.get("latLong");
    return readings.of(
        "location",
        (one, other) -> one.distanceKm(other) <= SAME_PLACE_KM,
        List.of(
            new Said<>(
                "latLong",
                CraigslistText.point(own.get("latitude").text(), own.get("longitude").text())),
            new Said<>(
                "hdpData.homeInfo.latitude, longitude",
                CraigslistText.point(info.get("latitude").text(), info.get("longitude").text())),
            new Said<>("ld geo", data.point())));
  }

  /// Since 2026 some rows show a number to call.
  private RawContact contact() {
    List<String> phones =
        row.get("listCardRecommendation")
            .get("ctaRecommendations")
            .elements()
            .filter(each -> "PHONE".equals(each.get("contentType").text()))
            .flatMap(each -> Stream.ofNullable(each.get("displayString").text()))
            .distinct()
            .toList();
    return new RawContact(null, phones, List.of());
  }

  private Particulars particulars(List<Conflict> conflicts) {
    Map<String, String> attributes = new LinkedHashMap<>();
    long units = row.get("units").elements().count();
    if (units > 0) {
      attributes.put("units", String.valueOf(units));
    }
    put(attributes, "status", row.get("statusType").text());
    put(attributes, "tax assessed value", info.get("taxAssessedValue").text());
    return new Particulars(null, null, null, null, null, isByAgent(), false, attributes, conflicts);
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String value) {
    String line = ZillowText.present(value);
    if (line != null) {
      attributes.put(name, line);
    }
  }
}
