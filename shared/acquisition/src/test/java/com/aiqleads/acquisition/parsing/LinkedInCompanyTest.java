package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.hiring.Headcount;
import com.aiqleads.acquisition.parsing.JobReading.Described;
import com.aiqleads.acquisition.parsing.JobReading.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInCompanyTest {

  private static final String PAGE = Pages.text("linkedin-company.html");
  private static final String LIST = PAGE.replaceAll("(?s)<script.*</script>", "");
  private static final String MARKED = PAGE.replaceAll("<dt>[^<]+</dt>", "<dt>Angabe</dt>");
  private static final String LINKED = PAGE.replaceAll("(?s)<main>.*</main>", "");
  private static final CompanyProfile WHOLE =
      new CompanyProfile(
          "Harbor Lane Accounting",
          "https://www.harborlane.example",
          "Accounting",
          new Headcount(51, 200),
          "Miami, Florida",
          "Privately Held",
          1999,
          Pages.FETCHED_AT);

  @Test
  void readsWhatACompanySaysOfItself() {
    ParsedCompany company = read(PAGE);

    assertThat(company.profile()).isEqualTo(WHOLE);
    assertThat(company.employer())
        .isEqualTo(
            new Employer("Harbor Lane Accounting", Pages.COMPANY_URL, "harbor-lane-accounting"));
    assertThat(company.conflicts()).isEmpty();
  }

  @Test
  void saysWhereEachFieldStood() {
    assertThat(read(PAGE).paths())
        .containsEntry("name", "h1")
        .containsEntry("website", "about-us dt website")
        .containsEntry("headcount", "about-us dt size")
        .hasSize(7);
    assertThat(read(LINKED).paths())
        .containsEntry("name", "ld name")
        .containsEntry("headcount", "ld numberOfEmployees")
        .hasSize(5);
  }

  @Test
  void eachOfTwoWaysReadsWithoutTheOther() {
    assertThat(read(LIST).profile()).isEqualTo(WHOLE);
    assertThat(read(MARKED).profile()).isEqualTo(WHOLE);
    assertThat(read(LINKED).profile())
        .isEqualTo(
            new CompanyProfile(
                "Harbor Lane Accounting",
                "https://www.harborlane.example/",
                null,
                new Headcount(143, 143),
                "Miami, FL",
                null,
                1999,
                Pages.FETCHED_AT));
  }

  @Test
  void neverTakesAnotherOrganisationsOfTheGraph() {
    String without = LINKED.replace("company/harbor-lane-accounting", "company/gull-street");

    assertThat(parsed(Pages.COMPANY_URL, without)).isInstanceOf(Refused.class);
    assertThat(read(PAGE.replace("143", "90")).profile().headcount())
        .isEqualTo(new Headcount(51, 200));
    assertThat(read(LINKED).profile().website()).doesNotContain("tidewater");
  }

  @Test
  void ofTwoOfTheSameAddressItBelievesNeither() {
    String twice = LINKED.replace("company/tidewater-tax", "company/harbor-lane-accounting");

    assertThat(parsed(Pages.COMPANY_URL, twice)).isInstanceOf(Refused.class);
  }

  @Test
  void readsNothingOfSimilarPagesJobsOrPeople() {
    String bare = LIST.replaceAll("(?s)<dl>\\s*<div.*?</dl>", "");

    CompanyProfile profile = read(bare).profile();

    assertThat(profile.headcount()).isNull();
    assertThat(profile.toString()).doesNotContain("Dana", "Tidewater", "Somebody");
    assertThat(read(PAGE).toString()).doesNotContain("Dana", "Tidewater", "Somebody");
  }

  @Test
  void thePagesFollowersAndMembersAreNoHeadcount() {
    assertThat(read(PAGE).profile().headcount()).isEqualTo(new Headcount(51, 200));
    assertThat(read(PAGE.replace("51-200 employees", "143 of 3,210 employees")).profile())
        .extracting(CompanyProfile::headcount)
        .isEqualTo(new Headcount(143, 143));
  }

  @Test
  void saysWhereItsTwoWaysDisagree() {
    ParsedCompany moved = read(PAGE.replace("\"Miami\"", "\"Boston\""));
    ParsedCompany grown = read(PAGE.replace("\"value\":143", "\"value\":201"));
    ParsedCompany held = read(PAGE.replace("\"value\":143", "\"value\":200"));

    assertThat(moved.conflicts()).extracting(Conflict::field).containsExactly("headquarters");
    assertThat(moved.profile().headquarters()).isEqualTo("Miami, Florida");
    assertThat(grown.conflicts()).extracting(Conflict::field).containsExactly("headcount");
    assertThat(held.conflicts()).isEmpty();
  }

  @Test
  void anAddressOfTheBoardIsNoWebsite() {
    String hidden =
        LIST.replaceAll("href=\"https://www.linkedin.com/redir[^\"]+\"", "href=\"/login\"")
            .replace("https://www.harborlane.example", "https://www.linkedin.com/company/x");

    assertThat(read(hidden).profile().website()).isNull();
  }

  @Test
  void aWebsiteWithoutALinkIsReadAsItIsShown() {
    String shown = LIST.replaceAll("<dd><a.*?</a></dd>", "<dd>HarborLane.example/jobs</dd>");

    assertThat(read(shown).profile().website()).isEqualTo("https://HarborLane.example/jobs");
  }

  @Test
  void starsStandForWhatMembersSee() {
    assertThat(read(LIST.replace(">Privately Held<", ">*******<")).profile().organisation())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"1999,1999", "1999-05-01,1999", "2026,2026", "2027,", "0999,", "in 1999,"})
  void aYearIsOneThatHasBeen(String text, Integer year) {
    String page = LIST.replace("<dd>1999</dd>", "<dd>" + text + "</dd>");

    assertThat(read(page).profile().foundedYear()).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2-10 employees        | 2     | 10",
        "51 to 200 employees   | 51    | 200",
        "1,001-5,000 employees | 1001  | 5000",
        "10,001+ employees     | 10001 |",
        "1 employee            | 1     | 1",
        "Self-employed         | 1     | 1",
        "7                     | 7     | 7"
      })
  void readsAHeadcountAsItIsWritten(String text, int least, Integer most) {
    assertThat(LinkedInHeadcount.of(text)).isEqualTo(new Headcount(least, most));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "200-51", "9 of 10 employees", "1,2345", "99999999"})
  void whatIsNoHeadcountIsNotRead(String text) {
    assertThat(LinkedInHeadcount.of(text)).isNull();
  }

  @Test
  void linkedDataCountsInThreeShapes() {
    assertThat(headcount("{\"minValue\":11,\"maxValue\":50}")).isEqualTo(new Headcount(11, 50));
    assertThat(headcount("{\"minValue\":11}")).isEqualTo(new Headcount(11, null));
    assertThat(headcount("{\"value\":12}")).isEqualTo(new Headcount(12, 12));
    assertThat(headcount("12")).isEqualTo(new Headcount(12, 12));
    assertThat(headcount("{\"value\":-1}")).isNull();
    assertThat(headcount("\"many\"")).isNull();
  }

  private static @Nullable Headcount headcount(String json) {
    return LinkedInHeadcount.of(Json.parse(json).orElseThrow());
  }

  @Test
  void aPageThatNamesAnotherCompanyIsRefused() {
    assertThat(parsed("https://www.linkedin.com/company/gull-street", PAGE))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING));
  }

  @Test
  void aCompanyThatIsKnownByItsNumberKeepsIt() {
    Described described = (Described) parsed("https://www.linkedin.com/company/1441/?trk=x", PAGE);

    assertThat(described.company().employer().handle()).isEqualTo("1441");
    assertThat(described.company().profile()).isEqualTo(WHOLE);
  }

  @Test
  void theLettersOfItsAddressDoNotMatter() {
    Described described =
        (Described) parsed("https://www.linkedin.com/company/Harbor-Lane-Accounting/", PAGE);

    assertThat(described.company().employer().handle()).isEqualTo("harbor-lane-accounting");
  }

  @Test
  void aCompanyWithoutANameIsMalformed() {
    assertThat(parsed(Pages.COMPANY_URL, LIST.replaceAll("<h1.*</h1>", "")))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.MALFORMED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOGIN        | <div class=authwall-join-form><h1>Join LinkedIn</h1></div>",
        "LOGIN        | <script>location.href='https://www.linkedin.com/authwall?trk=x'</script>",
        "RATE_LIMITED | <p>HTTP ERROR 999</p>",
        "RATE_LIMITED | <title>999</title><p>Request denied</p>",
        "CHALLENGE    | <script>var dd={'host':'geo.captcha-delivery.com'}</script>",
        "CONSENT      | <p>Before you continue to LinkedIn</p>",
        "NOT_FOUND    | <h1>Page not found</h1>",
        "UNPAINTED    | <!---->",
        "UNREACHED    | <title>www.linkedin.com</title><p>This site can’t be reached</p>",
        "UNKNOWN      | <p>Welcome to our new site!</p>"
      })
  void tellsWhatAPageIsBeforeReadingIt(PageState state, String html) {
    assertThat(parsed(Pages.COMPANY_URL, html))
        .isEqualTo(new Refused(state, PageRefusal.of(state)));
  }

  @Test
  void aPageWithItsContentIsNoObstacleWhateverElseItSays() {
    String words = "<p>Please log in. Too many requests. Page not found.</p>";

    assertThat(read(PAGE.replace("<main>", "<main>" + words)).profile()).isEqualTo(WHOLE);
  }

  @Test
  void itsJobsMakeItNoSearch() {
    assertThat(LinkedInResults.obstacle(PAGE, Pages.COMPANY_URL)).isEmpty();
    assertThat(parsed(Pages.COMPANY_URL, PAGE)).isInstanceOf(Described.class);
  }

  @Test
  void aSearchNamesWhoHiresOnce() {
    String search = Pages.text("linkedin-search.html");

    List<String> companies =
        LinkedInResults.of(search, Pages.JOB_SEARCH_URL).orElseThrow().companies();

    assertThat(companies).contains("company/harbor-lane-accounting").doesNotHaveDuplicates();
  }

  private static ParsedCompany read(String html) {
    return ((Described) parsed(Pages.COMPANY_URL, html)).company();
  }

  private static JobReading parsed(String url, String html) {
    return JobPageParser.of(JobBoard.LINKEDIN).read(Pages.job(url, html));
  }
}
