package com.aiqleads.acquisition.parsing;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Tells what a page of craigslist is; never by its title, for a browser's error page carries the
/// site's name there.
final class CraigslistPageState {

  private static final String STATIC = "https://www.craigslist.org/static/";
  private static final int USUAL_STATICS = 2;
  private static final String REMOVED = ".removed, #removed, #has_been_removed";
  static final String TITLE = "#titletextonly, .postingtitletext, h2.postingtitle, h1.postingtitle";
  static final String BODY = "#postingbody, #userbody";

  /// Drawn by a script, which had not run.
  private static final String UNDRAWN =
      "#search-results-page, .cl-search-results, .cl-results-page, .cl-app, #cl-app";

  private static final Pattern GONE =
      Obstacles.phrase(
          "(posting|listing|ad|post) (has|was)( been)? (expired|deleted|removed|flagged)"
              + "|deleted by its author|flagged for removal");

  /// What a notice of removal says.
  private static final Pattern ENDED = Obstacles.phrase("expired|deleted|removed|flagged");

  private static final Pattern BLOCKED =
      Obstacles.phrase("(this )?ip( address)? has been (automatically )?blocked");

  private static final Pattern NOT_FOUND =
      Obstacles.phrase("404 error|no web page for this address|there is nothing here");

  private static final Pattern UNREACHED =
      Obstacles.phrase(
          "this site can.t be reached|having trouble finding that site|server not found"
              + "|took too long to respond|unable to connect|refused to connect");

  private CraigslistPageState() {}

  static PageState of(String page, Document document, CraigslistResults results) {
    if (isGone(document, results)) {
      return PageState.GONE;
    }
    if (isPosting(document) || !results.rows().isEmpty()) {
      return PageState.CONTENT;
    }
    if (results.dataItems() > 0) {
      return PageState.UNPAINTED;
    }
    PageState obstacle = obstacle(document);
    if (obstacle != PageState.UNKNOWN && obstacle != PageState.UNPAINTED) {
      return obstacle;
    }
    return withoutRows(page, document, results, obstacle);
  }

  /// An empty container is an answer only on a page that is the site's and whole; a page without
  /// one was not drawn, or is nothing that we know.
  private static PageState withoutRows(
      String page, Document document, CraigslistResults results, PageState obstacle) {
    if (GONE.matcher(document.body().text()).find()) {
      return PageState.GONE;
    }
    if (document.selectFirst(Html.css("ol.cl-static-search-results, ul.rows")) != null) {
      return isOfTheSite(page) || document.selectFirst(Html.css("ul.rows")) != null
          ? PageState.EMPTY
          : PageState.UNKNOWN;
    }
    boolean undrawn = results.hasContainer() || document.selectFirst(Html.css(UNDRAWN)) != null;
    return undrawn ? PageState.UNPAINTED : obstacle;
  }

  private static boolean isOfTheSite(String page) {
    int found = 0;
    int at = page.indexOf(STATIC);
    while (at >= 0 && found < USUAL_STATICS) {
      found++;
      at = page.indexOf(STATIC, at + STATIC.length());
    }
    return found >= USUAL_STATICS;
  }

  private static boolean isGone(Document document, CraigslistResults results) {
    Element removed = document.selectFirst(Html.css(REMOVED));
    return removed != null
        && results.rows().isEmpty()
        && removed.closest(Html.css(BODY)) == null
        && (ENDED.matcher(removed.text()).find() || !isPosting(document));
  }

  /// A posting that nothing calls removed: content, whatever rows it shows besides.
  static boolean isStandingPosting(Document document) {
    return isPosting(document) && document.selectFirst(Html.css(REMOVED)) == null;
  }

  /// Of a posting its title, and something that only a posting has: a page that was torn before
  /// them is none.
  static boolean isPosting(Document document) {
    Element title = document.selectFirst(Html.css(TITLE));
    boolean old =
        document.selectFirst(Html.css("h2")) != null
            && document.selectFirst(Html.css("#userbody")) != null;
    boolean titled = title != null && !title.text().isBlank();
    return old
        || (titled
            && document.selectFirst(Html.css(BODY + ", .postinginfos, .postinginfo")) != null);
  }

  private static PageState obstacle(Document document) {
    String text = document.body().text();
    if (BLOCKED.matcher(text).find()) {
      return PageState.RATE_LIMITED;
    }
    PageState general = Obstacles.in(document);
    if (general != PageState.UNKNOWN) {
      return general;
    }
    if (UNREACHED.matcher(text).find()
        || document.selectFirst(Html.css("#main-frame-error")) != null) {
      return PageState.UNREACHED;
    }
    return NOT_FOUND.matcher(text).find() ? PageState.NOT_FOUND : PageState.UNKNOWN;
  }
}
