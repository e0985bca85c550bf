package com.aiqleads.acquisition.scrapecraigslist;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPage;
import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.MemoryCrawl;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.FetchedPage;
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

class ScrapeCraigslistTest {

  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final Market DENVER = new Market("denver-co", "denver");
  private static final Approval APPROVED = new Approval.Approved("a test", Instant.MAX);
  private static final String SEARCH =
      "https://www.craigslist.org/search/area/denver?cat=rea&purveyor=owner";

  /// Of the first 3,400 homes of the sandbox, 680 are in each market, and eleven of twenty here.
  private static final int POSTINGS = 374;

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
  void findsEveryPostingThoughNoSearchShowsThemAll() {
    MemoryCrawl crawl = inSandbox();

    crawl.run();

    assertThat(crawl.announcements.said()).isBetween(POSTINGS - 10, POSTINGS);
    assertThat(crawl.announcements.pages()).allMatch(page -> page.contains("/view/d/"));
    assertThat(crawl.announcements.refusals()).containsOnly(PageRefusal.GONE);
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

    assertThat(crawl.announcements.said()).isGreaterThan(first + POSTINGS / 2);
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
  void followsTheRowsOf2016Too() {
    MemoryCrawl crawl = inSandbox();
    turn("old-layout", true);

    crawl.run();

    turn("old-layout", false);
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

  @Test
  void theSourceIsOneThatWeRead() {
    assertThat(Source.find(CraigslistSite.SOURCE)).contains(Source.CRAIGSLIST);
  }

  private static long searches(int rows) {
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

  private static MemoryCrawl inSandbox() {
    URI site = sandbox.baseUri();
    return crawl(CONTEXT.getBean(FetchPage.class), site.resolve("/craigslist/"), APPROVED);
  }

  private static MemoryCrawl crawl(FetchPage web, Approval approval) {
    return crawl(web, URI.create("https://www.craigslist.org/"), approval);
  }

  private static MemoryCrawl crawl(FetchPage web, URI site, Approval approval) {
    return new MemoryCrawl(
        web,
        CONTEXT.getBean(ReadRobots.class),
        List.of(new CraigslistSite(policy(site, approval))),
        DENVER);
  }

  private static CraigslistSite site() {
    return new CraigslistSite(policy(URI.create("https://www.craigslist.org/"), APPROVED));
  }

  private static SourcePolicy policy(URI site, Approval approval) {
    return new SourcePolicy(
        CraigslistSite.SOURCE,
        site,
        "",
        approval,
        Set.of(site.getRawAuthority()),
        Duration.ofMillis(10),
        "TestBot/1.0");
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
