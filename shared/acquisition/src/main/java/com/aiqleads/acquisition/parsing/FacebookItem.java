package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.FacebookData.Part;
import com.aiqleads.acquisition.parsing.Readings.Said;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One advertisement as its own page has it: in the answers that the page's scripts were given, of
/// which none says everything, and in what the page draws.
final class FacebookItem {

  private static final double SAME_PLACE_KM = 0.2;
  private static final String DETAILS = "ProductDetailsPage";
  private static final String REAL_ESTATE = "RealEstate";
  private static final List<String> PLAIN_KINDS =
      List.of("MarketplaceProductDetailsPage", "MarketplaceGenericProductDetailsPage");
  private static final String NOBODY = "facebook user";
  private static final int MAX_LABELS = 40;

  private final String id;
  private final String page;
  private final List<Part> parts;
  private final FacebookDrawn drawn;
  private final Readings readings = new Readings();

  FacebookItem(String id, String page, List<Part> parts, FacebookDrawn drawn) {
    this.id = id;
    this.page = page;
    this.parts = List.copyOf(parts);
    this.drawn = drawn;
  }

  /// Whether the page came with what every advertisement has.
  boolean isWhole() {
    boolean titled =
        drawn.title() != null
            || Stream.of("marketplace_listing_title", "custom_title")
                .anyMatch(it -> text(it) != null);
    boolean priced =
        drawn.price() != null
            || targets()
                .anyMatch(
                    part ->
                        part.get("listing_price").value() != null
                            || part.get("formatted_price").value() != null);
    return titled && priced;
  }

  Optional<Reason> refusal() {
    if (!isHome()) {
      return Optional.of(PageRefusal.NOT_A_HOME);
    }
    boolean rent = drawn.isRent() || prices().anyMatch(FacebookText::isRent);
    return rent
        ? Optional.of(PageRefusal.NOT_FOR_SALE)
        : FacebookStatus.refusal(targets().toList());
  }

  /// By what the site calls the page; where it says no more than that it is one, by what only homes
  /// have. Rows of homes beside something else say nothing of it.
  private boolean isHome() {
    List<String> kinds =
        parts.stream()
            .map(Part::kind)
            .filter(Objects::nonNull)
            .filter(kind -> kind.contains(DETAILS) && !PLAIN_KINDS.contains(kind))
            .toList();
    return kinds.isEmpty()
        ? targets().anyMatch(FacebookItem::hasRooms) || (parts.isEmpty() && drawn.isHome())
        : kinds.stream().anyMatch(kind -> kind.contains(REAL_ESTATE));
  }

  private static boolean hasRooms(Json target) {
    return Stream.of("unit_room_info", "unit_area_info", "property_type")
            .anyMatch(name -> target.get(name).text() != null)
        || target.get("home_address").get("street").text() != null;
  }

  private Stream<Json> targets() {
    return parts.stream().map(Part::target);
  }

  private Stream<String> texts(String name) {
    return targets().flatMap(part -> Stream.ofNullable(part.get(name).text()));
  }

  private @Nullable String text(String name) {
    return texts(name).findFirst().orElse(null);
  }

  private Stream<String> prices() {
    return targets()
        .flatMap(part -> Stream.ofNullable(part.get("formatted_price").get("text").text()));
  }

  ParsedListing parsed(Page of) {
    Property property = property();
    RawAddress address = address();
    Instant postedAt =
        said("posted at", "creation_time", part -> time(part.get("creation_time"), of));
    Listing listing =
        new Listing(
            Listing.idOf(Source.FACEBOOK, id),
            Source.FACEBOOK,
            id,
            of.url(),
            title(),
            description(),
            price(),
            property,
            postedAt == null ? null : postedAt.atZone(ZoneOffset.UTC).toLocalDate(),
            FacebookPhotos.of(targets().toList(), page),
            null,
            of.fetchedAt());
    GeoPoint location = location();
    RawContact contact = new RawContact(seller(), List.of(), List.of());
    return Bounds.of(new ParsedListing(listing, address, location, contact, particulars(postedAt)));
  }

