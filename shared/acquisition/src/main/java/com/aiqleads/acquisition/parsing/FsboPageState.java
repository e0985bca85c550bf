package com.aiqleads.acquisition.parsing;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Tells what a page of fsbo.com is. Never by its title: a browser's error page carries the site's
/// name there.
final class FsboPageState {

  private static final Pattern GONE =
      Obstacles.phrase(
          "no longer (available|active|for sale|listed)|(listing|advertisement|ad) (has )?expired"
              + "|has (been )?(removed|sold|deleted|deactivated|ended|taken down)|already sold");
  private static final Pattern EMPTY =
      Obstacles.phrase("(no|0) (matching )?(listings|results|properties|homes)");
  private static final Pattern ENDED = Obstacles.phrase("sold|expired|inactive|withdrawn|removed");

  private FsboPageState() {}

  static PageState of(Document document) {
    FsboFacts facts = FsboFacts.of(document);
    if (!facts.isEmpty()) {
      return ENDED.matcher(facts.textOrEmpty("Status")).find() ? PageState.GONE : PageState.CONTENT;
    }
    PageState obstacle = Obstacles.in(document);
    if (obstacle != PageState.UNKNOWN) {
      return obstacle;
    }
    Element main = document.body();
    if (GONE.matcher(main.text()).find()) {
      return PageState.GONE;
    }
    return EMPTY.matcher(main.text()).find() ? PageState.EMPTY : PageState.UNKNOWN;
  }
}
