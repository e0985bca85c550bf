package com.aiqleads.acquisition.parsing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// A page of Facebook in its parts, and what it is: told by its data first and then by the route
/// that it says it has, for every page answers as if all were well, and has a form to sign in.
///
/// @param document the markup without what the scripts hold; null if it is too large
/// @param itemId which advertisement the page is of; null where nothing tells
record FacebookPage(
    FacebookData data,
    @Nullable Document document,
    List<FacebookRow> rows,
    @Nullable String itemId,
    FacebookDrawn drawn,
    PageState state) {

  static final int MAX_ROWS = 500;

  private static final Pattern ROUTE =
      Pattern.compile(
          "\"canonicalRouteName\\\\{0,3}\"\\s{0,2}:\\s{0,2}\\\\{0,3}\"([A-Za-z0-9_.]{1,100})");
  private static final int MAX_ROUTES = 20;
  private static final String ERROR_ROUTE = "CometErrorRoute";
  private static final String SEARCH_ROUTE = "MarketplaceSearchRoute";
  private static final String ITEM_ROUTE = "HoistedPermalinkRoute";
  private static final String LOGIN_ROUTE = "LoginRoute";
  private static final String NO_RESULTS = "MarketplaceSearchFeedNoResults";
  private static final String COOKIES =
      "[data-cookiebanner], [data-testid*=cookie-policy], [aria-label*=cookies from Facebook]";
  private static final Pattern RATE_LIMIT = Obstacles.phrase("rate limit exceeded");
  private static final Pattern GONE =
      Obstacles.phrase("listing (isn.t|is not|is no longer) available");
  private static final Pattern NO_LISTINGS = Obstacles.phrase("no listings found");
  private static final Pattern UNREACHED =
      Obstacles.phrase(
          "this site can.t be reached|server not found|took too long to respond"
              + "|refused to connect");

  FacebookPage {
    rows = List.copyOf(rows);
  }

  static FacebookPage of(String page, String url) {
    Scripts scripts = Scripts.of(page);
    FacebookData data = FacebookData.of(page, scripts);
    Optional<Document> document =
        isAnswer(page) ? Optional.empty() : Html.parse(scripts.markup(), url);
    List<FacebookRow> rows = rows(data, document.map(FacebookCard::in).orElse(Map.of()), url);
    String item =
        ZillowText.first(
            FacebookLink.item(url),
            FacebookLink.item(FacebookDrawn.canonical(document.orElse(null))),
            data.onlyItem());
    String asked = FacebookLink.item(url);
    FacebookDrawn drawn =
        item == null ? FacebookDrawn.NONE : FacebookDrawn.of(document.orElse(null), item);
    boolean isContent = !data.items().isEmpty() || (asked == null && !data.rows().isEmpty());
    boolean isDrawn = asked == null ? !rows.isEmpty() : drawn.isHome();
    PageState state =
        isContent ? PageState.CONTENT : without(page, url, data, document.orElse(null), isDrawn);
    return new FacebookPage(data, document.orElse(null), rows, item, drawn, state);
  }

  private static boolean isAnswer(String page) {
    String text = page.stripLeading();
    return text.startsWith("{") || text.startsWith("for (;;);");
  }

  boolean isItem() {
    return !data.items().isEmpty() || (itemId != null && drawn.isHome());
  }

  boolean isOversized() {
    return document == null && !data.isSearch() && data.items().isEmpty();
  }

  /// The rows of the data; without data those that the page draws.
  private static List<FacebookRow> rows(
      FacebookData data, Map<String, FacebookCard> drawn, String url) {
    Stream<FacebookRow> rows =
        data.isSearch()
            ? data.rows().stream().map(row -> row(row, drawn, url))
            : drawn.entrySet().stream()
                .map(card -> new FacebookRow(card.getKey(), new Json(null), card.getValue(), url));
    return rows.limit(MAX_ROWS).toList();
  }

  private static FacebookRow row(Json row, Map<String, FacebookCard> drawn, String url) {
    String id = row.get("id").text();
    return FacebookLink.isId(id)
        ? new FacebookRow(id, row, drawn.get(id), url)
        : new FacebookRow(null, row, null, url);
  }

  /// What a page is whose data has no content.
  private static PageState without(
      String page, String url, FacebookData data, @Nullable Document document, boolean isDrawn) {
    Set<String> routes = routes(page);
    String text = document == null ? "" : document.body().text();
    if (is(routes, ERROR_ROUTE)) {
      return PageState.NOT_FOUND;
    }
    if (data.hasNoResults()) {
      return PageState.EMPTY;
    }
    if (RATE_LIMIT.matcher(page).find()) {
      return PageState.RATE_LIMITED;
    }
    if (isDoor(url, document) || is(routes, LOGIN_ROUTE)) {
      return PageState.LOGIN;
    }
    if (data.isTorn()) {
      return PageState.UNKNOWN;
    }
    if (isDrawn) {
      return PageState.CONTENT;
    }
    if (document != null && document.selectFirst(Html.css(COOKIES)) != null) {
      return PageState.CONSENT;
    }
    if (is(routes, SEARCH_ROUTE) && data.edges() == 0) {
      boolean nothing = page.contains(NO_RESULTS) || NO_LISTINGS.matcher(text).find();
      return nothing ? PageState.EMPTY : PageState.UNPAINTED;
    }
    if (GONE.matcher(text).find()) {
      return PageState.GONE;
    }
    if (data.isSearch() || is(routes, SEARCH_ROUTE) || is(routes, ITEM_ROUTE)) {
      return PageState.UNPAINTED;
    }
    if (UNREACHED.matcher(text).find()) {
      return PageState.UNREACHED;
    }
    return document == null ? PageState.UNKNOWN : Obstacles.in(document);
  }

  private static boolean isDoor(String url, @Nullable Document document) {
    return FacebookLink.isDoor(url) || FacebookLink.isDoor(FacebookDrawn.canonical(document));
  }

  private static Set<String> routes(String page) {
    return ROUTE
        .matcher(page)
        .results()
        .limit(MAX_ROUTES)
        .map(route -> route.group(1))
        .collect(Collectors.toSet());
  }

  private static boolean is(Set<String> routes, String wanted) {
    return routes.stream().anyMatch(route -> route.endsWith(wanted));
  }
}
