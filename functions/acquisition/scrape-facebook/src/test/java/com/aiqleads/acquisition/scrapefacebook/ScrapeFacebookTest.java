package com.aiqleads.acquisition.scrapefacebook;

import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.MemoryCrawl;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.store.CrawlContract;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrapeFacebookTest extends CrawlContract {

  private static final Market DENVER = new Market("denver-co", "denver");
  private static final URI SITE = URI.create("https://www.facebook.com/");
  private static final String ROBOTS = "https://www.facebook.com/robots.txt";
  private static final String SEARCH =
      "https://www.facebook.com/marketplace/denver/search/?query=house%20for%20sale"
          + "&sortBy=creation_time_descend&locale=en_US";

  /// Of the first 3,400 homes of the sandbox 680 are in each market, and half of them here; and a
  /// boat, whose price may be a home's.
  private static final int ITEMS = 341;

  ScrapeFacebookTest() {
    super(FacebookSite.SOURCE, SITE, DENVER, ITEMS, FacebookSite::new);
  }

  @Test
  void findsEveryHomeThoughEverySearchShowsTwentyFour() {
    MemoryCrawl crawl = inSandbox();

    crawl.run();

    // What is sold for nothing is passed by where it says nothing of rooms: here all do.
    assertThat(crawl.announcements.pages())
        .hasSize(ITEMS)
        .allMatch(page -> page.contains("/facebook/marketplace/item/"));
    assertThat(crawl.announcements.refusals()).isEmpty();
    assertThat(sandbox().visits()).contains("\"forbiddenByRobots\":0");
  }

  @Test
  void followsRowsThatAreOnlyDrawnToo() {
    MemoryCrawl crawl = inSandbox();

    sandbox().during("old-layout", crawl::run);

    assertThat(crawl.announcements.pages()).hasSizeGreaterThan(ITEMS / 2);
  }

  @ParameterizedTest
  @CsvSource({"rate-limit, RATE_LIMITED", "login-wall, LOGIN", "consent, CONSENT"})
  void saysWhatStandsBeforeTheSearch(String fault, PageRefusal refusal) {
    MemoryCrawl crawl = inSandbox();

    sandbox().during(fault, crawl::run);

    assertThat(crawl.announcements.refusals()).containsExactly(refusal);
    assertThat(crawl.announcements.pages()).isEmpty();
  }

  @Test
  void goesOnWhereItWasWhenTheLimitIsLifted() {
    String full = results(24, 1_000_000);
    ScriptedWeb web =
        searching(full)
            .on(SEARCH + "&maxPrice=1000011", answer(200, "Rate limit exceeded"))
            .on(SEARCH + "&minPrice=1000012", answer(200, results(1, 2_000_000)));
    MemoryCrawl crawl = crawl(web, APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.RATE_LIMITED);
    assertThat(web.asked()).last().isEqualTo(SEARCH + "&maxPrice=1000011");

    web.on(SEARCH + "&maxPrice=1000011", answer(200, results(2, 1_000_000)));
    crawl.run();

    assertThat(web.asked().stream().filter(asked -> asked.contains("/search/")))
        .containsExactly(
            SEARCH,
            SEARCH + "&maxPrice=1000011",
            SEARCH + "&maxPrice=1000011",
            SEARCH + "&minPrice=1000012");
  }

  @Test
  void leavesWhenAnAdvertisementIsAPageToSignIn() {
    ScriptedWeb web = searching(results(3, 500_000));
    IntStream.rangeClosed(1, 3)
        .forEach(
            at ->
                web.on(
                    SITE + "marketplace/item/" + at + "/",
                    answer(302, "", "location", SITE + "login/?next=x")));
    web.on(SITE + "login/?next=x", answer(200, "<p>Log into Facebook</p>"));
    MemoryCrawl crawl = crawl(web, APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).contains(PageRefusal.LOGIN);
    assertThat(crawl.announcements.pages()).isEmpty();
    assertThat(crawl.states.all()).hasSize(3).allMatch(state -> state.isDue(crawl.clock.instant()));
  }

  @Test
  void anAdvertisementThatIsNotFoundIsReadAsSuch() {
    String error =
        "<script"
            + " type=application/json>{\"canonicalRouteName\":\"comet.fbweb.CometErrorRoute\"}</script>";
    ScriptedWeb web =
        searching(results(1, 500_000)).on(SITE + "marketplace/item/1/", answer(200, error));
    MemoryCrawl crawl = crawl(web, APPROVED);

    crawl.run();

    assertThat(crawl.announcements.pages()).containsExactly(SITE + "marketplace/item/1/");
  }

  @Test
  void aBandIsPartedUntilItShowsLessThanTwentyFour() {
    assertThat(searches(results(23, 500_000))).hasSize(1);
    assertThat(searches(results(24, 500_000)))
        .containsExactly(SEARCH, SEARCH + "&maxPrice=500011", SEARCH + "&minPrice=500012");
    assertThat(searches(results(24, 500_000).replace("true", "false"))).hasSize(1);
  }

  @Test
  void aFullBandOfOnePriceShowsNotAll() {
    String onePrice = results(24, 500_000).replaceAll("5000[0-9]{2}", "500000");
    Site site = site();
    String band = SEARCH + "&minPrice=500000&maxPrice=500000";

    assertThat(site.read(page(band, onePrice), DENVER).cut()).isTrue();
    assertThat(site.read(page(band, onePrice), DENVER).next()).isEmpty();
    assertThat(site.read(page(SEARCH, onePrice), DENVER).cut()).isFalse();
    assertThat(site.read(page(band, results(23, 500_000)), DENVER).cut()).isFalse();
  }

  @Test
  void neverAsksForDaysAndASortByPriceTogether() {
    assertThat(searches(results(24, 500_000)))
        .noneMatch(search -> search.contains("daysSinceListed") || search.contains("=price_"));
  }

  @Test
  void aPageThatComesWithoutItsRowsIsAskedForAgain() {
    String bare =
        "<script"
            + " type=application/json>{\"marketplace_search\":{\"feed_units\":{\"edges\":[{\"node\":{\"id\":\"1\"}}]}}}</script>";
    ScriptedWeb web =
        new ScriptedWeb()
            .on(ROBOTS, answer(404, ""))
            .on(SEARCH, answer(200, bare), answer(200, results(1, 500_000)));

    crawl(web, APPROVED).run();

    assertThat(web.asked()).contains(SITE + "marketplace/item/1/");
  }

  @Test
  void aMarketWithoutHomesIsNoFailure() {
    String nothing =
        "<script type=application/json>{\"marketplace_search\":{\"feed_units\":{\"edges\":"
            + "[{\"node\":{\"__typename\":\"MarketplaceSearchFeedNoResults\"}}]}}}</script>";
    MemoryCrawl crawl = crawl(searching(nothing), APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).isEmpty();
    assertThat(crawl.announcements.said()).isZero();
  }

  @Test
  void aPageLargerThanAnyoneCouldReadIsLeft() {
    MemoryCrawl crawl = crawl(searching("<p>x".repeat(25_000)), APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.OVERSIZED);
  }

  /// So many homes, each a dollar dearer than the one before.
  private static String results(int rows, int firstDollars) {
    String edges =
        IntStream.range(0, rows)
            .mapToObj(
                at ->
                    """
                    {"node":{"listing":{"id":"%d","custom_title":"3 Beds House",
                    "listing_price":{"amount":"%d.00","formatted_amount":"$%<d"}}}}\
                    """
                        .formatted(at + 1, firstDollars + at))
            .collect(Collectors.joining(",", "[", "]"));
    return """
    <script type="application/json">{"marketplace_search":{"feed_units":{"edges":%s,
    "page_info":{"has_next_page":true}}}}</script>\
    """
        .formatted(edges);
  }

  private static ScriptedWeb searching(String page) {
    return new ScriptedWeb().on(ROBOTS, answer(404, "")).on(SEARCH, answer(200, page));
  }

  private List<String> searches(String page) {
    ScriptedWeb web = searching(page);

    crawl(web, APPROVED).run();

    return web.asked().stream().filter(address -> address.contains("/search/")).toList();
  }

  private static FetchedPage page(String address, String text) {
    return FetchingFixtures.aPage(address, text);
  }
}
