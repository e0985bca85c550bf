package com.aiqleads.local.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A search: some rows with their data, and the same drawn; since the words that one searches for
/// stand everywhere, a book and a boat are among them.
///
/// @param onlyDrawn whether it comes without its data
record FacebookSearchPage(FacebookBlocks blocks, boolean reduced, boolean onlyDrawn) {

  /// @param boat the id of the boat; zero if it is not shown
  String of(List<Home> shown, boolean more, long boat) {
    List<Map<String, Object>> nodes = new ArrayList<>();
    shown.forEach(home -> nodes.add(listing(row(home))));
    if (boat != 0) {
      nodes.add(listing(boat(boat)));
    }
    if (nodes.isEmpty()) {
      nodes.add(Map.of("__typename", "MarketplaceSearchFeedNoResults"));
    }
    Map<String, Object> units =
        ByOwnerSite.ordered(
            "edges",
            nodes.stream().map(node -> Map.of("node", node)).toList(),
            "page_info",
            ByOwnerSite.ordered("has_next_page", more, "end_cursor", "browse:x"));
    Map<String, Object> answer = Map.of("marketplace_search", Map.of("feed_units", units));
    String cards =
        shown.stream().map(this::card).collect(Collectors.joining("\n"))
            + (boat == 0 ? "" : card(boat, "$48,000", "Sails well, sleeps four"));
    String grid = "<div aria-label=\"Collection of Marketplace items\">" + cards + "</div>";
    boolean bare = onlyDrawn && !shown.isEmpty();
    return blocks.page(FacebookBlocks.SEARCH, bare ? List.of() : List.of(answer), grid);
  }

  private static Map<String, Object> listing(Map<String, ?> row) {
    return ByOwnerSite.ordered(
        "__typename", "MarketplaceFeedListingStoryObject", "story_key", "1", "listing", row);
  }

  private Map<String, @Nullable Object> row(Home home) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", String.valueOf(home.ids().facebook()));
    row.put("marketplace_listing_title", FacebookWords.title(home));
    row.put("custom_title", FacebookWords.custom(home));
    row.put(
        "listing_price",
        ByOwnerSite.ordered(
            "formatted_amount",
            FacebookWords.price(home, reduced),
            "amount",
            FacebookWords.amount(home, reduced)));
    row.put("strikethrough_price", null);
    row.put("location", Map.of("reverse_geocode", place(home)));
    row.put("is_live", true);
    row.put("is_sold", false);
    row.put("is_pending", false);
    row.put(
        "marketplace_listing_seller",
        FacebookItemPage.showsSeller(home) ? FacebookItemPage.seller(home) : null);
    row.put("primary_listing_photo", Map.of("image", Map.of("uri", FacebookWords.photo(home, 1))));
    return row;
  }

  private static Map<String, Object> place(Home home) {
    return ByOwnerSite.ordered(
        "city",
        home.place().area().city(),
        "state",
        home.place().area().state(),
        "city_page",
        Map.of("display_name", FacebookWords.place(home)));
  }

  private static Map<String, Object> boat(long id) {
    return ByOwnerSite.ordered(
        "id",
        String.valueOf(id),
        "marketplace_listing_title",
        "Sails well, sleeps four",
        "listing_price",
        ByOwnerSite.ordered("formatted_amount", "$48,000", "amount", "48000.00"),
        "is_live",
        true);
  }

  private String card(Home home) {
    return card(
        home.ids().facebook(),
        FacebookWords.price(home, reduced),
        FacebookWords.custom(home),
        FacebookWords.place(home));
  }

  private String card(long id, String... lines) {
    String texts =
        Stream.of(lines)
            .map(line -> "<div><span>" + Html.escaped(line) + "</span></div>")
            .collect(Collectors.joining());
    return "<div class=\"%s\"><a href=\"%s?ref=search\">%s</a></div>"
        .formatted(onlyDrawn ? "xjp7ctv" : "x9f619 x78zum5", FacebookWords.path(id), texts);
  }
}