  private static @Nullable Instant time(Json epochSeconds, Page of) {
    return FacebookText.time(epochSeconds.number(), of.fetchedAt());
  }

  private String title() {
    String title =
        said(
            "title",
            ZillowText::sameWords,
            "marketplace_listing_title",
            part -> FacebookText.heading(part.get("marketplace_listing_title").text()),
            List.of(new Said<>("h1", drawn.title())));
    String custom = FacebookText.heading(text("custom_title"));
    return title != null ? title : Objects.requireNonNullElse(custom, "Home for sale");
  }

  /// The page may draw the beginning only.
  private @Nullable String description() {
    return said(
        "description",
        (one, other) -> {
          String longer = CraigslistText.letters(one);
          String shorter = CraigslistText.letters(other);
          return longer.startsWith(shorter) || shorter.startsWith(longer);
        },
        "redacted_description",
        part -> part.get("redacted_description").get("text").text(),
        List.of(new Said<>("h2 Description", drawn.description())));
  }

  private @Nullable Money price() {
    List<Said<Money>> beside = new ArrayList<>();
    prices()
        .forEach(text -> beside.add(new Said<>("formatted_price.text", FacebookText.price(text))));
    beside.add(new Said<>("h1 + *", drawn.money()));
    String formatted = prices().findFirst().orElse(drawn.price());
    return said(
        "price",
        Objects::equals,
        "listing_price.amount",
        part -> {
          Json price = part.get("listing_price");
          return FacebookText.price(
              price.get("amount").text(), price.get("currency").text(), formatted);
        },
        beside);
  }

  private Property property() {
    List<String> labels = labels();
    String sections = String.join(", ", labels.stream().filter(FacebookItem::isFact).toList());
    String bounded = Figures.shortened(sections, Bounds.MAX_LINE_LENGTH);
    Integer bedrooms =
        said(
            "bedrooms",
            Objects::equals,
            "unit_room_info",
            part -> FacebookText.bedrooms(part.get("unit_room_info").text()),
            List.of(
                new Said<>("pdp_display_sections", FacebookText.bedrooms(bounded)),
                new Said<>("drawn rooms", drawn.bedrooms())));
    BigDecimal bathrooms =
        said(
            "bathrooms",
            Objects::equals,
            "unit_room_info",
            part -> ZillowText.bathrooms(part.get("unit_room_info").text()),
            List.of(
                new Said<>("pdp_display_sections", ZillowText.bathrooms(bounded)),
                new Said<>("drawn rooms", drawn.bathrooms())));
    Integer area =
        said(
            "living area",
            Objects::equals,
            "unit_area_info",
            part -> FacebookText.area(part.get("unit_area_info").text()),
            List.of(
                new Said<>("pdp_display_sections", FacebookText.area(bounded)),
                new Said<>("drawn size", drawn.area())));
    return new Property(type(labels), bedrooms, bathrooms, area, null, null);
  }

  private PropertyType type(List<String> labels) {
    List<String> texts = new ArrayList<>();
    texts("property_type").map(FacebookText::words).filter(Objects::nonNull).forEach(texts::add);
    labels.stream().filter(label -> !isFact(label)).forEach(texts::add);
    texts("custom_title").map(FacebookText::words).filter(Objects::nonNull).forEach(texts::add);
    return PropertyType.in(texts.toArray(String[]::new));
  }

  /// What the sections of the page say of the home, each line by itself.
  private List<String> labels() {
    return targets()
        .flatMap(part -> part.get("pdp_display_sections").elements())
        .flatMap(section -> section.get("pdp_fields").elements())
        .flatMap(field -> Stream.ofNullable(field.get("display_label").text()))
        .filter(label -> label.length() <= Bounds.MAX_LINE_LENGTH)
        .distinct()
        .limit(MAX_LABELS)
        .toList();
  }

  private static boolean isFact(String label) {
    return FacebookText.bedrooms(label) != null
        || ZillowText.bathrooms(label) != null
        || FacebookText.area(label) != null;
  }

