package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A home's page: its data as JSON in a text in JSON, another home's answer before its own, and
/// both drawn in the same classes.
///
/// @param other the home beside it
record ZillowHomePage(Home other, boolean reduced) {

  private static final int BAD_GEOCODE_EVERY = 23;
  private static final int WHOLE_BATHS_EVERY = 4;
  private static final String MEDIA = FsboSite.PREFIX + "/media/";

  String of(Home home) {
    Map<String, Object> next =
        Map.of(
            "props",
            Map.of(
                "pageProps",
                Map.of("componentProps", Map.of("gdpClientCache", Json.text(answers(home))))));
    return page(home, "__NEXT_DATA__", next);
  }

  /// Until June 2023 in a script of its own, and the owner's number elsewhere.
  String of2023(Home home) {
    return page(home, "hdpApolloPreloadedData", Map.of("apiCache", Json.text(answers2023(home))));
  }

  private String page(Home home, String script, Map<String, Object> data) {
    return Html.page(
        ZillowWords.line(home) + " | Zillow",
        "<link rel=\"canonical\" href=\"%s\">".formatted(ZillowWords.path(home)),
        """
        <h1>%s</h1>
        <span data-testid="price">%s<button>Fees may apply</button></span>
        <div data-testid="bed-bath-sqft-fact-container">%d beds</div>
        <div data-testid="bed-bath-sqft-fact-container">%s baths</div>
        <div data-testid="bed-bath-sqft-fact-container">%,d sqft</div>
        %s
        <script type="application/ld+json">%s</script>
        <ul><li><a href="%s">nearby</a><span data-testid="price">%s</span>
        <div data-testid="bed-bath-sqft-fact-container">9 beds</div></li></ul>
        <script id="%s" type="application/json">%s</script>
        """
            .formatted(
                Html.escaped(ZillowWords.line(home)),
                ZillowWords.price(home, reduced),
                home.rooms().bedrooms(),
                String.valueOf(home.rooms().bathrooms()).replace(".0", ""),
                home.rooms().squareFeet(),
                ZillowWords.byOwner(home) && home.flaw() != Flaw.NO_CONTACT
                    ? "<p>Listed by: Property Owner " + home.owner().phoneAs(0) + "</p>"
                    : "",
                Json.text(linked(home)).replace("</", "<\\/"),
                ZillowWords.path(other),
                ZillowWords.price(other, false),
                script,
                Json.text(data).replace("</", "<\\/")));
  }

  private static Map<String, Object> linked(Home home) {
    return ByOwnerSite.ordered(
        "@type",
        "SingleFamilyResidence",
        "url",
        ZillowWords.path(home),
        "address",
        ByOwnerSite.ordered(
            "addressLocality",
            home.place().area().city(),
            "addressRegion",
            home.place().area().state()),
        "floorSize",
        Map.of("value", String.valueOf(home.rooms().squareFeet())));
  }

  private Map<String, Object> answers(Home home) {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put(question(other), Map.of("property", property(other)));
    Map<String, @Nullable Object> own = property(home);
    own.put("listedBy", ZillowWords.byOwner(home) ? owner(home) : agent());
    answers.put(question(home), Map.of("property", own));
    return answers;
  }

  private Map<String, Object> answers2023(Home home) {
    Map<String, @Nullable Object> own = property(home);
    if (ZillowWords.byOwner(home) && home.flaw() != Flaw.NO_CONTACT) {
      own.put("listingProvider", Map.of("phoneNumber", home.owner().phoneAs(1)));
    }
    return Map.of(question(home), Map.of("property", own));
  }

  private static String question(Home home) {
    return "ForSaleShopperPlatformFullRenderQuery{\"zpid\":%d}".formatted(home.ids().zillow());
  }

  private static List<Map<String, Object>> owner(Home home) {
    Map<String, Object> name = ByOwnerSite.ordered("id", "NAME", "text", "Property Owner");
    Map<String, Object> phone = ByOwnerSite.ordered("id", "PHONE", "text", home.owner().phoneAs(0));
    return List.of(
        ByOwnerSite.ordered(
            "id",
            "PROPERTY_OWNER",
            "elements",
            home.flaw() == Flaw.NO_CONTACT ? List.of(name) : List.of(name, phone)));
  }

