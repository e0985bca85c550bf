package com.aiqleads.local.sandbox;

import java.util.List;
import java.util.Map;

/// A page of Facebook: data in many blocks, of which few are about the page, and what it draws.
///
/// @param beside the home in rows that belong to no search, in the names of the page's own
record FacebookBlocks(Home beside) {

  private static final int NOISE = 12;

  static final String SEARCH = "comet.fbweb.CometMarketplaceSearchRoute";
  static final String ITEM = "comet.fbweb.CometMarketplaceHoistedPermalinkRoute";
  static final String HOME = "comet.fbweb.CometMarketplaceHomeRoute";
  static final String ERROR = "comet.fbweb.CometErrorRoute";

  String page(String route, List<Map<String, Object>> answers, String drawn) {
    StringBuilder body = new StringBuilder();
    body.append(script(Map.of("initialRouteInfo", Map.of("canonicalRouteName", route))));
    for (int at = 0; at < NOISE; at++) {
      body.append(script(Map.of("require", List.of(List.of("Bootloader", "handlePayload", at)))));
    }
    body.append(answer(feed()));
    answers.forEach(answer -> body.append(answer(answer)));
    body.append(answer(feed()));
    body.append("<form action=\"/login\"><input type=\"password\"></form>").append(drawn);
    return Html.page("Facebook Marketplace", "", body.toString());
  }

  private Map<String, Object> feed() {
    Map<String, Object> listing =
        ByOwnerSite.ordered(
            "id",
            String.valueOf(beside.ids().facebook()),
            "marketplace_listing_title",
            "Not what you look at",
            "listing_price",
            ByOwnerSite.ordered(
                "amount", "111000.00", "currency", "USD", "formatted_amount", "$111,000"),
            "unit_room_info",
            "9 beds · 9 baths",
            "unit_area_info",
            "9,999 sqft",
            "property_type",
            "House",
            "is_sold",
            true);
    return Map.of(
        "viewer",
        Map.of(
            "marketplace_home_feed",
            Map.of(
                "feed_units",
                Map.of("edges", List.of(Map.of("node", Map.of("listing", listing)))))));
  }

  /// As deep as the site has it.
  private static String answer(Map<String, Object> data) {
    Map<String, Object> box =
        Map.of("__bbox", ByOwnerSite.ordered("complete", true, "result", Map.of("data", data)));
    List<Object> next = List.of("RelayPrefetchedStreamCache", "next", List.of(), List.of(box));
    return script(Map.of("require", List.of(Map.of("__bbox", Map.of("require", List.of(next))))));
  }

  private static String script(Map<String, Object> data) {
    return "<script type=\"application/json\" data-sjs>"
        + Json.text(data).replace("</", "<\\/")
        + "</script>\n";
  }
}
