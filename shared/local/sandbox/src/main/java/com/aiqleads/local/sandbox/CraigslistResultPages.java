package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Pages of results in today's shape: rows that a browser replaces, and linked data that lacks some
/// of them, names no address of any, and of homes no price.
record CraigslistResultPages(CraigslistTokens tokens, boolean reduced) {

  static final String STATICS =
      """
      <link rel="stylesheet" href="https://www.craigslist.org/static/d/1/search.css">
      <link rel="preload" href="https://www.craigslist.org/static/d/1/common.css" as="style">
      <script src="https://www.craigslist.org/static/d/1/cl.js"></script>
      """;
  private static final int LACKING_EVERY = 7;
  private static final int NOWHERE_EVERY = 19;

  String page(List<Home> found, boolean undrawn) {
    String rows = undrawn ? "" : found.stream().map(this::row).collect(Collectors.joining("\n"));
    String items =
        found.isEmpty()
            ? ""
            : "<script type=\"application/ld+json\" id=\"ld_searchpage_results\">"
                + Json.text(items(found)).replace("</", "<\\/")
                + "</script>";
    return Html.page(
        "craigslist: real estate",
        STATICS + items,
        "<ol class=\"cl-static-search-results\">\n" + rows + "\n</ol>");
  }

  private String row(Home home) {
    return """
        <li class="cl-static-search-result" title="%1$s">
        <a href="%2$s">
        <div class="title">%1$s</div>
        <div class="details">
        <div class="price">%3$s</div>
        <div class="location">%4$s</div>
        </div>
        </a>
        </li>"""
        .formatted(
            Html.escaped(CraigslistWords.title(home)),
            tokens.path(home),
            CraigslistPage.price(home, reduced),
            Html.escaped(home.place().area().city()));
  }

  private static Map<String, Object> items(List<Home> found) {
    List<Map<String, Object>> items =
        found.stream()
            .filter(home -> home.number() / 5 % LACKING_EVERY != 3)
            .map(home -> ByOwnerSite.ordered("@type", "ListItem", "item", item(home)))
            .toList();
    return ByOwnerSite.ordered(
        "@context", "http://schema.org", "@type", "ItemList", "itemListElement", items);
  }

  private static Map<String, Object> item(Home home) {
    boolean nowhere = home.number() % NOWHERE_EVERY == 0;
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("@type", home.rooms().kind() == PropertyKind.CONDO ? "Apartment" : "House");
    item.put("name", CraigslistWords.title(home));
    item.put("numberOfBedrooms", String.valueOf(home.rooms().bedrooms()));
    item.put("numberOfBathroomsTotal", home.rooms().bathrooms());
    item.put("latitude", nowhere ? 0 : home.place().latitude());
    item.put("longitude", nowhere ? 0 : home.place().longitude());
    item.put(
        "address",
        ByOwnerSite.ordered(
            "addressLocality",
            home.place().area().city(),
            "addressRegion",
            home.place().area().state()));
    return item;
  }
}