  private static List<Map<String, Object>> agent() {
    return List.of(
        ByOwnerSite.ordered(
            "id",
            "LISTING_AGENT",
            "elements",
            List.of(
                ByOwnerSite.ordered("id", "NAME", "text", "Avery Agent"),
                ByOwnerSite.ordered("id", "PHONE", "text", "(305) 958-0100"))));
  }

  private Map<String, @Nullable Object> property(Home home) {
    boolean byOwner = ZillowWords.byOwner(home);
    Map<String, @Nullable Object> property = new LinkedHashMap<>();
    property.put("zpid", home.ids().zillow());
    property.put("hdpUrl", ZillowWords.path(home));
    property.put("homeStatus", home.flaw() == Flaw.EXPIRED ? "RECENTLY_SOLD" : "FOR_SALE");
    property.put("homeType", ZillowWords.type(home));
    property.put("currency", "USD");
    property.put("price", home.flaw() == Flaw.NO_PRICE ? null : Prices.of(home, reduced));
    property.put("bedrooms", home.rooms().bedrooms());
    property.put(
        "bathrooms",
        home.number() % WHOLE_BATHS_EVERY == 1
            ? ZillowWords.rooms(home)
            : home.rooms().bathrooms());
    property.put("livingAreaValue", home.rooms().squareFeet());
    property.put("livingAreaUnits", "Square Feet");
    property.put("lotAreaValue", home.rooms().lotSquareFeet());
    property.put("lotAreaUnits", "Square Feet");
    property.put("yearBuilt", home.rooms().yearBuilt());
    property.put("address", address(home));
    property.put("isUndisclosedAddress", ZillowWords.hidden(home));
    property.put("latitude", home.place().latitude());
    property.put("longitude", home.place().longitude());
    property.put("hasBadGeocode", home.number() % BAD_GEOCODE_EVERY == 0);
    property.put("datePostedString", home.listedOn().toString());
    property.put("description", ZillowWords.description(home));
    property.put("priceHistory", List.of(posted(home)));
    property.put("listingSubType", ByOwnerSite.ordered("isFSBO", byOwner, "isFSBA", !byOwner));
    property.put("responsivePhotos", photos(home));
    property.put("resoFacts", facts(home));
    property.put("nearbyHomes", List.of(beside()));
    property.put("parcelId", "01-%04d".formatted(home.number()));
    property.put("mlsid", byOwner ? null : "A" + home.ids().zillow());
    return property;
  }

  private static Map<String, Object> address(Home home) {
    return ByOwnerSite.ordered(
        "streetAddress", ZillowWords.street(home),
        "city", home.place().area().city(),
        "state", home.place().area().state(),
        "zipcode", home.place().area().zip());
  }

  private static Map<String, Object> posted(Home home) {
    return ByOwnerSite.ordered(
        "date",
        home.listedOn().toString(),
        "event",
        "Listed for sale",
        "price",
        home.priceDollars());
  }

  private static Map<String, Object> facts(Home home) {
    int full = (int) home.rooms().bathrooms();
    return ByOwnerSite.ordered(
        "bathroomsFull", full, "bathroomsHalf", ZillowWords.rooms(home) - full);
  }

  private static List<Map<String, Object>> photos(Home home) {
    return IntStream.rangeClosed(1, 1 + home.number() % 4)
        .mapToObj(at -> MEDIA + ZillowWords.media(home, at))
        .map(
            path ->
                List.of(
                    ByOwnerSite.ordered("url", path + "_50x50c.svg", "width", 50),
                    ByOwnerSite.ordered("url", path + "_600x450.svg", "width", 600)))
        .map(jpeg -> ByOwnerSite.ordered("mixedSources", Map.of("jpeg", jpeg)))
        .toList();
  }

  private Map<String, Object> beside() {
    return ByOwnerSite.ordered(
        "zpid", other.ids().zillow(), "price", other.priceDollars(), "bedrooms", 9);
  }
}
