package com.aiqleads.acquisition.scrapefacebook;

import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.MemoryCrawl;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.ReadRobots;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.local.sandbox.Sandbox;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrapeFacebookTest {

  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final Market DENVER = new Market("denver-co", "denver");
  private static final Approval APPROVED = new Approval.Approved("a test", Instant.MAX);
  private static final URI SITE = URI.create("https://www.facebook.com/");
  private static final String ROBOTS = "https://www.facebook.com/robots.txt";
  private static final String SEARCH =
      "https://www.facebook.com/marketplace/denver/search/?query=house%20for%20sale"
          + "&sortBy=creation_time_descend&locale=en_US";

  /// Of the first 3,400 homes of the sandbox 680 are in each market, and half of them here; and a
  /// boat, whose price may be a home's.
  private static final int ITEMS = 341;

  private static Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
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
    assertThat(visits()).contains("\"forbiddenByRobots\":0");
  }

  @Test
  void tellsNothingTwiceAndWhatHasChangedAgain() {
    MemoryCrawl crawl = inSandbox();
    crawl.run();
    int first = crawl.announcements.said();
    crawl.later();
    crawl.run();
    assertThat(crawl.announcements.said()).isEqualTo(first);

    turn("reprice", true);
    crawl.later();
    crawl.run();
    turn("reprice", false);

    assertThat(crawl.announcements.said()).isGreaterThan(first + ITEMS / 2);
  }

  @Test
  void leavesNothingOutAndSaysNothingTwiceThoughKilledAgainAndAgain() {
    MemoryCrawl unharmed = inSandbox();
    unharmed.run();
    MemoryCrawl crawl = inSandbox();

    for (int killed = 0; killed < 8; killed++) {
      crawl.announcements.killAfter(11 + 7 * killed);
      assertThatThrownBy(crawl::run).hasStackTraceContaining("killed");
      crawl.announcements.live();
    }
    crawl.run();

    assertThat(crawl.announcements.sent()).isEqualTo(unharmed.announcements.sent());
  }

  @Test
  void followsRowsThatAreOnlyDrawnToo() {
    MemoryCrawl crawl = inSandbox();
    turn("old-layout", true);

    crawl.run();

    turn("old-layout", false);
    assertThat(crawl.announcements.pages()).hasSizeGreaterThan(ITEMS / 2);
  }

  @Test
  void leavesTheSiteAloneThatDoesNotLetItIn() {
    MemoryCrawl crawl = inSandbox();
    turn("forbidden", true);

    crawl.run();

    turn("forbidden", false);
    assertThat(crawl.announcements.said()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"rate-limit, RATE_LIMITED", "login-wall, LOGIN", "consent, CONSENT"})
  void saysWhatStandsBeforeTheSearch(String fault, PageRefusal refusal) {
    MemoryCrawl crawl = inSandbox();
    turn(fault, true);

    crawl.run();

    turn(fault, false);
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
        "<script type=application/json>{\"canonicalRouteName\":\"comet.fbweb.CometErrorRoute\"}</script>";
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
    FacebookSite site = new FacebookSite(policy(SITE, APPROVED));
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
        "<script type=application/json>{\"marketplace_search\":{\"feed_units\":{\"edges\":[{\"node\":{\"id\":\"1\"}}]}}}</script>";
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

  @Test
  void sendsNothingBeforeTheTermsAreApproved() {
    ScriptedWeb web = new ScriptedWeb();

    crawl(web, new Approval.NotApproved()).run();
    crawl(web, new Approval.Approved("counsel", Instant.EPOCH)).run();

    assertThat(web.asked()).isEmpty();
  }

  @Test
  void theSourceIsOneThatWeRead() {
    assertThat(Source.find(FacebookSite.SOURCE)).contains(Source.FACEBOOK);
  }

  /// So many homes, each a dollar dearer than the one before.
  private static String results(int rows, int firstDollars) {
    String edges =
        IntStream.range(0, rows)
            .mapToObj(
                at ->
                    """
                    {"node":{"listing":{"id":"%d","custom_title":"3 Beds House",
                    "listing_price":{"amount":"%d.00","formatted_amount":"$%<d"}}}}"""
                        .formatted(at + 1, firstDollars + at))
            .collect(Collectors.joining(",", "[", "]"));
    return """
        <script type="application/json">{"marketplace_search":{"feed_units":{"edges":%s,
        "page_info":{"has_next_page":true}}}}</script>"""
        .formatted(edges);
  }

  private static ScriptedWeb searching(String page) {
    return new ScriptedWeb().on(ROBOTS, answer(404, "")).on(SEARCH, answer(200, page));
  }

  private static List<String> searches(String page) {
    ScriptedWeb web = searching(page);

    crawl(web, APPROVED).run();

    return web.asked().stream().filter(address -> address.contains("/search/")).toList();
  }

  private static MemoryCrawl inSandbox() {
    return crawl(
        CONTEXT.getBean(FetchPage.class), sandbox.baseUri().resolve("/facebook/"), APPROVED);
  }

  private static MemoryCrawl crawl(FetchPage web, Approval approval) {
    return crawl(web, SITE, approval);
  }

  private static MemoryCrawl crawl(FetchPage web, URI site, Approval approval) {
    return new MemoryCrawl(
        web,
        CONTEXT.getBean(ReadRobots.class),
        List.of(new FacebookSite(policy(site, approval))),
        DENVER);
  }

  private static SourcePolicy policy(URI site, Approval approval) {
    return new SourcePolicy(
        FacebookSite.SOURCE,
        site,
        "",
        approval,
        Set.of(site.getRawAuthority()),
        Duration.ofMillis(10),
        "TestBot/1.0");
  }

  private static FetchedPage page(String address, String text) {
    return FetchingFixtures.aPage(address, text);
  }

  private void turn(String fault, boolean on) {
    send(
        HttpRequest.newBuilder(
                sandbox.baseUri().resolve("/control/faults?fault=" + fault + "&on=" + on))
            .POST(BodyPublishers.noBody()));
  }

  private String visits() {
    return send(HttpRequest.newBuilder(sandbox.baseUri().resolve("/control/visits")));
  }

  private String send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
