package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkedInSiteTest {

  @RegisterExtension static final CalmSandbox SANDBOX = new CalmSandbox();

  private static final String SEARCH =
      "/linkedin/jobs-guest/jobs/api/seeMoreJobPostings/search?keywords=accountant"
          + "&location=Denver%2C+Colorado%2C+United+States";
  private static final String POSTING = "/linkedin/jobs-guest/jobs/api/jobPosting/";

  private static final List<Job> JOBS = drawn(Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES);
  private static final Visitor VISITOR = SANDBOX.visitor();

  @Test
  void hasTheSameJobsForTheSameSeed() {
    assertThat(drawn(Sandbox.DEFAULT_SEED, 2_000))
        .isEqualTo(JOBS.subList(0, 352))
        .isNotEqualTo(drawn(7, 2_000));
  }

  @Test
  void showsTenCardsAtATimeNewestFirstAndThenNothing() {
    List<String> first = numbers(VISITOR.get(SEARCH + "&start=0").body());
    List<String> second = numbers(VISITOR.get(SEARCH + "&start=10").body());

    assertThat(first).hasSize(LinkedInSite.ROWS);
    assertThat(second).hasSize(LinkedInSite.ROWS).doesNotContainAnyElementsOf(first);
    assertThat(VISITOR.get(SEARCH + "&start=0").body()).contains("job-search-card__listdate--new");
    assertThat(VISITOR.get(SEARCH + "&start=" + inDenver(_ -> true)).body()).isEmpty();
  }

  @Test
  void neverShowsWhatLiesBeyondAThousand() {
    LinkedInSite site =
        new LinkedInSite(
            drawn(Sandbox.DEFAULT_SEED, 30_000),
            new Faults(Sandbox.DEFAULT_SEED, InstantSource.system()));

    assertThat(site.answer(get("start=990")).body()).contains("urn:li:jobPosting:");
    assertThat(site.answer(get("start=1000")).body()).isEmpty();
  }

  @Test
  void aSearchIsNarrowedByTimeKindAndPlaceOfWork() {
    assertThat(all("&f_TPR=r86400")).isEqualTo(inDenver(Job::isNew));
    assertThat(all("&f_WT=2")).isEqualTo(inDenver(job -> job.workType() == Job.WorkType.REMOTE));
    assertThat(all("&f_JT=F,P"))
        .isEqualTo(
            inDenver(job -> job.kind() == Job.Kind.FULL_TIME || job.kind() == Job.Kind.PART_TIME));
  }

  @Test
  void nothingElsewhere() {
    assertThat(VISITOR.get(SEARCH.replace("Denver", "Nome")).body()).isEmpty();
    assertThat(VISITOR.get(POSTING + "4300999999").statusCode()).isEqualTo(404);
    assertThat(VISITOR.get("/linkedin/jobs/view/x-4300999999").statusCode()).isEqualTo(404);
    assertThat(VISITOR.get("/linkedin/in/somebody").statusCode()).isEqualTo(404);
  }

  @Test
  void aPostingTodayShowsThatThereIsAnotherSiteAndNotWhere() {
    Job job = job(each -> each.apply() == Job.Apply.OFF_SITE && each.number() % 10 == 4);
    Document page = Jsoup.parse(VISITOR.get(POSTING + job.id()).body());

    assertThat(page.select("h2.topcard__title").text()).isEqualTo(job.title());
    assertThat(page.select(".apply-button__offsite-apply-icon")).hasSize(1);
    assertThat(page.select("code#applyUrl")).isEmpty();
    assertThat(page.select("code#decoratedJobPostingId").html())
        .isEqualTo("<!--\"" + job.id() + "\"-->");
  }

  @Test
  void aFullPageOfBeforeHasLinkedDataAndSimilarJobs() {
    Job job = job(each -> each.apply() == Job.Apply.OFF_SITE && each.number() % 10 == 7);
    String text = VISITOR.get(job.path()).body();
    Document page = Jsoup.parse(text);

    assertThat(page.select("h1.topcard__title").text()).isEqualTo(job.title());
    assertThat(text)
        .contains("\"@type\":\"JobPosting\"")
        .contains("url=https%3A%2F%2Fcareers." + job.handle());
    assertThat(page.select(".similar-jobs [data-entity-urn]")).hasSize(3);
  }

  @Test
  void aCompanySaysItsFactsTwiceBesideThoseOfOthers() {
    Company company = company(each -> each.followers() % 10 != 7 && !each.website().isEmpty());
    String text = VISITOR.get(company.path()).body();
    Document page = Jsoup.parse(text);

    assertThat(page.select("[data-test-id=about-us] dt").eachText())
        .containsExactly("Website", "Industry", "Company size", "Headquarters", "Type", "Founded");
    assertThat(page.select("[data-test-id=about-us__website] a").attr("href"))
        .startsWith("https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fwww.");
    assertThat(text.split("\"@type\":\"Organization\"", -1)).hasSize(5);
    assertThat(page.select("input[type=password]")).hasSize(1);
  }

  @Test
  void aCompanyOfBeforeHasTheListAloneAndSomeAreGone() {
    Company company = company(each -> each.followers() % 10 == 7);
    String text = VISITOR.get(company.path()).body();

    assertThat(text).contains("<dt>Industries</dt>").doesNotContain("ld+json", "about-us__");
    assertThat(VISITOR.get("/linkedin/company/nobody").statusCode()).isEqualTo(404);
    assertThat(VISITOR.get(anyCompany(each -> each.followers() % 20 == 0).path()).statusCode())
        .isEqualTo(404);
  }

  private static Company company(Predicate<Company> wanted) {
    return anyCompany(each -> each.followers() % 20 != 0 && wanted.test(each));
  }

  private static Company anyCompany(Predicate<Company> wanted) {
    return JOBS.stream()
        .map(job -> Company.named(job.company()))
        .filter(wanted)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTakesNoApplicationsSaysSoOrIsGone() {
    Job said = anyJob(job -> job.closed() && job.number() % 2 == 1);
    Job gone = anyJob(job -> job.closed() && job.number() % 2 == 0);

    assertThat(VISITOR.get(POSTING + said.id()).body())
        .contains("No longer accepting applications");
    assertThat(VISITOR.get(POSTING + gone.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void onceCardsWereOthers() {
    VISITOR.turn(Fault.OLD_LAYOUT, true);
    String old = VISITOR.get(SEARCH).body();
    VISITOR.turn(Fault.OLD_LAYOUT, false);

    assertThat(old).contains("result-card__full-card-link").contains("data-id=\"43");
  }

  @Test
  void whoeverIsNotWantedIsToldByAStatusOrSentToTheWall() {
    VISITOR.turn(Fault.FORBIDDEN, true);
    int denied = VISITOR.get(SEARCH).statusCode();
    VISITOR.turn(Fault.FORBIDDEN, false);
    VISITOR.turn(Fault.LOGIN_WALL, true);
    HttpResponse<String> sent = VISITOR.get(SEARCH);
    HttpResponse<String> wall = VISITOR.get("/linkedin/authwall");
    VISITOR.turn(Fault.LOGIN_WALL, false);

    assertThat(denied).isEqualTo(999);
    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(sent.headers().firstValue("Location").orElseThrow())
        .startsWith("/linkedin/authwall?");
    assertThat(wall.body()).contains("authwall-join-form");
  }

  @Test
  void whoComesBackIsToldThatNothingIsNew() {
    Job job = job(_ -> true);
    String tag = VISITOR.get(POSTING + job.id()).headers().firstValue("ETag").orElseThrow();

    assertThat(VISITOR.get(POSTING + job.id(), "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  private static List<Job> drawn(long seed, int homes) {
    return JobWorld.drawn(seed, homes, Sandbox.DEFAULT_DAY);
  }

  private static Request get(String query) {
    int mark = SEARCH.indexOf('?');
    return new Request(
        "GET", SEARCH.substring(0, mark), SEARCH.substring(mark + 1) + "&" + query, Map.of(), "");
  }

  private static long all(String filter) {
    return Stream.iterate(0, start -> start < LinkedInSite.MAX_START, start -> start + 10)
        .map(start -> numbers(VISITOR.get(SEARCH + filter + "&start=" + start).body()))
        .takeWhile(numbers -> !numbers.isEmpty())
        .mapToLong(List::size)
        .sum();
  }

  private static List<String> numbers(String page) {
    return Jsoup.parse(page).select(".job-search-card").eachAttr("data-entity-urn");
  }

  private static long inDenver(Predicate<Job> wanted) {
    return JOBS.stream().filter(job -> job.metro() == Metro.DENVER).filter(wanted).count();
  }

  private static Job job(Predicate<Job> wanted) {
    return anyJob(job -> !job.closed() && wanted.test(job));
  }

  private static Job anyJob(Predicate<Job> wanted) {
    return JOBS.stream().filter(wanted).findFirst().orElseThrow();
  }
}
