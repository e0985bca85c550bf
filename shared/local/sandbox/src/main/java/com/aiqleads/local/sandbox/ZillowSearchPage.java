package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A search with its data; the first few homes are drawn as well.
///
/// @param old whether in the shapes of 2024
record ZillowSearchPage(boolean reduced, boolean old) {

  private static final int DRAWN = 9;
  private static final int NAMELESS_EVERY = 65;
  private static final int BAD_DAYS_EVERY = 37;
  private static final String MEDIA = FsboSite.PREFIX + "/media/";

  /// The same in a page and as an answer of its own.
  ///
  /// @param market all homes of the place, whatever part of the map is asked for
  Map<String, Object> state(
      ZillowQuery query, List<Home> found, List<Home> shown, List<Home> market) {
    List<Map<String, Object>> rows =
        Stream.concat(shown.stream().map(this::row), shown.stream().limit(1).map(this::building))
            .toList();
    return ByOwnerSite.ordered(
        "queryState",
        ByOwnerSite.ordered("mapBounds", bounds(query, market)),
        "cat1",
        ByOwnerSite.ordered(
            "searchResults",
            ByOwnerSite.ordered("mapResults", List.of(), "listResults", rows),
            "searchList",
            ByOwnerSite.ordered(
                "totalResultCount",
                found.size(),
                "totalPages",
                ZillowSite.pages(found.size()),
                "resultsPerPage",
                ZillowSite.PAGE_SIZE)));
  }

  private static Map<String, Object> bounds(ZillowQuery query, List<Home> market) {
    boolean asked = query.isBounded();
    return ByOwnerSite.ordered(
        "west",
            asked
                ? query.west()
                : edge(market.stream().mapToDouble(home -> home.place().longitude()).min()),
        "east",
            asked
                ? query.east()
                : edge(market.stream().mapToDouble(home -> home.place().longitude()).max()),
        "south",
            asked
                ? query.south()
                : edge(market.stream().mapToDouble(home -> home.place().latitude()).min()),
        "north",
            asked
                ? query.north()
                : edge(market.stream().mapToDouble(home -> home.place().latitude()).max()));
  }

  private static double edge(OptionalDouble edge) {
    return edge.orElse(0);
  }

  String page(String slug, Map<String, Object> state, List<Home> shown) {
    Map<String, Object> next =
        Map.of("props", Map.of("pageProps", Map.of("searchPageState", state)));
    String cards = shown.stream().limit(DRAWN).map(this::card).collect(Collectors.joining("\n"));
    return Html.page(
        "Homes For Sale " + slug,
        "",
        "<ul class=\"photo-cards\">\n"
            + cards
            + "</ul>\n<script id=\"__NEXT_DATA__\" type=\"application/json\">"
            + Json.text(next).replace("</", "<\\/")
            + "</script>");
  }

  private String card(Home home) {
    String link = old ? "property-card-link" : "property-card-title-link";
    String holder =
        old
            ? "<article data-test=\"property-card\">%s</article>"
            : "<div class=\"StyledPropertyCardInventoryBox-c11n-10-14-1\">%s</div>";
    String inside =
        """
        <a data-test="%s" href="%s"><address data-test="property-card-addr">%s</address></a>
        <span data-test="property-card-price">%s<button>Fees may apply</button></span>
        <ul><li><b>%d</b> <abbr>bds</abbr></li><li><b>%s</b> <abbr>ba</abbr></li>
        <li><b>%,d</b> <abbr>sqft</abbr></li></ul>"""
            .formatted(
                link,
                ZillowWords.path(home),
                Html.escaped(ZillowWords.line(home)),
                ZillowWords.price(home, reduced),
                home.rooms().bedrooms(),
                String.valueOf(home.rooms().bathrooms()).replace(".0", ""),
                home.rooms().squareFeet());
    return "<li>" + holder.formatted(inside) + "</li>";
  }

