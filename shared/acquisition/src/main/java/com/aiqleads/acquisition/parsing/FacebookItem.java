package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.FacebookData.Part;
import com.aiqleads.acquisition.parsing.Readings.Said;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One advertisement as its own page has it: in the answers that the page's scripts were given, of
/// which none says everything, and in what the page draws.
final class FacebookItem {

  private static final String DETAILS = "ProductDetailsPage";
  private static final String REAL_ESTATE = "RealEstate";
  private static final List<String> PLAIN_KINDS =
      List.of("MarketplaceProductDetailsPage", "MarketplaceGenericProductDetailsPage");
  private static final String NOBODY = "facebook user";

  private final String id;
  private final String page;
  private final List<Part> parts;
  private final FacebookDrawn drawn;
  private final FacebookAnswers answers;

  FacebookItem(String id, String page, List<Part> parts, FacebookDrawn drawn) {
    this.id = id;
    this.page = page;
    this.parts = List.copyOf(parts);
    this.drawn = drawn;
    this.answers = new FacebookAnswers(this.parts.stream().map(Part::target).toList());
  }

  /// Whether the page came with what every advertisement has.
  boolean isWhole() {
    boolean titled =
        drawn.title() != null
            || Stream.of("marketplace_listing_title", "custom_title")
                .anyMatch(it -> answers.text(it) != null);
    boolean priced =
        drawn.price() != null
            || answers
                .all()
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
        : FacebookStatus.refusal(answers.all().toList());
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
        ? answers.all().anyMatch(FacebookItem::hasRooms) || (parts.isEmpty() && drawn.isHome())
        : kinds.stream().anyMatch(kind -> kind.contains(REAL_ESTATE));
  }

  private static boolean hasRooms(Json target) {
    return Stream.of("unit_room_info", "unit_area_info", "property_type")
            .anyMatch(name -> target.get(name).text() != null)
        || target.get("home_address").get("street").text() != null;
  }

  private Stream<String> prices() {
    return answers
        .all()
        .flatMap(part -> Stream.ofNullable(part.get("formatted_price").get("text").text()));
  }

  ParsedListing parsed(Page of) {
    Property property = new FacebookHome(answers, drawn).property();
    FacebookAddress place = new FacebookAddress(answers);
    RawAddress address = place.address();
    Instant postedAt =
        answers.said("posted at", "creation_time", part -> time(part.get("creation_time"), of));
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
            FacebookPhotos.of(answers.all().toList(), page),
            null,
            of.fetchedAt());
    GeoPoint location = place.location();
    RawContact contact = new RawContact(seller(), List.of(), List.of());
    return Bounds.of(new ParsedListing(listing, address, location, contact, particulars(postedAt)));
  }

  private static @Nullable Instant time(Json epochSeconds, Page of) {
    return FacebookText.time(epochSeconds.number(), of.fetchedAt());
  }

  private String title() {
    String title =
        answers.said(
            "title",
            ZillowText::sameWords,
            "marketplace_listing_title",
            part -> FacebookText.heading(part.get("marketplace_listing_title").text()),
            List.of(new Said<>("h1", drawn.title())));
    String custom = FacebookText.heading(answers.text("custom_title"));
    return title != null ? title : Objects.requireNonNullElse(custom, "Home for sale");
  }

  /// The page may draw the beginning only.
  private @Nullable String description() {
    return answers.said(
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

  /// None in another currency, whatever sign stands before it.
  private @Nullable Money price() {
    if (answers
        .all()
        .anyMatch(
            part -> Figures.isForeignCurrency(part.get("listing_price").get("currency").text()))) {
      return null;
    }
    List<Said<Money>> beside = new ArrayList<>();
    prices()
        .forEach(text -> beside.add(new Said<>("formatted_price.text", FacebookText.price(text))));
    beside.add(new Said<>("h1 + *", drawn.money()));
    String formatted = prices().findFirst().orElse(drawn.price());
    return answers.said(
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

  /// Mostly nobody: whoever is not signed in is rarely told.
  private @Nullable String seller() {
    String name =
        answers
            .all()
            .flatMap(
                part ->
                    Stream.ofNullable(part.get("marketplace_listing_seller").get("name").text()))
            .findFirst()
            .orElse(drawn.seller());
    return name == null || name.toLowerCase(Locale.ROOT).equals(NOBODY) ? null : name;
  }

  private @Nullable String sellerUrl() {
    String seller =
        answers
            .all()
            .map(part -> part.get("marketplace_listing_seller").get("id").text())
            .filter(FacebookLink::isId)
            .findFirst()
            .orElse(drawn.sellerId());
    return seller == null ? null : FacebookLink.profileAt(page, seller);
  }

  private boolean byBroker() {
    return answers.all().anyMatch(part -> part.get("real_estate_listing_agent").value() != null)
        || answers
            .texts("listed_by")
            .map(FacebookText::lower)
            .anyMatch(by -> Stream.of("agent", "broker", "realtor").anyMatch(by::contains));
  }

  private Particulars particulars(@Nullable Instant postedAt) {
    Map<String, String> attributes = new LinkedHashMap<>();
    put(attributes, "property type", answers.text("property_type"));
    put(attributes, "listed by", answers.text("listed_by"));
    return new Particulars(
        null, postedAt, null, null, sellerUrl(), byBroker(), true, attributes, answers.conflicts());
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String value) {
    String line = ZillowText.present(value);
    if (line != null) {
      attributes.put(name, line);
    }
  }
}
