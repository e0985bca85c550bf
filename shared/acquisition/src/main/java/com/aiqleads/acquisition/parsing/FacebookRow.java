package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.Readings.Said;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One advertisement as the data of a search has it, with what the page draws of the same one. A
/// search finds whatever its words are in: books about houses, too.
///
/// @param row nothing where the page only draws it
/// @param drawn null where the page does not draw it
record FacebookRow(@Nullable String id, Json row, @Nullable FacebookCard drawn, String page) {

  /// Nobody sells a home for less.
  private static final Money LEAST = Money.usd(10_000_00);

  ListingId listingId() {
    return id == null
        ? new ListingId(Ids.derived("nameless listing", page, String.valueOf(row.value())))
        : Listing.idOf(Source.FACEBOOK, id);
  }

  String url() {
    return id == null ? page : FacebookLink.itemAt(page, id);
  }

  Optional<Reason> refusal() {
    if (id == null) {
      return Optional.of(PageRefusal.MALFORMED);
    }
    if (FacebookText.isRent(formatted())) {
      return Optional.of(PageRefusal.NOT_FOR_SALE);
    }
    Optional<Reason> ended = FacebookStatus.refusal(List.of(row));
    return ended.isPresent() || isHome() ? ended : Optional.of(PageRefusal.NOT_A_HOME);
  }

  /// Whether its page may show a home, as far as the row tells.
  boolean mayBeHome() {
    return isHome() || (isDear() && !FacebookText.speaksOfMileage(facts()));
  }

  /// The site has rooms of homes only; else the owner's words must say it, and the price.
  private boolean isHome() {
    String facts = facts();
    boolean rooms =
        FacebookText.bedrooms(facts) != null
            || ZillowText.bathrooms(facts) != null
            || FacebookText.area(facts) != null
            || row.get("property_type").text() != null;
    return rooms || (isDear() && FacebookText.speaksOfHome(title()));
  }

  private boolean isDear() {
    Money price = price(new Readings());
    return price != null && price.compareTo(LEAST) >= 0;
  }

  ParsedListing parsed(Page of) {
    Readings readings = new Readings();
    Listing listing =
        new Listing(
            listingId(),
            Source.FACEBOOK,
            String.valueOf(id),
            url(),
            Objects.requireNonNullElse(title(), "Home for sale"),
            null,
            price(readings),
            property(readings),
            null,
            FacebookPhotos.of(List.of(row), page),
            null,
            of.fetchedAt());
    RawAddress address = address(readings);
    return Bounds.of(
        new ParsedListing(
            listing,
            address,
            null,
            RawContact.NONE,
            new Particulars(
                null,
                FacebookText.time(row.get("creation_time").number(), of.fetchedAt()),
                null,
                null,
                sellerUrl(),
                false,
                true,
                Map.of(),
                readings.conflicts())));
  }

  private @Nullable String sellerUrl() {
    String seller = row.get("marketplace_listing_seller").get("id").text();
    return FacebookLink.isId(seller) && seller != null
        ? FacebookLink.profileAt(page, seller)
        : null;
  }

  @Nullable Money price(Readings readings) {
    Json price = row.get("listing_price");
    if (Figures.isForeignCurrency(price.get("currency").text())) {
      return null;
    }
    return readings.of(
        "price",
        List.of(
            new Said<>(
                "listing_price.amount",
                FacebookText.price(
                    price.get("amount").text(), price.get("currency").text(), formatted())),
            new Said<>("listing_price.formatted_amount", FacebookText.price(formatted())),
            new Said<>(
                "listing_price.amount_with_offset_in_currency",
                FacebookText.cents(
                    price.get("amount_with_offset_in_currency").text(), formatted())),
            new Said<>("a[href*=/marketplace/item/]", drawn == null ? null : drawn.price())));
  }

  private @Nullable String formatted() {
    return row.get("listing_price").get("formatted_amount").text();
  }

  private @Nullable String title() {
    return ZillowText.first(
        FacebookText.heading(row.get("marketplace_listing_title").text()),
        FacebookText.heading(row.get("custom_title").text()),
        drawn == null ? null : drawn.title());
  }

  private Property property(Readings readings) {
    String own = facts();
    String shown = drawn == null ? null : drawn.facts();
    return new Property(
        PropertyType.in(FacebookText.words(row.get("property_type").text()), own),
        readings.of(
            "bedrooms",
            List.of(
                new Said<>("unit_room_info, custom_title", FacebookText.bedrooms(own)),
                new Said<>("a[href*=/marketplace/item/]", FacebookText.bedrooms(shown)))),
        readings.of(
            "bathrooms",
            List.of(
                new Said<>("unit_room_info, custom_title", ZillowText.bathrooms(own)),
                new Said<>("a[href*=/marketplace/item/]", ZillowText.bathrooms(shown)))),
        readings.of(
            "living area",
            List.of(
                new Said<>("unit_area_info, custom_title", FacebookText.area(own)),
                new Said<>("a[href*=/marketplace/item/]", FacebookText.area(shown)))),
        null,
        null);
  }

  /// What the site itself says of rooms and size, not the seller in the title.
  private String facts() {
    Stream<String> beside =
        row.get("custom_sub_titles_with_rendering_flags")
            .elements()
            .flatMap(line -> Stream.ofNullable(line.get("subtitle").text()));
    String facts =
        Stream.concat(
                Stream.of("unit_room_info", "unit_area_info", "custom_title")
                    .flatMap(name -> Stream.ofNullable(row.get(name).text())),
                beside)
            .map(FacebookText::heading)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return facts.isEmpty() && drawn != null && row.value() == null
        ? drawn.facts()
        : Figures.shortened(facts, Bounds.MAX_LINE_LENGTH);
  }

  private RawAddress address(Readings readings) {
    Json place = row.get("location").get("reverse_geocode");
    RawAddress named = FacebookText.place(place.get("city_page").get("display_name").text());
    RawAddress shown = drawn == null ? RawAddress.UNKNOWN : drawn.place();
    return new RawAddress(
        null,
        readings.of(
            "city",
            ZillowText::sameWords,
            List.of(
                new Said<>("reverse_geocode.city", ZillowText.present(place.get("city").text())),
                new Said<>("city_page.display_name", named.city()),
                new Said<>("a[href*=/marketplace/item/]", shown.city()))),
        readings.of(
            "state",
            ZillowText::sameWords,
            List.of(
                new Said<>("reverse_geocode.state", ZillowText.present(place.get("state").text())),
                new Said<>("city_page.display_name", named.state()),
                new Said<>("a[href*=/marketplace/item/]", shown.state()))),
        null);
  }
}
