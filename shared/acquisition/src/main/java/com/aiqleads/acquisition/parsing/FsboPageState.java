package com.aiqleads.acquisition.parsing;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/// Tells what a page of fsbo.com is. Never by its title: a browser's error page carries the site's
/// name there.
final class FsboPageState {

  private static final Pattern GONE =
      Obstacles.phrase(
          "no longer (available|active|for sale|listed)|(listing|advertisement|ad) (has )?expired"
              + "|has (been )?(removed|sold|deleted|deactivated|ended|taken down)|already sold");
  private static final Pattern EMPTY =
      Obstacles.phrase("(?<!\\w)(no|0) (matching )?(listings|results|properties|homes)(?!\\w)");

  private static final String OF_HOMES =
      ".price, .address-copy, .property-description, #sellerModal, a[href*=/listings/show/]";

  private FsboPageState() {}

  static PageState of(Document document, List<FsboFacts> facts) {
    if (!facts.isEmpty()) {
      return PageState.CONTENT;
    }
    PageState obstacle = Obstacles.in(document);
    PageState told = told(document);
    boolean signIn =
        obstacle == PageState.LOGIN && (told != PageState.UNKNOWN || isOfTheSite(document));
    return obstacle == PageState.UNKNOWN || signIn ? told : obstacle;
  }

  /// A page of homes that lacks its facts has changed; that it also has a form to sign in is no
  /// news.
  private static boolean isOfTheSite(Document document) {
    return document.selectFirst(Html.css(OF_HOMES)) != null;
  }

  /// What the site itself says; many a page of it has a form to sign in beside that.
  private static PageState told(Document document) {
    String text = document.body().text();
    if (GONE.matcher(text).find()) {
      return PageState.GONE;
    }
    return EMPTY.matcher(text).find() ? PageState.EMPTY : PageState.UNKNOWN;
  }
}
