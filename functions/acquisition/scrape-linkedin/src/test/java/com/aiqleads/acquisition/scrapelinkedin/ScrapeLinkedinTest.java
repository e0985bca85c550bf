package com.aiqleads.acquisition.scrapelinkedin;

import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.MemoryCrawl;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.store.CrawlContract;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScrapeLinkedinTest extends CrawlContract {

  private static final Market DENVER = new Market("denver-co", "Denver, Colorado, United States");
  private static final URI SITE = URI.create("https://www.linkedin.com/");
  private static final String SEARCH =
      "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search";
  private static final String ROBOTS = "https://www.linkedin.com/robots.txt";

  /// Of the sandbox's 600 those of one market.
  private static final int JOBS = 120;

  /// Who offers them; at most so many of these have no page any more.
  private static final int COMPANIES = 65;

  private static final int GONE_COMPANIES = 7;

  ScrapeLinkedinTest() {
    super(LinkedInSite.SOURCE, SITE, DENVER, JOBS, LinkedInSite::new);
  }

  @Test
  void findsEveryJob() {
    MemoryCrawl crawl = inSandbox();

    crawl.run();

    assertThat(crawl.announcements.said()).isEqualTo(JOBS + COMPANIES);
    assertThat(crawl.announcements.pages())
        .filteredOn(page -> page.contains("/company/"))
        .allMatch(page -> page.matches("http://127.0.0.1:\\d+/linkedin/company/[a-z0-9-]+"))
        .doesNotHaveDuplicates()
        .hasSizeBetween(COMPANIES - GONE_COMPANIES, COMPANIES - 1);
    assertThat(crawl.announcements.refusals()).containsOnly(PageRefusal.GONE);
    assertThat(sandbox().visits()).contains("\"forbiddenByRobots\":0");
  }

  @Test
  void followsTheCardsOf2020Too() {
    MemoryCrawl crawl = inSandbox();

    sandbox().during("old-layout", crawl::run);

    assertThat(crawl.announcements.said()).isEqualTo(JOBS + COMPANIES);
  }

  @Test
  void leavesTheSiteThatSendsItToTheWall() {
    MemoryCrawl crawl = inSandbox();

    sandbox().during("login-wall", crawl::run);

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.LOGIN);
  }

  @Test
  void leavesTheSiteThatAsksForAProof() {
    for (String guard : List.of("press-and-hold", "captcha")) {
      MemoryCrawl crawl = inSandbox();

      sandbox().during(guard, crawl::run);

      assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.CHALLENGE);
    }
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

  @Test
  void asksWhoHiresOnTheSitesOwnHostAndOnlyEachWeek() {
    ScriptedWeb web =
        web()
            .on(at(0), answer(200, hiredBy("https://uk.linkedin.com/company/Gull-Street?trk=x")))
            .on(at(1), answer(200, ""))
            .on(SITE + "jobs-guest/jobs/api/jobPosting/4301000001", answer(404, ""))
            .on(SITE + "company/gull-street", answer(200, "<h1>Gull Street</h1>"));

    crawl(web, APPROVED).run();

    assertThat(web.asked()).contains(SITE + "company/gull-street");
    assertThat(site().restOf(SITE + "company/gull-street", Duration.ofHours(12)))
        .isEqualTo(LinkedInSite.COMPANY_REST);
    assertThat(site().restOf(SITE + "jobs/view/4301000001", Duration.ofHours(12)))
        .isEqualTo(Duration.ofHours(12));
  }

  @Test
  void aCardWithoutACompanysPageLeadsToNone() {
    ScriptedWeb web =
        web()
            .on(at(0), answer(200, hiredBy("https://www.linkedin.com/in/somebody")))
            .on(at(1), answer(200, ""))
            .on(SITE + "jobs-guest/jobs/api/jobPosting/4301000001", answer(404, ""));

    crawl(web, APPROVED).run();

    assertThat(web.asked()).noneMatch(asked -> asked.contains("somebody"));
  }

  private static String hiredBy(String page) {
    return "<div class=base-search-card data-entity-urn=urn:li:jobPosting:4301000001>"
        + "<h3 class=base-search-card__title>Accountant</h3>"
        + "<h4 class=base-search-card__subtitle><a href='%s'>x</a></h4></div>".formatted(page);
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
}
