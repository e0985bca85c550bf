package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.parsing.JobReading.Read;
import com.aiqleads.acquisition.parsing.JobReading.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInPageStateTest {

  private static final String POSTING = Pages.text("linkedin-posting.html");
  private static final String CLOSED =
      "<figure class='closed-job'><figcaption class='closed-job__flavor--closed'>"
          + "No longer accepting applications</figcaption></figure>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOGIN        | <div class=authwall-join-form><h1>Join LinkedIn</h1></div>",
        "LOGIN        | <script>location.href='https://www.linkedin.com/authwall?trk=x'</script>",
        "LOGIN        | <form><input type=password></form>",
        "RATE_LIMITED | <h1>Too Many Requests</h1>",
        "RATE_LIMITED | <p>HTTP ERROR 429</p>",
        "RATE_LIMITED | <p>HTTP ERROR 999</p>",
        "RATE_LIMITED | <title>999</title><p>Request denied</p>",
        "CHALLENGE    | <h1>Let's check: are you a robot?</h1>",
        "CHALLENGE    | <script>var dd={'host':'geo.captcha-delivery.com'}</script>",
        "CONSENT      | <p>Before you continue to LinkedIn</p>",
        "NOT_FOUND    | <h1>Page not found</h1>",
        "NOT_FOUND    | <p>Uh oh, we can’t seem to find the page you’re looking for.</p>",
        "NOT_FOUND    | <div class=not-found>x</div>",
        "NOT_FOUND    | <p>This job is no longer available</p>",
        "UNREACHED    | <title>www.linkedin.com</title><p>This site can’t be reached</p>",
        "UNREACHED    | <title>www.linkedin.com</title><div id=main-frame-error>x</div>",
        "UNREACHED    | <h1>502 Bad Gateway</h1>",
        "UNKNOWN      | <p>Welcome to our new site!</p>",
        "UNKNOWN      | <title>LinkedIn: jobs in Miami</title><p>something</p>"
      })
  void tellsWhatAPageIsBeforeReadingIt(PageState state, String html) {
    Refused refused = new Refused(state, PageRefusal.of(state));

    assertThat(read(Pages.JOB_SEARCH_URL, html)).isEqualTo(refused);
    assertThat(read(Pages.JOB_URL, html)).isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.linkedin.com/authwall?trk=gf&sessionRedirect=https%3A%2F%2Fx",
        "https://www.linkedin.com/login",
        "https://www.linkedin.com/checkpoint/challenge/1",
        "https://www.linkedin.com/uas/login?x=1"
      })
  void whoeverIsSentToTheWallHasToSignIn(String url) {
    assertThat(read(url, POSTING)).isEqualTo(new Refused(PageState.LOGIN, PageRefusal.LOGIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<!DOCTYPE html>\n\n<!---->", "<ul></ul>", "<div class=no-results>"})
  void aSearchWithoutCardsIsEmpty(String html) {
    assertThat(read(Pages.JOB_SEARCH_URL, html))
        .isEqualTo(new Refused(PageState.EMPTY, PageRefusal.EMPTY));
  }

  @Test
  void aFullSearchWithoutCardsIsEmptyThoughItAsksToSignInBeside() {
    String url = "https://www.linkedin.com/jobs/search?keywords=x";
    String beside = "<form class=join-form><input type=password></form>";

    assertThat(read(url, beside + "<h1>We couldn’t find a match for x</h1>"))
        .isEqualTo(new Refused(PageState.EMPTY, PageRefusal.EMPTY));
    assertThat(read(url, beside + "<ul class=jobs-search__results-list></ul>"))
        .isEqualTo(new Refused(PageState.EMPTY, PageRefusal.EMPTY));
    assertThat(read(url, beside)).isEqualTo(new Refused(PageState.LOGIN, PageRefusal.LOGIN));
  }

  @Test
  void aBlankPostingIsNotEmptyButUnpainted() {
    assertThat(read(Pages.JOB_URL, "<!---->"))
        .isEqualTo(new Refused(PageState.UNPAINTED, PageRefusal.UNPAINTED));
  }

  @Test
  void aPostingThatTakesNoApplicationsIsGone() {
    Refused gone = new Refused(PageState.GONE, PageRefusal.GONE);

    assertThat(read(Pages.JOB_URL, POSTING.replace("<button", CLOSED + "<button"))).isEqualTo(gone);
    assertThat(
            read(
                Pages.JOB_URL,
                POSTING.replace("3 days ago", "<b>No longer accepting applications</b>")))
        .isEqualTo(gone);
    assertThat(
            read(
                "https://www.linkedin.com/jobs/search?trk=expired_jd_redirect",
                Pages.text("linkedin-search.html")))
        .isEqualTo(gone);
  }

  @Test
  void aPostingIsNotGoneBecauseItsTextOrASimilarJobSaysSo() {
    assertThat(POSTING).contains("no longer accepting applications from agencies");
    assertThat(Pages.text("linkedin-page.html")).contains("No longer accepting applications");

    assertThat(read(Pages.JOB_URL, POSTING)).isInstanceOf(Read.class);
    assertThat(read(Pages.JOB_PAGE_URL, Pages.text("linkedin-page.html"))).isInstanceOf(Read.class);
  }

  @Test
  void aPageWithItsContentIsNoObstacleWhateverElseItSays() {
    String words = "<p>Please log in to see more. Too many requests. Page not found.</p>";

    assertThat(read(Pages.JOB_URL, POSTING + words)).isInstanceOf(Read.class);
    assertThat(read(Pages.JOB_SEARCH_URL, Pages.text("linkedin-search.html") + words))
        .isInstanceOf(Read.class);
  }

  @Test
  void aPostingThatWasTornIsDamaged() {
    int title = POSTING.indexOf("<h2");

    assertThat(read(Pages.JOB_URL, POSTING.substring(0, title) + "<p>x"))
        .isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.MALFORMED));
  }

  @Test
  void aPageThatNobodyCouldReadIsRefused() {
    assertThat(read(Pages.JOB_URL, "x".repeat(Html.MAX_LENGTH + 1)))
        .isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.OVERSIZED));
    assertThat(LinkedInResults.of("x".repeat(Html.MAX_LENGTH + 1), Pages.JOB_SEARCH_URL)).isEmpty();
  }

  private static JobReading read(String url, String html) {
    return JobPageParser.of(JobBoard.LINKEDIN).read(Pages.job(url, html));
  }
}
