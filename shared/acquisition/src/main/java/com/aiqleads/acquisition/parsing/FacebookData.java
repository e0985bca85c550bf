package com.aiqleads.acquisition.parsing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The data that a page of Facebook carries for its scripts, in a hundred blocks of which few are
/// about the page itself. Taken are the answers to a search and to what one advertisement is; what
/// the page shows of others, in rows of the very same names, stands elsewhere and is never looked
/// at.
///
/// @param isSearch whether there is an answer to a search
/// @param hasNoResults whether it says that nothing was found
/// @param edges how many things the answer shows, whatever they are
/// @param rows those of them that are advertisements
/// @param hasNext whether it says that there are more; null where that is not said
/// @param items what is said of each advertisement, by its id: one answer may say it in two parts
/// @param isTorn whether a block about the page ends before its end
record FacebookData(
    boolean isSearch,
    boolean hasNoResults,
    int edges,
    List<Json> rows,
    @Nullable Boolean hasNext,
    Map<String, List<FacebookData.Part>> items,
    boolean isTorn) {

  private static final String SEARCH = "marketplace_search";
  private static final String DETAIL = "marketplace_product_details_page";
  private static final String NO_RESULTS = "MarketplaceSearchFeedNoResults";
  private static final List<String> TARGETS =
      List.of("target", "marketplace_listing_renderable_target");
  private static final String GUARD = "for (;;);";
  private static final int MAX_ANSWERS = 20;

  /// What one answer says of an advertisement.
  ///
  /// @param kind what the answer calls its page: of real estate, of a vehicle
  record Part(@Nullable String kind, Json target) {}

  FacebookData {
    rows = List.copyOf(rows);
    items = Map.copyOf(items);
  }

  static FacebookData of(String page, Scripts scripts) {
    List<String> blocks = blocks(page, scripts);
    List<Optional<List<Json>>> searches =
        blocks.stream()
            .filter(block -> block.contains("\"" + SEARCH + "\""))
            .map(block -> Json.named(SEARCH, block, MAX_ANSWERS))
            .toList();
    List<Optional<List<Json>>> details =
        blocks.stream()
            .filter(block -> block.contains("\"" + DETAIL + "\""))
            .map(block -> Json.named(DETAIL, block, MAX_ANSWERS))
            .toList();
    boolean torn = Stream.concat(searches.stream(), details.stream()).anyMatch(Optional::isEmpty);
    return of(
        searches.stream().flatMap(Optional::stream).flatMap(List::stream).toList(),
        items(details.stream().flatMap(Optional::stream).flatMap(List::stream).toList()),
        torn);
  }

  /// The blocks of a page; or all of an answer that its scripts ask for afterwards.
  private static List<String> blocks(String page, Scripts scripts) {
    String text = page.stripLeading();
    if (text.startsWith(GUARD)) {
      return List.of(text.substring(GUARD.length()));
    }
    return text.startsWith("{")
        ? List.of(text)
        : scripts.scripts().stream()
            .filter(script -> script.attributes().contains("application/json"))
            .map(Scripts.Script::text)
            .toList();
  }

  private static FacebookData of(List<Json> searches, Map<String, List<Part>> items, boolean torn) {
    Map<String, Json> rows = new LinkedHashMap<>();
    List<Json> nameless = new ArrayList<>();
    boolean nothing = false;
    int edges = 0;
    Boolean next = null;
    for (Json search : searches) {
      Json units = search.get("feed_units");
      for (Json edge : units.get("edges").elements().toList()) {
        Json node = edge.get("node");
        if (Objects.equals(node.get("__typename").text(), NO_RESULTS)) {
          // What may follow was not searched for.
          nothing = true;
          break;
        }
        edges++;
        add(node.get("listing"), rows, nameless);
      }
      Object more = units.get("page_info").get("has_next_page").value();
      next = more instanceof Boolean said ? said : next;
    }
    List<Json> all = Stream.concat(rows.values().stream(), nameless.stream()).toList();
    boolean empty = nothing && all.isEmpty();
    return new FacebookData(!searches.isEmpty(), empty, edges, all, next, items, torn);
  }

  private static void add(Json listing, Map<String, Json> rows, List<Json> nameless) {
    String id = listing.get("id").text();
    if (FacebookLink.isId(id) && id != null) {
      rows.putIfAbsent(id, listing);
    } else if (listing.value() != null) {
      nameless.add(listing);
    }
  }

  private static Map<String, List<Part>> items(List<Json> details) {
    Map<String, List<Part>> items = new LinkedHashMap<>();
    for (Json detail : details) {
      for (String name : TARGETS) {
        Json target = detail.get(name);
        String id = target.get("id").text();
        if (FacebookLink.isId(id) && id != null) {
          items
              .computeIfAbsent(id, _ -> new ArrayList<>())
              .add(new Part(detail.get("__typename").text(), target));
        }
      }
    }
    return items;
  }

  List<Part> item(String id) {
    return items.getOrDefault(id, List.of());
  }

  /// The one advertisement that the answers are about; null if there are several.
  @Nullable String onlyItem() {
    return items.size() == 1 ? items.keySet().iterator().next() : null;
  }
}
