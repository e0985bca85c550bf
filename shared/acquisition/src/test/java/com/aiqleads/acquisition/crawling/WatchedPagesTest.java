package com.aiqleads.acquisition.crawling;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPage;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.Ending;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.Grant;
import com.aiqleads.acquisition.fetching.Pace;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.PageWorth;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.fetching.Ticket;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.kernel.PageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedPagesTest {

  private static final String ADDRESS = "https://directory.forsalebyowner.com/search/listings";

  private final Told told = new Told();
  private final WatchedPages pages = new WatchedPages(new RecordingAnnouncements(), told);

  /// What the limiter heard.
  private static final class Told implements FetchLimiter {

    private final List<String> lines = new ArrayList<>();

    @Override
    public Grant ask(String site, Pace pace) {
      throw new AssertionError("nothing is fetched");
    }

    @Override
    public void sent(Ticket ticket) {
      throw new AssertionError("nothing is fetched");
    }

    @Override
    public boolean keeps(Ticket ticket) {
      throw new AssertionError("nothing is fetched");
    }

    @Override
    public Duration ended(Ticket ticket, Ending ending) {
      throw new AssertionError("nothing is fetched");
    }

    @Override
    public void judged(String site, PageWorth worth) {
      lines.add(site + " " + worth.pages() + " " + worth.filled());
    }

    @Override
    public void turnedAway(String site) {
      lines.add(site + " turned away");
    }
  }

  @Test
  void tellsHowMuchWasOnThePagesOfAHandful() {
    fetched("forsalebyowner", Pages.text("forsalebyowner.json"));
    fetched("forsalebyowner", "<html>something else</html>");
    assertThat(told.lines).isEmpty();

    pages.flush();
    pages.flush();

    assertThat(told.lines).singleElement().asString().startsWith("forsalebyowner 2 0.");
  }

  @Test
  void aPageThatNeedNotTellAnythingIsNotJudged() {
    fetched("nobody", "<html></html>");
    pages.flush();

    assertThat(told.lines).isEmpty();
    assertThat(WatchedPages.share(refused(PageRefusal.GONE))).isEmpty();
    assertThat(WatchedPages.share(new PageReading.Read(List.of(), List.of(), false))).isEmpty();
    assertThat(WatchedPages.share(refused(PageRefusal.UNKNOWN))).hasValue(0);
    assertThat(WatchedPages.share(refused(PageRefusal.UNPAINTED))).hasValue(0);
    assertThat(WatchedPages.share(refused(PageRefusal.MALFORMED))).hasValue(0);
  }

  @Test
  void whoIsTurnedAwayTellsAtOnce() {
    refused("fsbo", PageRefusal.GONE);
    assertThat(told.lines).isEmpty();

    refused("fsbo", PageRefusal.CHALLENGE);

    assertThat(told.lines).containsExactly("fsbo turned away");
  }

  private static PageReading refused(PageRefusal reason) {
    return new PageReading.Refused(com.aiqleads.acquisition.parsing.PageState.UNKNOWN, reason);
  }

  private void refused(String source, PageRefusal reason) {
    FetchedPage page = aPage(ADDRESS, "page");
    pages.refused(id(source, page), new Target(source, "miami-fl"), ADDRESS, page, "key", reason);
  }

  private void fetched(String source, String body) {
    FetchedPage page = aPage(ADDRESS, body);
    pages.fetched(id(source, page), state(source), page, "key");
  }

  private static PageId id(String source, FetchedPage page) {
    return state(source).nextPageId(page);
  }

  private static PageState state(String source) {
    return PageState.discovered(new Target(source, "miami-fl"), ADDRESS, PageState.Kind.LISTING);
  }
}
