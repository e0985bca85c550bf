package com.aiqleads.local.sandbox;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A page of one advertisement: its text in one answer and its photos in another, and both drawn.
record FacebookItemPage(FacebookBlocks blocks, boolean reduced) {

  private static final String HOME = "MarketplaceRealEstateProductDetailsPage";
  private static final int SELLER_EVERY = 20;

  String of(Home home) {
    return blocks.page(
        FacebookBlocks.ITEM,
        List.of(detail(HOME, "target", photos(home)), detail(HOME, "target", text(home))),
        drawn(home));
  }

  /// Once one answer said it all, under another name.
  String of2024(Home home) {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>(text(home));
    whole.putAll(photos(home));
    return blocks.page(
        FacebookBlocks.ITEM,
        List.of(detail(HOME, "marketplace_listing_renderable_target", whole)),
        drawn(home));
  }

  /// With homes beside it.
  String ofBoat(long id) {
    Map<String, Object> boat =
        ByOwnerSite.ordered(
            "id",
            String.valueOf(id),
            "marketplace_listing_title",
            "Sails well, sleeps four",
            "listing_price",
            ByOwnerSite.ordered("amount", "48000.00", "currency", "USD"),
            "is_live",
            true);
    return blocks.page(
        FacebookBlocks.ITEM,
        List.of(detail("MarketplaceVehicleProductDetailsPage", "target", boat)),
        "<h1>Sails well, sleeps four</h1><div>$48,000</div>");
  }

  private static Map<String, Object> detail(String kind, String name, Map<String, ?> target) {
    return Map.of(
        "viewer",
        Map.of(
            "marketplace_product_details_page",
            ByOwnerSite.ordered("__typename", kind, name, target)));
  }

  /// Seldom; oftener of who advertises many homes, whose profile is open to everybody.
  static boolean showsSeller(Home home) {
    return home.number() % SELLER_EVERY == 0 || home.seller().account() != home.number();
  }

  static Map<String, Object> seller(Home home) {
    return ByOwnerSite.ordered(
        "id", String.valueOf(100_000 + home.seller().account()), "name", home.owner().name());
  }

  private static Map<String, Object> photos(Home home) {
    return ByOwnerSite.ordered(
        "id",
        String.valueOf(home.ids().facebook()),
        "listing_photos",
        IntStream.rangeClosed(1, 1 + home.number() % 4)
            .mapToObj(at -> Map.of("image", Map.of("uri", FacebookWords.photo(home, at))))
            .toList(),
        "primary_listing_photo",
        Map.of("image", Map.of("uri", FacebookWords.photo(home, 1))));
  }

  private Map<String, @Nullable Object> text(Home home) {
    boolean sold = home.flaw() == Flaw.EXPIRED;
    Map<String, @Nullable Object> text = new LinkedHashMap<>();
    text.put("id", String.valueOf(home.ids().facebook()));
    text.put("marketplace_listing_title", FacebookWords.title(home));
    text.put("custom_title", FacebookWords.custom(home));
    text.put(
        "listing_price",
        ByOwnerSite.ordered("amount", FacebookWords.amount(home, reduced), "currency", "USD"));
    text.put("formatted_price", Map.of("text", FacebookWords.price(home, reduced)));
    text.put("location", location(home));
    text.put("location_text", Map.of("text", FacebookWords.place(home)));
    text.put(
        "home_address",
        home.flaw() == Flaw.NO_ADDRESS ? null : Map.of("street", home.facebookStreet()));
    text.put("unit_room_info", FacebookWords.rooms(home));
    text.put("unit_area_info", FacebookWords.area(home));
    text.put("property_type", FacebookWords.type(home));
    text.put(
        "real_estate_listing_agent",
        home.flaw() == Flaw.LISTED_BY_BROKER ? Map.of("name", "Avery Agent") : null);
    text.put("pdp_display_sections", List.of(Map.of("pdp_fields", labels(home))));
    text.put("creation_time", home.listedOn().atTime(12, 0).toEpochSecond(ZoneOffset.UTC));
    text.put("is_sold", sold);
    text.put("is_pending", false);
    // Of what is sold, too.
    text.put("is_live", true);
    text.put("renderable_listing_status", sold ? "SOLD" : "ACTIVE");
    text.put("marketplace_listing_seller", showsSeller(home) ? seller(home) : null);
    text.put("redacted_description", Map.of("text", FacebookWords.description(home)));
    return text;
  }

  private static List<Map<String, Object>> labels(Home home) {
    return List.of(
        Map.of("display_label", FacebookWords.rooms(home)),
        Map.of("display_label", FacebookWords.area(home)),
        Map.of("display_label", FacebookWords.type(home)));
  }

  /// The four digits after a ZIP code are the site's guess.
  private static Map<String, Object> location(Home home) {
    return ByOwnerSite.ordered(
        "latitude",
        home.place().latitude(),
        "longitude",
        home.place().longitude(),
        "reverse_geocode_detailed",
        ByOwnerSite.ordered(
            "city",
            home.place().area().city(),
            "state",
            home.place().area().state(),
            "postal_code",
            "%s-%04d".formatted(home.place().area().zip(), 1_000 + home.number() % 9_000)));
  }

  private String drawn(Home home) {
    return """
    <h1>Marketplace</h1>
    <div><h1><span>%s</span></h1><div><span>%s</span></div>
    <div><span>%s</span></div><div><span>%s</span></div>
    <div><h2><span>Description</span></h2></div><div><span>%s</span></div></div>
    <div aria-label="Collection of Marketplace items"><a href="%s"><span>$111,000</span></a></div>
    """
        .formatted(
            Html.escaped(FacebookWords.title(home)),
            FacebookWords.price(home, reduced),
            FacebookWords.rooms(home),
            FacebookWords.area(home),
            Html.escaped(FacebookWords.description(home)),
            FacebookWords.path(blocks.beside().ids().facebook()));
  }
}
