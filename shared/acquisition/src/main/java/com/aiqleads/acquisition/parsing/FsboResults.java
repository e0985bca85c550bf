package com.aiqleads.acquisition.parsing;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a search of fsbo.com found, or why its page shows nothing.
///
/// @param links to advertisements, in the order of the page
/// @param refusal why there are none; null if there are some
public record FsboResults(List<Element> links, @Nullable PageRefusal refusal) {

  private static final String LISTED = ".listings a[href*=/listings/show/]";
  private static final String ANYWHERE = "a[href*=/listings/show/]";
  private static final String CONTAINER = ".listings";

  public FsboResults {
    links = List.copyOf(links);
  }

  public static FsboResults of(Document page) {
    List<Element> listed = page.select(Html.css(LISTED));
    if (!listed.isEmpty()) {
      return new FsboResults(listed, null);
    }
    PageState state = FsboPageState.of(page, FsboFacts.all(page));
    return switch (state) {
      case UNKNOWN -> unnamed(page);
      case LOGIN -> refused(hasContainer(page) ? PageRefusal.EMPTY : PageRefusal.LOGIN);
      // A page of one home, or of one that is no more, is no answer to a search.
      case CONTENT, GONE -> refused(PageRefusal.UNKNOWN);
      default -> refused(PageRefusal.of(state));
    };
  }

  /// The block of results may be called otherwise; where it is there and without a row, nothing was
  /// found, whatever is recommended beside it.
  private static FsboResults unnamed(Document page) {
    if (hasContainer(page)) {
      return refused(PageRefusal.EMPTY);
    }
    List<Element> links = page.select(Html.css(ANYWHERE));
    return links.isEmpty() ? refused(PageRefusal.UNKNOWN) : new FsboResults(links, null);
  }

  private static FsboResults refused(PageRefusal reason) {
    return new FsboResults(List.of(), reason);
  }

  private static boolean hasContainer(Document page) {
    return page.selectFirst(Html.css(CONTAINER)) != null;
  }

  /// What a page is instead, of this site or of forsalebyowner.com, where it does not want us.
  public static Optional<PageRefusal> obstacle(String text, String url) {
    return Html.parse(text, url)
        .map(page -> FsboPageState.of(page, FsboFacts.all(page)))
        .filter(state -> state != PageState.CONTENT)
        .map(PageRefusal::of)
        .filter(PageRefusal::isUnwelcome);
  }
}
