package com.aiqleads.acquisition.parsing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// A page of Zillow in its parts, and what it is. Its data alone is enough: markup that is larger
/// than may be looked at is left.
///
/// @param document the markup without what the scripts hold; null if it is too large
record ZillowPage(
    ZillowData data,
    Map<String, ZillowLinkedData> linked,
    @Nullable Document document,
    List<ZillowRow> rows,
    PageState state) {

  /// A page with its content may speak of such a script too; one that asks for a proof is small.
  static final int MAX_CHALLENGE_LENGTH = 80_000;

  private static final Pattern CHALLENGE =
      Obstacles.phrase(
          "press (&amp;|&|and) hold|px-captcha|perimeterx"
              + "|access to this page has been denied|verify you.?re human");
  private static final Pattern CAPTCHA = Obstacles.phrase("captcha-delivery");
  private static final Pattern BLOCKED = Obstacles.phrase("access denied|request blocked");
  private static final Pattern NOT_FOUND =
      Obstacles.phrase(
          "page (isn.t|is not|is no longer) available|couldn.t find (this|that|the) (page|home)"
              + "|page you (requested|were looking for)");
  private static final Pattern UNREACHED =
      Obstacles.phrase(
          "this site can.t be reached|having trouble finding that site|server not found"
              + "|took too long to respond|unable to connect|refused to connect");

  ZillowPage {
    linked = Map.copyOf(linked);
    rows = List.copyOf(rows);
  }

  static ZillowPage of(String page, String url) {
    Scripts scripts = Scripts.of(page);
    ZillowData data = ZillowData.of(page, scripts);
    Optional<Document> document =
        isData(page) ? Optional.empty() : Html.parse(scripts.markup(), url);
    Map<String, ZillowLinkedData> linked = ZillowLinkedData.in(scripts);
    List<ZillowRow> rows =
        data.isDetail()
            ? List.of()
            : ZillowResults.rows(data, document.map(ZillowCard::in).orElse(Map.of()), linked, url);
    PageState state = state(page, data, rows, document);
    return new ZillowPage(data, linked, document.orElse(null), rows, state);
  }

  private static boolean isData(String page) {
    return page.stripLeading().startsWith("{");
  }

  boolean isOversized() {
    return document == null && !data.isSearch() && !data.isDetail();
  }

  private static PageState state(
      String page, ZillowData data, List<ZillowRow> rows, Optional<Document> document) {
    if (!data.homes().isEmpty() || !rows.isEmpty()) {
      return PageState.CONTENT;
    }
    if (data.isSearch() && data.total() != null) {
      return data.total() == 0 ? PageState.EMPTY : PageState.UNPAINTED;
    }
    return document.map(markup -> obstacle(page, markup)).orElse(PageState.UNKNOWN);
  }

  private static PageState obstacle(String page, Document document) {
    String text = document.body().text();
    boolean small = page.length() < MAX_CHALLENGE_LENGTH;
    if (CHALLENGE.matcher(document.outerHtml()).find() || (small && CAPTCHA.matcher(page).find())) {
      return PageState.CHALLENGE;
    }
    if (BLOCKED.matcher(text).find()) {
      return PageState.RATE_LIMITED;
    }
    if (UNREACHED.matcher(text).find()
        || document.selectFirst(Html.css("#main-frame-error")) != null) {
      return PageState.UNREACHED;
    }
    return NOT_FOUND.matcher(text).find() ? PageState.NOT_FOUND : Obstacles.in(document);
  }
}
