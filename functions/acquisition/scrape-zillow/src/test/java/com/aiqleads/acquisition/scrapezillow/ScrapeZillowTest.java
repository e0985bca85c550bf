package com.aiqleads.acquisition.scrapezillow;

import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.MemoryCrawl;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.FetchPage;
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
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScrapeZillowTest {

  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final Market DENVER = new Market("denver-co", "denver-co");
  private static final Approval APPROVED = new Approval.Approved("a test", Instant.MAX);
  private static final URI SITE = URI.create("https://www.zillow.com/");
  private static final String SEARCH = MapSearch.FIRST.request(SITE, "denver-co").url().toString();
  private static final String ROBOTS = "https://www.zillow.com/robots.txt";

  /// Of the first 3,400 homes of the sandbox, 680 are in each market, and twelve of twenty here,
  /// some of them an agent's.
  private static final int HOMES = 408;

  /// As many that one market has more than a search can show.
  private static final int MANY_HOMES = 7_500;

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
  void findsEveryHomeOfAnOwner() {
    MemoryCrawl crawl = inSandbox();

    crawl.run();

    assertThat(crawl.announcements.said()).isBetween(HOMES - 25, HOMES);
    assertThat(crawl.announcements.pages()).allMatch(page -> page.contains("/homedetails/"));
    assertThat(crawl.announcements.refusals()).containsOnly(PageRefusal.GONE);
    assertThat(visits()).contains("\"forbiddenByRobots\":0");
  }

  @Test
  void findsEveryHomeThoughNoSearchShowsThemAll() {
    try (Sandbox large = Sandbox.start(0, Sandbox.DEFAULT_SEED, MANY_HOMES)) {
      // It tells dates to wait for by the clock of the wall, which is not that of the crawl.
      turn(large, "schedule", false);
      MemoryCrawl crawl =
          crawl(
              CONTEXT.getBean(FetchPage.class),
              large.baseUri().resolve("/zillow/"),
              APPROVED,
              Duration.ofMillis(1));

      crawl.run();

      assertThat(crawl.announcements.said())
          .isGreaterThan(ZillowSite.MAX_PAGES * ZillowSite.PAGE_SIZE);
    }
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

    assertThat(crawl.announcements.said()).isGreaterThan(first + HOMES / 2);
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
  void followsTheRowsOf2024Too() {
    MemoryCrawl crawl = inSandbox();
    turn("old-layout", true);

    crawl.run();

    turn("old-layout", false);
    assertThat(crawl.announcements.pages())
        .hasSizeGreaterThan(HOMES - 30)
        .allMatch(page -> page.endsWith("_zpid/"));
  }

  @Test
  void leavesTheSiteAloneThatDoesNotLetItIn() {
    MemoryCrawl crawl = inSandbox();
    turn("forbidden", true);

    crawl.run();

    turn("forbidden", false);
    assertThat(crawl.announcements.said()).isZero();
  }

  @Test
  void saysThatTheSiteAsksForAProof() {
    for (String guard : List.of("press-and-hold", "captcha")) {
      MemoryCrawl crawl = inSandbox();
      turn(guard, true);

      crawl.run();

      turn(guard, false);
      assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.CHALLENGE);
    }
  }

  @Test
  void sendsNothingBeforeTheTermsAreApproved() {
    ScriptedWeb web = new ScriptedWeb();

    crawl(web, new Approval.NotApproved()).run();
    crawl(web, new Approval.Approved("counsel", Instant.EPOCH)).run();

    assertThat(web.asked()).isEmpty();
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
        {"zpid":"25.1--80.1","detailUrl":"/apartments/x/y/5X/"}]""";
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

  @Test
  void theSourceIsOneThatWeRead() {
    assertThat(Source.find(ZillowSite.SOURCE)).contains(Source.ZILLOW);
  }

  /// A search that finds so many homes, and shows one of them.
  private static String results(int total, int pages) {
    String row =
        total == 5 || total == 0 ? "" : "{\"zpid\":\"1\",\"detailUrl\":\"/homedetails/a/1_zpid/\"}";
    return """
        <script id="__NEXT_DATA__">{"props":{"pageProps":{"searchPageState":{"queryState":{"mapBounds":
        {"north":26,"south":25,"east":-80,"west":-81}},"cat1":{"searchResults":{"listResults":[%s]},
        "searchList":{"totalResultCount":%d,"totalPages":%d}}}}}}</script>"""
        .formatted(row, total, pages);
  }

  private static ScriptedWeb searching(String page) {
    return new ScriptedWeb().on(ROBOTS, answer(404, "")).on(SEARCH, answer(200, page));
  }

  private static List<String> searches(String page) {
    ScriptedWeb web = searching(page);

    crawl(web, APPROVED).run();

    return web.asked().stream().filter(address -> address.contains("searchQueryState")).toList();
  }

  private static MemoryCrawl inSandbox() {
    URI site = sandbox.baseUri();
    return crawl(
        CONTEXT.getBean(FetchPage.class),
        site.resolve("/zillow/"),
        APPROVED,
        Duration.ofMillis(10));
  }

  private static MemoryCrawl crawl(FetchPage web, Approval approval) {
    return crawl(web, SITE, approval, Duration.ofMillis(10));
  }

  private static MemoryCrawl crawl(FetchPage web, URI site, Approval approval, Duration interval) {
    SourcePolicy policy =
        new SourcePolicy(
            ZillowSite.SOURCE,
            site,
            "",
            approval,
            Set.of(site.getRawAuthority()),
            interval,
            "TestBot/1.0");
    return new MemoryCrawl(
        web, CONTEXT.getBean(ReadRobots.class), List.of(new ZillowSite(policy)), DENVER);
  }

  private void turn(String fault, boolean on) {
    turn(sandbox, fault, on);
  }

  private void turn(Sandbox site, String fault, boolean on) {
    send(
        HttpRequest.newBuilder(
                site.baseUri().resolve("/control/faults?fault=" + fault + "&on=" + on))
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
