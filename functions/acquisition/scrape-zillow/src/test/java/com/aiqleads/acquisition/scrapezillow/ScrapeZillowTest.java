package com.aiqleads.acquisition.scrapezillow;

import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.MemoryCrawl;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.store.CrawlContract;
import com.aiqleads.acquisition.store.SwitchedSandbox;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ScrapeZillowTest extends CrawlContract {

  private static final Market DENVER = new Market("denver-co", "denver-co");
  private static final URI SITE = URI.create("https://www.zillow.com/");
  private static final String SEARCH = MapSearch.FIRST.request(SITE, "denver-co").url().toString();
  private static final String ROBOTS = "https://www.zillow.com/robots.txt";

  /// Of the first 3,400 homes of the sandbox, 680 are in each market, and twelve of twenty here,
  /// some of them an agent's.
  private static final int HOMES = 408;

  /// As many that one market has more than a search can show.
  private static final int MANY_HOMES = 7_500;

  ScrapeZillowTest() {
    super(ZillowSite.SOURCE, SITE, DENVER, HOMES, ZillowSite::new);
  }

  @Test
  void findsEveryHomeOfAnOwner() {
    MemoryCrawl crawl = inSandbox();

    crawl.run();

    assertThat(crawl.announcements.said()).isBetween(HOMES - 25, HOMES);
    assertThat(crawl.announcements.pages()).allMatch(page -> page.contains("/homedetails/"));
    assertThat(crawl.announcements.refusals()).containsOnly(PageRefusal.GONE);
    assertThat(sandbox().visits()).contains("\"forbiddenByRobots\":0");
  }

  @Test
  void findsEveryHomeThoughNoSearchShowsThemAll() {
    try (SwitchedSandbox large = SwitchedSandbox.start(MANY_HOMES)) {
      // It tells dates to wait for by the clock of the wall, which is not that of the crawl.
      large.turn("schedule", false);
      MemoryCrawl crawl = inSandbox(large, Duration.ofMillis(1));

      crawl.run();

      assertThat(crawl.announcements.said())
          .isGreaterThan(ZillowSite.MAX_PAGES * ZillowSite.PAGE_SIZE);
    }
  }

  @Test
  void followsTheRowsOf2024Too() {
    MemoryCrawl crawl = inSandbox();

    sandbox().during("old-layout", crawl::run);

    assertThat(crawl.announcements.pages())
        .hasSizeGreaterThan(HOMES - 30)
        .allMatch(page -> page.endsWith("_zpid/"));
  }

  @Test
  void saysThatTheSiteAsksForAProof() {
    for (String guard : List.of("press-and-hold", "captcha")) {
      MemoryCrawl crawl = inSandbox();

      sandbox().during(guard, crawl::run);

      assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.CHALLENGE);
    }
  }

  @Test
  void saysOfAPageThatIsNoSearchWhatItIs() {
    ScriptedWeb web =
        new ScriptedWeb()
            .on(ROBOTS, answer(200, "User-agent: *\n"))
            .on(SEARCH, answer(200, "<form><input type=password></form>"));
    MemoryCrawl crawl = crawl(web, APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.LOGIN);
  }

  @Test
  void aMarketWithoutHomesIsNoFailure() {
    MemoryCrawl crawl = crawl(searching(results(0, 0)), APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).isEmpty();
    assertThat(crawl.announcements.said()).isZero();
  }

  @Test
  void aMapThatHoldsMoreThanCanBeReachedIsAskedForInQuarters() {
    int reachable = ZillowSite.MAX_PAGES * ZillowSite.PAGE_SIZE;

    assertThat(searches(results(reachable, 1))).hasSize(1);
    assertThat(searches(results(reachable + 1, 1)))
        .hasSize(5)
        .last(InstanceOfAssertFactories.STRING)
        .contains("%22north%22%3A25.500000");
  }

  @Test
  void theNextPageIsAskedForUntilTheLast() {
    assertThat(searches(results(82, 2)))
        .hasSize(2)
        .last(InstanceOfAssertFactories.STRING)
        .contains("/denver-co/2_p/");
  }

  @Test
  void visitsNeitherAgentsHomesNorBuildings() {
    String rows =
        """
        [{"zpid":"1","detailUrl":"/homedetails/a/1_zpid/"},
        {"zpid":"2","detailUrl":"/homedetails/b/2_zpid/","hdpData":{"homeInfo":{"listing_sub_type":{"is_FSBA":true}}}},
        {"zpid":"3","detailUrl":"/homedetails/c/3_zpid/","brokerName":"Oakhurst"},
        {"zpid":"4","detailUrl":"/homedetails/d/4_zpid/","brokerName":"x","hdpData":{"homeInfo":{"listing_sub_type":{"is_FSBO":true}}}},
        {"zpid":"25.1--80.1","detailUrl":"/apartments/x/y/5X/"}]\
        """;
    ScriptedWeb web = searching(results(5, 1).replace("[]", rows));

    crawl(web, APPROVED).run();

    assertThat(web.asked())
        .filteredOn(address -> address.contains("homedetails") || address.contains("apartments"))
        .containsExactlyInAnyOrder(
            "https://www.zillow.com/homedetails/a/1_zpid/",
            "https://www.zillow.com/homedetails/d/4_zpid/");
  }

  @Test
  void leavesWhenAHomesPageAsksForAProof() {
    String rows =
        IntStream.range(100, 140)
            .mapToObj("{\"zpid\":\"%1$d\",\"detailUrl\":\"/homedetails/a/%1$d_zpid/\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    ScriptedWeb web = searching(results(5, 1).replace("[]", rows));
    IntStream.range(100, 140)
        .forEach(
            at ->
                web.on(
                    "https://www.zillow.com/homedetails/a/" + at + "_zpid/",
                    answer(200, "<h1>Press & Hold</h1>")));
    MemoryCrawl crawl = crawl(web, APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.CHALLENGE);
    assertThat(web.asked()).filteredOn(address -> address.contains("_zpid")).hasSize(24);
    assertThat(crawl.states.all())
        .hasSize(40)
        .allMatch(state -> state.isDue(crawl.clock.instant()));
  }

  /// A search that finds so many homes, and shows one of them.
  private static String results(int total, int pages) {
    String row =
        total == 5 || total == 0 ? "" : "{\"zpid\":\"1\",\"detailUrl\":\"/homedetails/a/1_zpid/\"}";
    return """
    <script id="__NEXT_DATA__">{"props":{"pageProps":{"searchPageState":{"queryState":{"mapBounds":
    {"north":26,"south":25,"east":-80,"west":-81}},"cat1":{"searchResults":{"listResults":[%s]},
    "searchList":{"totalResultCount":%d,"totalPages":%d}}}}}}</script>\
    """
        .formatted(row, total, pages);
  }

  private static ScriptedWeb searching(String page) {
    return new ScriptedWeb().on(ROBOTS, answer(404, "")).on(SEARCH, answer(200, page));
  }

  private List<String> searches(String page) {
    ScriptedWeb web = searching(page);

    crawl(web, APPROVED).run();

    return web.asked().stream().filter(address -> address.contains("searchQueryState")).toList();
  }
}
