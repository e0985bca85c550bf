package com.aiqleads.acquisition.scrapecraigslist;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPage;
import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.MemoryCrawl;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.store.CrawlContract;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScrapeCraigslistTest extends CrawlContract {

  private static final Market DENVER = new Market("denver-co", "denver");
  private static final URI SITE = URI.create("https://www.craigslist.org/");
  private static final String SEARCH =
      "https://www.craigslist.org/search/area/denver?cat=rea&purveyor=owner";

  /// Of the first 3,400 homes of the sandbox, 680 are in each market, and eleven of twenty here.
  private static final int POSTINGS = 374;

  ScrapeCraigslistTest() {
    super(CraigslistSite.SOURCE, SITE, DENVER, POSTINGS, CraigslistSite::new);
  }

  @Test
  void findsEveryPostingThoughNoSearchShowsThemAll() {
    MemoryCrawl crawl = inSandbox();

    crawl.run();

    assertThat(crawl.announcements.said()).isBetween(POSTINGS - 10, POSTINGS);
    assertThat(crawl.announcements.pages()).allMatch(page -> page.contains("/view/d/"));
    assertThat(crawl.announcements.refusals()).containsOnly(PageRefusal.GONE);
    assertThat(sandbox().visits()).contains("\"forbiddenByRobots\":0");
  }

  @Test
  void followsTheRowsOf2016Too() {
    MemoryCrawl crawl = inSandbox();

    sandbox().during("old-layout", crawl::run);

    assertThat(crawl.announcements.pages())
        .hasSizeGreaterThan(POSTINGS - 30)
        .allMatch(page -> page.endsWith(".html"));
  }

  @Test
  void aFullSearchThatCannotBeNarrowedProvesNothing() {
    String rows =
        IntStream.range(0, CraigslistSite.FULL)
            .mapToObj(
                at ->
                    "<li class='cl-static-search-result' title='Home %1$d'><a href='/view/d/home/%2$s'>"
                            .formatted(at, "A".repeat(19) + (100 + at))
                        + "<div class='title'>Home %d</div><div class='price'>$100,000</div></a></li>"
                            .formatted(at))
            .collect(Collectors.joining());
    String page = "<ol class='cl-static-search-results'>" + rows + "</ol>";

    Found all = site().read(aPage(SEARCH, page), DENVER);
    Found narrowest =
        site().read(aPage(SEARCH + "&min_price=100000&max_price=100000", page), DENVER);

    assertThat(all.next()).hasSize(2);
    assertThat(all.cut()).isFalse();
    assertThat(narrowest.listings()).hasSize(CraigslistSite.FULL);
    assertThat(narrowest.next()).isEmpty();
    assertThat(narrowest.cut()).isTrue();
  }

  @Test
  void knowsWhenAPostingWillBeTakenDown() {
    FetchedPage posting =
        aPage(
            "https://www.craigslist.org/view/d/home/x",
            "<meta name=\"robots\" content=\"unavailable_after: 2026-12-20T13:12:10-0500\">");

    assertThat(site().endOf(posting)).hasValue(Instant.parse("2026-12-20T18:12:10Z"));
  }

  @Test
  void saysOfAPageThatIsNoSearchWhatItIs() {
    ScriptedWeb web =
        new ScriptedWeb()
            .on("https://www.craigslist.org/robots.txt", answer(200, "User-agent: *\n"))
            .on(SEARCH, answer(200, "<form><input type=password></form>"));
    MemoryCrawl crawl = crawl(web, APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.LOGIN);
  }

  @Test
  void anAreaWithoutHomesIsNoFailure() {
    String statics = "<link href='https://www.craigslist.org/static/a'>".repeat(2);
    ScriptedWeb web =
        new ScriptedWeb()
            .on("https://www.craigslist.org/robots.txt", answer(404, ""))
            .on(SEARCH, answer(200, statics + "<ol class=cl-static-search-results></ol>"));
    MemoryCrawl crawl = crawl(web, APPROVED);

    crawl.run();

    assertThat(crawl.announcements.said()).isZero();
  }

  @Test
  void aSearchThatIsNotFullIsNotAskedAgain() {
    assertThat(searches(CraigslistSite.FULL - 1)).isEqualTo(1);
    assertThat(searches(CraigslistSite.FULL)).isEqualTo(3);
  }

  private long searches(int rows) {
    String list =
        IntStream.range(0, rows)
            .mapToObj(
                row ->
                    "<li class=cl-static-search-result><a href='/view/d/x/AAAAAAAAAAAAAAAAAA%04d'><div class=price>$%d</div>x</a>"
                        .formatted(row, 1_000 + row))
            .collect(Collectors.joining());
    ScriptedWeb web =
        new ScriptedWeb()
            .on("https://www.craigslist.org/robots.txt", answer(404, ""))
            .on(SEARCH, answer(200, list));

    crawl(web, APPROVED).run();

    return web.asked().stream().filter(address -> address.contains("/search/")).count();
  }
}
