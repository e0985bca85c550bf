package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Source;

/// Pages of Facebook around their data: a hundred blocks, of which few are about the page.
public final class FacebookPages {

  public static final String ITEM_URL =
      "https://www.facebook.com/marketplace/item/870000000000001/";
  public static final String SEARCH_URL =
      "https://www.facebook.com/marketplace/miami/search/?query=house%20for%20sale&locale=en_US";
  public static final String TEXT = Pages.text("facebook-item-text.json");
  public static final String PHOTOS = Pages.text("facebook-item-photos.json");
  public static final String ROWS = Pages.text("facebook-rows.json");

  static final String ITEM_ROUTE = "comet.fbweb.CometMarketplaceHoistedPermalinkRoute";
  static final String SEARCH_ROUTE = "comet.fbweb.CometMarketplaceSearchRoute";
  static final String ERROR_ROUTE = "comet.fbweb.CometErrorRoute";
  static final String KIND = "MarketplaceRealEstateProductDetailsPage";

  /// Rows of other advertisements, in the names of the page's own.
  static final String FEED =
      block(
          """
          "viewer":{"marketplace_home_feed":{"feed_units":{"edges":[{"node":{"listing":{"id":"879999999999999",
          "marketplace_listing_title":"Another house","listing_price":{"amount":"111000.00","currency":"USD","formatted_amount":"$111,000"},
          "unit_room_info":"9 beds · 9 baths","unit_area_info":"9,999 sqft","property_type":"House","is_sold":true,
          "listing_photos":[{"image":{"uri":"https://scontent.xx.fbcdn.net/v/t45.5328-4/999_999_n.jpg"}}],
          "redacted_description":{"text":"Not this one"}}}}]}}}""");

  /// What the page of an advertisement draws.
  static final String DRAWN =
      """
      <form action="/login"><input type="password"></form><h1>Marketplace</h1>
      <div><h1><span>Corner house with a mango tree</span></h1><div><span>$649,900</span></div>
      <span>3 beds · 2.5 baths</span><span>1,742 square feet</span>
      <div><h2><span>Description</span></h2></div><div><span>Corner lot with a mango tree. Call 305...</span></div></div>
      """;

  private FacebookPages() {}

  /// An advertisement whose text comes in one answer and whose photos in another.
  public static String item(String text) {
    return item(KIND, text, DRAWN);
  }

  static String item(String kind, String text, String drawn) {
    return page(ITEM_ROUTE, FEED + detail(kind, PHOTOS) + FEED + detail(kind, text) + FEED + drawn);
  }

  static String detail(String kind, String target) {
    return block(
        "\"viewer\":{\"marketplace_product_details_page\":{\"__typename\":\"%s\",\"target\":%s}}"
            .formatted(kind, target));
  }

  public static String search(String edges) {
    return search(edges, "", "");
  }

  static String search(String edges, String pageInfo, String drawn) {
    return page(SEARCH_ROUTE, FEED + block(answer(edges, pageInfo)) + drawn);
  }

  static String answer(String edges, String pageInfo) {
    return "\"marketplace_search\":{\"feed_units\":{\"edges\":%s%s}}".formatted(edges, pageInfo);
  }

  static String pageInfo(boolean hasNext) {
    return ",\"page_info\":{\"has_next_page\":%s,\"end_cursor\":\"x\"}".formatted(hasNext);
  }

  /// As deep as the site has it.
  static String block(String data) {
    return """
        <script type="application/json" data-content-len="9" data-sjs>{"require":[["ScheduledServerJS","handle",null,
        [{"__bbox":{"require":[["RelayPrefetchedStreamCache","next",[],["adp_1",{"__bbox":{"complete":true,"result":
        {"data":{%s},"extensions":{"is_final":true}}}}]]]}}]]]}</script>
        """
        .formatted(data);
  }

  static String page(String route, String body) {
    return """
        <!doctype html><html><head></head><body>
        <script type="application/json">{"initialRoute":{"canonicalRouteName":"%s"}}</script>%s</body></html>"""
        .formatted(route, body);
  }

  static Page page(String url, String route, String body) {
    return of(url, page(route, body));
  }

  static Page of(String url, String text) {
    return new Page(Source.FACEBOOK, url, text, Pages.FETCHED_AT);
  }
}