  private RawAddress address() {
    RawAddress line =
        targets()
            .map(part -> ZillowText.address(part.get("home_address").get("street").text()))
            .filter(each -> !each.equals(RawAddress.UNKNOWN))
            .findFirst()
            .orElse(RawAddress.UNKNOWN);
    RawAddress shown =
        targets()
            .map(part -> FacebookText.place(part.get("location_text").get("text").text()))
            .filter(each -> !each.equals(RawAddress.UNKNOWN))
            .findFirst()
            .orElse(RawAddress.UNKNOWN);
    String street = line.street() == null ? street() : line.street();
    return new RawAddress(
        street,
        place("city", ZillowText::present, shown.city(), line.city()),
        place("state", ZillowText::present, shown.state(), line.state()),
        place("postal_code", FacebookText::zip, shown.zip(), line.zip()));
  }

  private @Nullable String street() {
    return said(
        "street",
        ZillowText::sameWords,
        "home_address.street",
        part -> ZillowText.street(part.get("home_address").get("street").text()),
        List.of());
  }

  private @Nullable String place(
      String name,
      Function<@Nullable String, @Nullable String> reading,
      @Nullable String shown,
      @Nullable String ofLine) {
    return said(
        name.replace("postal_code", "zip"),
        ZillowText::sameWords,
        "location.reverse_geocode_detailed",
        part ->
            reading.apply(part.get("location").get("reverse_geocode_detailed").get(name).text()),
        List.of(
            new Said<>("location_text.text", shown), new Said<>("home_address.street", ofLine)));
  }

  private @Nullable GeoPoint location() {
    return said(
        "location",
        (one, other) -> one.distanceKm(other) <= SAME_PLACE_KM,
        "location.latitude, longitude",
        part -> {
          Json own = part.get("location");
          return CraigslistText.point(own.get("latitude").text(), own.get("longitude").text());
        },
        List.of());
  }

  /// Mostly nobody: whoever is not signed in is rarely told.
  private @Nullable String seller() {
    String name =
        targets()
            .flatMap(
                part ->
                    Stream.ofNullable(part.get("marketplace_listing_seller").get("name").text()))
            .findFirst()
            .orElse(drawn.seller());
    return name == null || name.toLowerCase(Locale.ROOT).equals(NOBODY) ? null : name;
  }

  private @Nullable String sellerUrl() {
    String seller =
        targets()
            .map(part -> part.get("marketplace_listing_seller").get("id").text())
            .filter(FacebookLink::isId)
            .findFirst()
            .orElse(drawn.sellerId());
    return seller == null ? null : FacebookLink.profileAt(page, seller);
  }

  private boolean byBroker() {
    return targets().anyMatch(part -> part.get("real_estate_listing_agent").value() != null)
        || texts("listed_by")
            .map(FacebookText::lower)
            .anyMatch(by -> Stream.of("agent", "broker", "realtor").anyMatch(by::contains));
  }

  private Particulars particulars(@Nullable Instant postedAt) {
    Map<String, String> attributes = new LinkedHashMap<>();
    put(attributes, "property type", text("property_type"));
    put(attributes, "listed by", text("listed_by"));
    return new Particulars(
        null,
        postedAt,
        null,
        null,
        sellerUrl(),
        byBroker(),
        true,
        attributes,
        readings.conflicts());
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String value) {
    String line = ZillowText.present(value);
    if (line != null) {
      attributes.put(name, line);
    }
  }

  private <T> @Nullable T said(String field, String path, Function<Json, @Nullable T> reading) {
    return said(field, Objects::equals, path, reading, List.of());
  }

  /// What each part says, and then what is said beside them.
  private <T> @Nullable T said(
      String field,
      BiPredicate<T, T> agree,
      String path,
      Function<Json, @Nullable T> reading,
      List<Said<T>> beside) {
    List<Said<T>> places = new ArrayList<>();
    targets().forEach(part -> places.add(new Said<>(path, reading.apply(part))));
    places.addAll(beside);
    return readings.of(field, agree, places);
  }
}
