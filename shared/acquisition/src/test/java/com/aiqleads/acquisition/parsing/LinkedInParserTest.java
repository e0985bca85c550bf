package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.Application;
import com.aiqleads.acquisition.hiring.Application.Where;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.hiring.Salary;
import com.aiqleads.acquisition.hiring.Workplace;
import com.aiqleads.acquisition.parsing.JobReading.Read;
import com.aiqleads.acquisition.parsing.JobReading.Refused;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInParserTest {

  private static final String POSTING = Pages.text("linkedin-posting.html");
  private static final String PAGE = Pages.text("linkedin-page.html");
  private static final String SEARCH = Pages.text("linkedin-search.html");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  @Test
  void readsAPostingOfTheFragmentThatGuestsGet() {
    Job job = posting(POSTING).job();

    assertThat(job.id()).isEqualTo(Job.idOf(JobBoard.LINKEDIN, "4301000011"));
    assertThat(job.number()).isEqualTo("4301000011");
    assertThat(job.url()).isEqualTo("https://www.linkedin.com/jobs/view/4301000011/");
    assertThat(job.title()).isEqualTo("Senior Accountant");
    assertThat(job.employer())
        .isEqualTo(
            new Employer(
                "Harbor Lane Accounting",
                "https://www.linkedin.com/company/harbor-lane-accounting",
                "harbor-lane-accounting"));
    assertThat(job.place())
        .isEqualTo(new Workplace("Miami, FL", "Miami", "FL", null, null, null, null));
    assertThat(job.terms())
        .isEqualTo(
            new Job.Terms(
                "Mid-Senior level",
                "Full-time",
                "Accounting/Auditing and Finance",
                "Accounting",
                new Salary(
                    Money.usd(7_000_000),
                    Money.usd(9_000_000),
                    Salary.Interval.YEARLY,
                    "$70,000.00/yr - $90,000.00/yr")));
    assertThat(job.application()).isEqualTo(new Application(Where.OFF_SITE, null));
    assertThat(job.postedOn()).isEqualTo(MONDAY);
    assertThat(job.postedText()).isEqualTo("3 days ago");
    assertThat(job.partial()).isFalse();
    assertThat(job.observedAt()).isEqualTo(Pages.FETCHED_AT);
    assertThat(posting(POSTING).conflicts()).isEmpty();
  }

  @Test
  void readsADescriptionLineByLine() {
    assertThat(posting(POSTING).job().description())
        .isEqualTo(
            """
            About the role
            You own the month-end close.
            CPA or CPA candidate
            NetSuite & Excel
            We are no longer accepting applications from agencies. See also our controller role.""");
  }

  @Test
  void readsAFullPageInBothOfItsPlacesAndNothingOfItsSimilarJobs() {
    ParsedJob parsed = page(PAGE);
    Job job = parsed.job();

    assertThat(job.title()).isEqualTo("Senior Accountant");
    assertThat(job.employer().name()).isEqualTo("Harbor Lane Accounting");
    assertThat(job.place())
        .isEqualTo(
            new Workplace(
                "Miami, FL", "Miami", "FL", "US", "33131", new GeoPoint(25.7743, -80.1937), null));
    assertThat(job.terms().employmentType()).isEqualTo("Full-time");
    assertThat(job.terms().salary())
        .isEqualTo(
            new Salary(
                Money.usd(7_000_000),
                Money.usd(9_000_000),
                Salary.Interval.YEARLY,
                "70000.00 USD - 90000.00 USD"));
    assertThat(job.application())
        .isEqualTo(
            new Application(
                Where.OFF_SITE, "https://careers.harborlane.example/apply?id=7&src=li"));
    assertThat(job.postedOn()).isEqualTo(MONDAY);
    assertThat(job.openUntil()).isEqualTo(LocalDate.of(2026, 12, 16));
    assertThat(parsed.conflicts()).isEmpty();
  }

  @Test
  void readsTheSameWithoutLinkedDataAndWithoutTheHiddenAddress() {
    String now = PAGE.replace("application/ld+json", "x").replace("id=\"applyUrl\"", "id=\"x\"");

    Job job = page(now).job();

    assertThat(job.application()).isEqualTo(Application.UNKNOWN);
    assertThat(job.terms().salary()).isNull();
    assertThat(job.place().zip()).isNull();
    assertThat(job.postedOn()).isEqualTo(MONDAY);
  }

  @Test
  void takesADescriptionFromLinkedDataIfThePageShowsNone() {
    String without =
        PAGE.replace("show-more-less-html__markup", "x").replace("description__text", "y");

    assertThat(page(without).job().description()).isEqualTo("You own the month-end close.\nCPA");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OFF_SITE | <icon class='apply-button__offsite-apply-icon'></icon>",
        "OFF_SITE | <icon data-svg-class-name='apply-button__offsite-apply-icon-svg'></icon>",
        "OFF_SITE | <a data-tracking-control-name='public_jobs_apply-link-offsite'>Apply</a>",
        "ON_SITE  | <a data-tracking-control-name='public_jobs_apply-link-onsite'>Apply</a>",
        "ON_SITE  | <a data-tracking-control-name='public_jobs_apply-link-simple_onsite'>x</a>",
        "ON_SITE  | <button class=apply-button>Easy Apply</button>",
        "UNKNOWN  | <button class=apply-button>Apply</button>",
        "UNKNOWN  | <p>Easy Apply</p>",
        "UNKNOWN  | <b></b>"
      })
  void tellsInThreeStatesWhereToApply(Where where, String button) {
    assertThat(posting(applying(button)).job().application())
        .isEqualTo(new Application(where, null));
  }

  @Test
  void whatIsSaidBothWaysIsUnknownAndAConflict() {
    ParsedJob parsed =
        posting(
            applying(
                "<i class=offsite-apply-icon></i><button class=apply-button>Easy Apply</button>"));

    assertThat(parsed.job().application()).isEqualTo(Application.UNKNOWN);
    assertThat(parsed.conflicts()).extracting(Conflict::field).containsExactly("application");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"https://jobs.acme.example/7\"                                | https://jobs.acme.example/7",
        "https://jobs.acme.example/7                                    | https://jobs.acme.example/7",
        "\"https:\\/\\/jobs.acme.example\\/7\"                          | https://jobs.acme.example/7",
        "\"https://www.linkedin.com/redir?x=1&url=https%3A%2F%2Fa.example%2F\" | https://a.example/",
        "\"https://www.linkedin.com/jobs/view/4301000011\"              |",
        "\"javascript:alert(1)\"                                        |",
        "\"https://www.linkedin.com/x?url=%zz\"                         |"
      })
  void readsTheHiddenAddressOfTheCompanysOwnSite(String hidden, @Nullable String url) {
    String code = "<code id=applyUrl><!--" + hidden + "--></code>";

    Application application = posting(applying(code)).job().application();

    assertThat(application.url()).isEqualTo(url);
    assertThat(application.where()).isEqualTo(url == null ? Where.UNKNOWN : Where.OFF_SITE);
  }

  @Test
  void readsTheHeadingsOfBothShapes() {
    assertThat(posting(POSTING.replace("<h2", "<h1").replace("</h2>", "</h1>")).job())
        .isEqualTo(posting(POSTING).job());
  }

  @Test
  void linkedDataOfAnotherPostingIsNotBelieved() {
    String other = PAGE.replace("\"title\":\"Senior Accountant\"", "\"title\":\"Tax Manager\"");
    String named =
        PAGE.replace(
            "\"skills\":\"\"", "\"url\":\"https://www.linkedin.com/jobs/view/4301000555\"");

    assertThat(page(other).job().place().zip()).isNull();
    assertThat(page(named).job().place().zip()).isNull();
  }

  @Test
  void keepsWhatPlacesOfAPageSayAgainstEachOther() {
    ParsedJob parsed =
        page(
            PAGE.replace("2026-11-16T10", "2026-10-01T10")
                .replace("FULL_TIME", "CONTRACTOR")
                .replace("\"name\":\"Harbor Lane Accounting\",\"same", "\"name\":\"Acme\",\"same")
                .replace("\"addressLocality\":\"Miami\"", "\"addressLocality\":\"Tampa\""));

    assertThat(parsed.conflicts())
        .extracting(Conflict::field)
        .containsExactlyInAnyOrder("posted on", "employment type", "company", "city");
    assertThat(parsed.job().employer().name()).isEqualTo("Harbor Lane Accounting");
    assertThat(parsed.job().place().zip()).isNull();
    assertThat(parsed.job().terms().employmentType()).isEqualTo("Full-time");
  }

  @Test
  void aPageOfAnotherPostingThanItsAddressSaysIsRefused() {
    Refused other = new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING);
    String unnumbered = POSTING.replace("decoratedJobPostingId", "x");

    assertThat(read(Pages.JOB_URL, POSTING.replace("\"4301000011\"", "\"4301000012\"")))
        .isEqualTo(other);
    assertThat(read(Pages.JOB_URL, unnumbered.replace("accounting-4301000011", "a-4301000012")))
        .isEqualTo(other);
    assertThat(read(Pages.JOB_URL, unnumbered)).isInstanceOf(Read.class);
  }

  @Test
  void aPostingIsKnownByItsHiddenNumberWhereTheAddressNamesNone() {
    String url = "https://www.linkedin.com/jobs/somewhere";

    assertThat(read(url, POSTING)).isInstanceOf(Read.class);
    assertThat(
            read(
                url,
                POSTING
                    .replace("decoratedJobPostingId", "x")
                    .replace("class=\"topcard__link\"", "")
                    .replace("accounting-4301000011", "a")))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.MALFORMED));
  }

  @Test
  void nothingOfASimilarJobIsTakenWhereTheOwnIsMissing() {
    String bare =
        PAGE.replace("application/ld+json", "x")
            .replaceAll("<div class=\"topcard__flavor-row\">[\\s\\S]*?</div>", "")
            .replace("class=\"similar-jobs\"", "class=\"z\"");

    Job job = page(bare).job();

    assertThat(job.title()).isEqualTo("Senior Accountant");
    assertThat(job.employer()).isEqualTo(new Employer(null, null, null));
    assertThat(job.place()).isEqualTo(Workplace.UNKNOWN);
    assertThat(job.terms().salary()).isNull();
  }

  @Test
  void theNumberOfApplicantsIsNoPlace() {
    String placeless =
        POSTING.replace(
            "<span class=\"topcard__flavor topcard__flavor--bullet\">Miami, FL</span>", "");

    assertThat(posting(placeless).job().place()).isEqualTo(Workplace.UNKNOWN);
  }

  @Test
  void aCompanyWithoutAPageIsItsNameOnly() {
    String unlinked = POSTING.replaceAll("<a class=\"topcard__org[\\s\\S]*?</a>", "A private firm");

    assertThat(posting(unlinked).job().employer())
        .isEqualTo(new Employer("A private firm", null, null));
  }

  @Test
  void readsTheCardsOfASearch() {
    List<ParsedJob> cards = cards(SEARCH);

    assertThat(cards)
        .extracting(card -> card.job().number())
        .containsExactly("4301000011", "4301000012", "4301000013");
    Job job = cards.getFirst().job();
    assertThat(job.title()).isEqualTo("Senior Accountant");
    assertThat(job.url()).isEqualTo("https://www.linkedin.com/jobs/view/4301000011/");
    assertThat(job.employer().handle()).isEqualTo("harbor-lane-accounting");
    assertThat(job.place().city()).isEqualTo("Miami");
    assertThat(job.terms().salary())
        .isEqualTo(
            new Salary(
                Money.usd(7_000_000), Money.usd(9_000_000), null, "$70,000.00 - $90,000.00"));
    assertThat(job.postedOn()).isEqualTo(MONDAY);
    assertThat(job.partial()).isTrue();
    assertThat(job.application()).isEqualTo(Application.UNKNOWN);
    assertThat(cards.getFirst().conflicts()).isEmpty();
  }

  @Test
  void aCardOfLessThanADayHasItsDayToo() {
    Job job = cards(SEARCH).get(1).job();

    assertThat(job.postedOn()).isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(job.employer()).isEqualTo(new Employer("Mühle & Co", null, null));
    assertThat(job.place())
        .isEqualTo(
            new Workplace(
                "London, England, United Kingdom (Hybrid)",
                "London",
                "England",
                "United Kingdom",
                null,
                null,
                Workplace.Kind.HYBRID));
  }

  @Test
  void aCardIsKnownByItsNameThoughItsLinkLeadsElsewhere() {
    ParsedJob card = cards(SEARCH).get(2);

    assertThat(card.job().number()).isEqualTo("4301000013");
    assertThat(card.job().place().city()).isNull();
    assertThat(card.job().terms().salary())
        .isEqualTo(
            new Salary(
                Money.usd(2_850),
                Money.usd(3_400),
                Salary.Interval.HOURLY,
                "$28.50/hr - $34.00/hr"));
    assertThat(card.conflicts())
        .containsExactly(
            new Conflict(
                "id",
                List.of(
                    new Conflict.Reading("data-entity-urn", "4301000013"),
                    new Conflict.Reading("link", "4301000099"))));
  }

  @Test
  void aCardIsKnownByItsLinkWhereItHasNoName() {
    assertThat(cards(SEARCH.replace("data-entity-urn", "data-x")))
        .extracting(card -> card.job().number())
        .containsExactly("4301000011", "4301000012", "4301000099");
  }

  @Test
  void readsTheCardsOf2020() {
    Job job = cards(Pages.text("linkedin-search-2020.html")).getFirst().job();

    assertThat(job.number()).isEqualTo("2100000021");
    assertThat(job.title()).isEqualTo("Staff Accountant");
    assertThat(job.employer().handle()).isEqualTo("copper-field-cpas");
    assertThat(job.place().region()).isEqualTo("CO");
    assertThat(job.postedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
  }

  @Test
  void whatMembersOnlySeeIsNotThere() {
    String masked =
        SEARCH
            .replace("Harbor Lane Accounting</a>", "****** ****</a>")
            .replace("Miami, FL", "*****");

    assertThat(cards(masked).getFirst().job().employer().name()).isNull();
    assertThat(cards(masked).getFirst().job().place()).isEqualTo(Workplace.UNKNOWN);
    assertThat(cards(SEARCH.replace("Audit Semi-Senior (2-day office)", "********"))).hasSize(2);
  }

  @Test
  void cardsBesideASearchAreNotItsOwn() {
    String beside = "<aside>" + SEARCH.replace("43010000", "43019999") + "</aside>";

    assertThat(cards(SEARCH + beside)).hasSize(3);
  }

  @Test
  void aSearchSaysHowManyCardsItReturnedWhateverTheyHold() {
    String blank = SEARCH + "<div class=base-search-card></div>" + SEARCH;

    LinkedInResults results = LinkedInResults.of(blank, Pages.JOB_SEARCH_URL).orElseThrow();

    assertThat(results.numbers()).containsExactly("4301000011", "4301000012", "4301000013");
    assertThat(results.returned()).isEqualTo(7);
    assertThat(results.refusal()).isNull();
  }

  @Test
  void aSearchWhoseCardsNameNoPostingIsUnknown() {
    LinkedInResults results =
        LinkedInResults.of("<div class=base-search-card>x</div>", Pages.JOB_SEARCH_URL)
            .orElseThrow();

    assertThat(results.refusal()).isEqualTo(PageRefusal.UNKNOWN);
    assertThat(results.returned()).isOne();
    assertThat(read(Pages.JOB_SEARCH_URL, "<div class=base-search-card>x</div>"))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.MALFORMED));
  }

  @Test
  void aPageWithMoreCardsThanATrueOneIsCrowded() {
    String many =
        IntStream.range(0, 201)
            .mapToObj("<div class=base-search-card data-id=43010%05d><h3>x</h3></div>"::formatted)
            .collect(Collectors.joining());

    Read read = (Read) read(Pages.JOB_SEARCH_URL, many);

    assertThat(read.jobs()).hasSize(200);
    assertThat(read.crowded()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://www.linkedin.com/jobs/view/4301000011                     | 4301000011",
        "https://www.linkedin.com/jobs/view/4301000011/?trk=x              | 4301000011",
        "https://uk.linkedin.com/jobs/view/a-2-b-at-c-4301000011?x=9-8     | 4301000011",
        "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4301000011 | 4301000011",
        "https://www.linkedin.com/jobs/view/accountant                     |",
        "https://www.linkedin.com/jobs/view/at-12                          |",
        "https://www.linkedin.com/jobs/search?currentJobId=4301000011      |",
        "https://www.linkedin.com/company/4301000011                       |"
      })
  void anAddressNamesAPostingByItsLastPart(String url, @Nullable String number) {
    assertThat(JobPageParser.of(JobBoard.LINKEDIN).jobAt(url))
        .isEqualTo(Optional.ofNullable(number).map(one -> Job.idOf(JobBoard.LINKEDIN, one)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$70,000.00 - $90,000.00         | 7000000 | 9000000 | USD |",
        "$35.50/hr - $40/hr              | 3550    | 4000    | USD | HOURLY",
        "$70K/yr - $90K/yr               | 7000000 | 9000000 | USD | YEARLY",
        "Base pay range $6,000.00/mo     | 600000  | 600000  | USD | MONTHLY",
        "£40,000.00 - £50,000.00 per year | 4000000 | 5000000 | GBP | YEARLY",
        "CA$80,000.00/yr - CA$95,000.00/yr | 8000000 | 9500000 | CAD | YEARLY",
        "€400/day                        | 40000   | 40000   | EUR | DAILY",
        "Up to $90,000/yr                |         | 9000000 | USD | YEARLY",
        "From $70,000 a year             | 7000000 |         | USD | YEARLY",
        "$1,200/wk                       | 120000  | 120000  | USD | WEEKLY"
      })
  void readsSalariesAsTheyAreWritten(
      String text,
      @Nullable Long min,
      @Nullable Long max,
      String currency,
      Salary.@Nullable Interval interval) {
    assertThat(LinkedInSalary.of(text))
        .isEqualTo(new Salary(money(min, currency), money(max, currency), interval, text));
  }

  private static @Nullable Money money(@Nullable Long minorUnits, String currency) {
    return minorUnits == null ? null : new Money(minorUnits, Currency.getInstance(currency));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Competitive",
        "$90,000 - $70,000",
        "$70,000 - £90,000",
        "NT$70,000",
        "70,000 - 90,000",
        "$0",
        "$1 $2 $3",
        "401(k) match"
      })
  void saysNoSalaryRatherThanAGuess(String text) {
    assertThat(LinkedInSalary.of(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Just now,            2026-11-19",
    "5 minutes ago,       2026-11-19",
    "30 seconds ago,      2026-11-19",
    "15 hours ago,        2026-11-18",
    "1 day ago,           2026-11-18",
    "1 week ago,",
    "2 months ago,",
    "Reposted,"
  })
  void tellsADayOnlyWhereTheWordsDo(String words, @Nullable LocalDate day) {
    assertThat(LinkedInText.daysAgo(words, Pages.FETCHED_AT)).isEqualTo(day);
  }

  @Test
  void aBoardIsFoundByItsName() {
    assertThat(JobBoard.find("linkedin")).contains(JobBoard.LINKEDIN);
    assertThat(JobBoard.find("fsbo")).isEmpty();
  }

  /// With another way to apply.
  private static String applying(String button) {
    return POSTING
        .replaceAll("<button class=\"sign-up[\\s\\S]*?</button>", "")
        .replace(
            "<div class=\"top-card-layout__cta-container\">",
            "<div class=\"top-card-layout__cta-container\">" + button);
  }

  private static ParsedJob posting(String html) {
    return ((Read) read(Pages.JOB_URL, html)).jobs().getFirst();
  }

  private static ParsedJob page(String html) {
    return ((Read) read(Pages.JOB_PAGE_URL, html)).jobs().getFirst();
  }

  private static List<ParsedJob> cards(String html) {
    return ((Read) read(Pages.JOB_SEARCH_URL, html)).jobs();
  }

  private static JobReading read(String url, String html) {
    return JobPageParser.of(JobBoard.LINKEDIN).read(Pages.job(url, html));
  }
}
