package com.aiqleads.acquisition.scrapelinkedin;

import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.JobBoard;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScrapeLinkedinTest {

  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final Market DENVER = new Market("denver-co", "Denver, Colorado, United States");
  private static final Approval APPROVED = new Approval.Approved("a test", Instant.MAX);
  private static final URI SITE = URI.create("https://www.linkedin.com/");
  private static final String SEARCH =
      "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search";
  private static final String ROBOTS = "https://www.linkedin.com/robots.txt";

  /// Of the sandbox's 600 those of one market.
  private static final int JOBS = 120;

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
  void findsEveryJob() {
    MemoryCrawl crawl = inSandbox();

    crawl.run();

    assertThat(crawl.announcements.said()).isEqualTo(JOBS);
    assertThat(crawl.announcements.pages()).allMatch(page -> page.contains("/api/jobPosting/"));
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

    assertThat(crawl.announcements.said()).isGreaterThan(first + JOBS / 2);
  }

  @Test
  void leavesNothingOutAndSaysNothingTwiceThoughKilledAgainAndAgain() {
    MemoryCrawl unharmed = inSandbox();
    unharmed.run();
    MemoryCrawl crawl = inSandbox();

    for (int killed = 0; killed < 5; killed++) {
      crawl.announcements.killAfter(7 + 5 * killed);
      assertThatThrownBy(crawl::run).hasStackTraceContaining("killed");
      crawl.announcements.live();
    }
    crawl.run();

    assertThat(crawl.announcements.sent()).isEqualTo(unharmed.announcements.sent());
  }

  @Test
  void followsTheCardsOf2020Too() {
    MemoryCrawl crawl = inSandbox();
    turn("old-layout", true);

    crawl.run();

    turn("old-layout", false);
    assertThat(crawl.announcements.said()).isEqualTo(JOBS);
  }

  @Test
  void leavesTheSiteAloneThatAnswersWithItsOwnStatus() {
    MemoryCrawl crawl = inSandbox();
    turn("forbidden", true);

    crawl.run();

    turn("forbidden", false);
    assertThat(crawl.announcements.said()).isZero();
  }

  @Test
  void leavesTheSiteThatSendsItToTheWall() {
    MemoryCrawl crawl = inSandbox();
    turn("login-wall", true);

    crawl.run();

    turn("login-wall", false);
    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.LOGIN);
  }

  @Test
  void leavesTheSiteThatAsksForAProof() {
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
  void asksForNothingThatTheRobotsFileForbids() {
    ScriptedWeb web = new ScriptedWeb().on(ROBOTS, answer(200, "User-agent: *\nDisallow: /\n"));

    crawl(web, APPROVED).run();

    assertThat(web.asked()).containsExactly(ROBOTS);
  }

  @Test
  void stepsByWhatReallyCame() {
    ScriptedWeb web =
        web()
            .on(at(0), answer(200, cards(1, 10)))
            .on(at(10), answer(200, cards(11, 17)))
            .on(at(17), answer(200, ""));
    MemoryCrawl crawl = crawl(web, APPROVED);

    crawl.run();

    assertThat(searches(web)).containsExactly(at(0), at(10), at(17));
    assertThat(crawl.states.all()).hasSize(17);
  }

  @Test
  void aCardThatWasSeenBeforeCountsForTheNextStep() {
    ScriptedWeb web =
        web()
            .on(at(0), answer(200, cards(1, 10)))
            .on(at(10), answer(200, cards(6, 15)))
            .on(at(20), answer(200, ""));

    crawl(web, APPROVED).run();

    assertThat(searches(web)).containsExactly(at(0), at(10), at(20));
  }

  @Test
  void aSearchThatReachesTheLastThatIsShownIsAskedAgainInNarrowerOnes() {
    ScriptedWeb web = web();
    IntStream.iterate(0, start -> start < 1_000, start -> start + 100)
        .forEach(start -> web.on(at(start), answer(200, cards(1, 100))));

    crawl(web, APPROVED).run();

    assertThat(searches(web).stream().filter(asked -> !asked.contains("&f_"))).hasSize(10);
    assertThat(searches(web))
        .noneMatch(asked -> asked.endsWith("start=1000"))
        .anyMatch(asked -> asked.contains("&f_WT=1&start=0"))
        .anyMatch(asked -> asked.contains("&f_WT=2&start=0"))
        .anyMatch(asked -> asked.contains("&f_WT=3&start=0"))
        .anyMatch(asked -> asked.contains("&f_TPR=r2592000&start=0"));
  }

  @Test
  void leavesWhenAPostingSendsItToTheWall() {
    ScriptedWeb web = web().on(at(0), answer(200, cards(1, 40)));
    IntStream.rangeClosed(1, 40)
        .forEach(
            job ->
                web.on(
                    SITE + "jobs-guest/jobs/api/jobPosting/" + (4_301_000_000L + job),
                    answer(200, "<div class=authwall-join-form>Join</div>")));
    MemoryCrawl crawl = crawl(web, APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.LOGIN);
    assertThat(web.asked()).filteredOn(asked -> asked.contains("jobPosting/")).hasSize(24);
  }

  @Test
  void saysOfAPageThatIsNoSearchWhatItIs() {
    MemoryCrawl crawl = crawl(web().on(at(0), answer(200, "<p>Hello!</p>")), APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.UNKNOWN);
  }

  @Test
  void saysOfAPageThatNobodyCouldReadThatItIsTooLarge() {
    String large = "<p>" + "x".repeat(1_000_001);
    MemoryCrawl crawl = crawl(web().on(at(0), answer(200, large)), APPROVED);

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.OVERSIZED);
  }

  @Test
  void aMarketWithoutJobsIsNoFailure() {
    MemoryCrawl crawl = crawl(web().on(at(0), answer(200, "")), APPROVED);

    crawl.run();

    assertThat(crawl.announcements.said()).isZero();
  }

  @Test
  void theSiteIsABoardAndNoSourceOfHomes() {
    assertThat(JobBoard.find(LinkedInSite.SOURCE)).contains(JobBoard.LINKEDIN);
    assertThat(Source.find(LinkedInSite.SOURCE)).isEmpty();
  }

  private static String cards(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            "<li><div class=base-search-card data-entity-urn=urn:li:jobPosting:4301%06d></div>"
                ::formatted)
        .collect(Collectors.joining());
  }

  private static String at(int start) {
    return SEARCH
        + "?keywords=accountant&location=Denver%2C+Colorado%2C+United+States&start="
        + start;
  }

  private static ScriptedWeb web() {
    return new ScriptedWeb().on(ROBOTS, answer(404, ""));
  }

  private static List<String> searches(ScriptedWeb web) {
    return web.asked().stream().filter(asked -> asked.startsWith(SEARCH)).toList();
  }

  private static MemoryCrawl inSandbox() {
    return crawl(
        CONTEXT.getBean(FetchPage.class), sandbox.baseUri().resolve("/linkedin/"), APPROVED);
  }

  private static MemoryCrawl crawl(FetchPage web, Approval approval) {
    return crawl(web, SITE, approval);
  }

  private static MemoryCrawl crawl(FetchPage web, URI site, Approval approval) {
    SourcePolicy policy =
        new SourcePolicy(
            LinkedInSite.SOURCE,
            site,
            "",
            approval,
            Set.of(site.getRawAuthority()),
            Duration.ofMillis(10),
            "TestBot/1.0");
    return new MemoryCrawl(
        web, CONTEXT.getBean(ReadRobots.class), List.of(new LinkedInSite(policy)), DENVER);
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
