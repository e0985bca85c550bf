package com.aiqleads.acquisition.parsing;

import com.aiqleads.kernel.ListingId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A page of Zillow's search, or the answer that its scripts ask for: its homes in the order of the
/// page, and how many there are on all pages.
///
/// @param total how many homes the whole search has; null where the page does not say
/// @param pages how many pages it has; null where the page does not say
/// @param box the part of the map that was searched; null where the page does not say
/// @param refusal what keeps the page from showing homes; null if nothing does
public record ZillowResults(
    List<Found> found,
    @Nullable Integer total,
    @Nullable Integer pages,
    @Nullable Box box,
    @Nullable PageRefusal refusal) {

  /// Of both categories together; the site shows 41 of one.
  static final int MAX_ROWS = 500;

  /// One home of the page.
  ///
  /// @param isByAgent whether the row says that an agent sells
  /// @param isBuilding whether it is a building, whose page is of another kind
  public record Found(ListingId id, String url, boolean isByAgent, boolean isBuilding) {}

  /// A part of the map, in degrees.
  public record Box(BigDecimal north, BigDecimal south, BigDecimal east, BigDecimal west) {}

  public ZillowResults {
    found = List.copyOf(found);
  }

  /// Empty if the page is larger than any that a person could read.
  public static Optional<ZillowResults> of(String page, String url) {
    ZillowPage read = ZillowPage.of(page, url);
    if (read.state() == PageState.UNKNOWN && read.isOversized()) {
      return Optional.empty();
    }
    boolean otherKind = read.state() == PageState.CONTENT && read.rows().isEmpty();
    PageRefusal refusal =
        otherKind
            ? PageRefusal.UNKNOWN
            : read.state() == PageState.CONTENT ? null : PageRefusal.of(read.state());
    return Optional.of(
        new ZillowResults(
            read.rows().stream()
                .filter(row -> row.refusal().isEmpty())
                .map(
                    row -> new Found(row.listingId(), row.url(), row.isByAgent(), row.isBuilding()))
                .toList(),
            read.data().total(),
            read.data().pages(),
            box(read.data().query().get("mapBounds")),
            refusal));
  }

  /// What stands before a page of any kind, if something does: only a small page is looked at.
  public static Optional<PageRefusal> obstacle(String page, String url) {
    return page.length() < ZillowPage.MAX_CHALLENGE_LENGTH
        ? Optional.of(ZillowPage.of(page, url).state())
            .filter(state -> state != PageState.CONTENT)
            .map(PageRefusal::of)
        : Optional.empty();
  }

  private static @Nullable Box box(Json bounds) {
    BigDecimal north = bounds.get("north").number();
    BigDecimal south = bounds.get("south").number();
    BigDecimal east = bounds.get("east").number();
    BigDecimal west = bounds.get("west").number();
    return north == null || south == null || east == null || west == null
        ? null
        : new Box(north, south, east, west);
  }

  /// The rows of the data; without data those that the page draws.
  static List<ZillowRow> rows(
      ZillowData data,
      Map<String, ZillowCard> drawn,
      Map<String, ZillowLinkedData> linked,
      String url) {
    List<ZillowRow> rows = new ArrayList<>();
    if (data.rows().isEmpty()) {
      drawn.values().forEach(card -> rows.add(new ZillowRow(new Json(null), card, linked, url)));
      return rows;
    }
    Map<ListingId, ZillowRow> byId = new LinkedHashMap<>();
    for (Json row : data.rows()) {
      ZillowRow bare = new ZillowRow(row, null, linked, url);
      ZillowCard card = bare.id().map(drawn::get).orElse(null);
      byId.putIfAbsent(
          bare.listingId(), card == null ? bare : new ZillowRow(row, card, linked, url));
    }
    rows.addAll(byId.values());
    return IntStream.range(0, Math.min(rows.size(), MAX_ROWS)).mapToObj(rows::get).toList();
  }
}