  private Map<String, Object> row(Home home) {
    boolean hidden = ZillowWords.hidden(home);
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    if (home.number() % NAMELESS_EVERY != 0) {
      row.put("zpid", String.valueOf(home.ids().zillow()));
    }
    row.put("detailUrl", ZillowWords.path(home));
    row.put("statusType", "FOR_SALE");
    row.put("statusText", home.rooms().kind().fsboWords + " for sale");
    row.put("countryCurrency", "$");
    row.put("price", ZillowWords.price(home, reduced));
    row.put("unformattedPrice", home.flaw() == Flaw.NO_PRICE ? null : Prices.of(home, reduced));
    row.put("address", ZillowWords.line(home));
    row.put("addressStreet", ZillowWords.street(home));
    row.put("addressCity", home.place().area().city());
    row.put("addressState", home.place().area().state());
    row.put("addressZipcode", home.place().area().zip());
    row.put("isUndisclosedAddress", hidden);
    row.put("beds", home.rooms().bedrooms());
    row.put("baths", home.number() % 8 == 3 ? 0.0 : home.rooms().bathrooms());
    row.put("area", home.rooms().squareFeet());
    row.put(
        "latLong",
        hidden
            ? Map.of()
            : ByOwnerSite.ordered(
                "latitude", home.place().latitude(), "longitude", home.place().longitude()));
    if (!ZillowWords.byOwner(home)) {
      row.put("brokerName", "Oakhurst Homes");
    }
    photos(home, row);
    row.put("hdpData", Map.of("homeInfo", info(home)));
    return row;
  }

  private void photos(Home home, Map<String, @Nullable Object> row) {
    List<String> keys =
        IntStream.rangeClosed(1, 1 + home.number() % 4)
            .mapToObj(at -> ZillowWords.media(home, at))
            .toList();
    if (old) {
      row.put(
          "carouselPhotos",
          keys.stream().map(key -> Map.of("url", MEDIA + key + "_600x450.svg")).toList());
    } else {
      row.put(
          "carouselPhotosComposable",
          ByOwnerSite.ordered(
              "baseUrl",
              MEDIA + "{photoKey}_600x450.svg",
              "photoData",
              keys.stream().map(key -> Map.of("photoKey", key)).toList()));
    }
  }

  private Map<String, Object> info(Home home) {
    return ByOwnerSite.ordered(
        "zpid",
        home.ids().zillow(),
        "homeType",
        ZillowWords.type(home),
        "homeStatus",
        "FOR_SALE",
        "daysOnZillow",
        home.number() % BAD_DAYS_EVERY == 0 ? -1 : 3 + home.number() % 90,
        "zestimate",
        home.priceDollars() + 17_000,
        "lotAreaValue",
        home.rooms().lotSquareFeet(),
        "lotAreaUnit",
        "sqft",
        "listing_sub_type",
        Map.of(ZillowWords.byOwner(home) ? "is_FSBO" : "is_FSBA", true));
  }

  /// Somewhere beside the home; its id is where it stands.
  private Map<String, Object> building(Home home) {
    double latitude = Math.round(home.place().latitude() * 1e4) / 1e4;
    double longitude = Math.round(home.place().longitude() * 1e4) / 1e4;
    return ByOwnerSite.ordered(
        "zpid",
        latitude + "-" + longitude,
        "detailUrl",
        ZillowSite.PREFIX + "/apartments/" + home.place().metro().slug() + "/the-flats/5XkKQj/",
        "statusType",
        "FOR_RENT",
        "statusText",
        "The Flats",
        "price",
        "$1,700+",
        "minBaseRent",
        1_700,
        "units",
        List.of(Map.of("beds", "1", "price", "$1,700+"), Map.of("beds", "2", "price", "$2,100+")),
        "latLong",
        ByOwnerSite.ordered("latitude", latitude, "longitude", longitude));
  }
}
