package com.aiqleads.acquisition.scrapefsbo;

import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.PageState.Kind;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.events.acquisition.PageFetched;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.events.acquisition.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  private static final String HOME = "https://homes.example/fsbo/";
  private static final String SEARCH =
      "https://homes.example/s#form_key=k&searchQuery=Denver%2C+CO&radius=50";
  private static final String FORM =
      "<form action=\"/s\"><input name=form_key value=k><input name=searchQuery></form>";
  private static final String RESULTS =
      "<div class=listings><a href=\"/listings/show/1\">1</a><a"
          + " href=\"/listings/show/2\">2</a></div>";
  private static final String AUTOCOMPLETE =
      "https://homes.example/forsalebyowner/search/autocomplete?searchString=Denver%2C+CO";
  private static final String LISTINGS =
      "https://homes.example/forsalebyowner/search/listings#%7B%22listing_search%22%3A%7B%22slug%22"
          + "%3A%22denver-co%22%2C%22page%22%3A1%2C%22limit%22%3A50%7D%7D";

  private final ScriptedWeb web =
      new ScriptedWeb().on(HOME, answer(200, FORM)).on(SEARCH, answer(200, RESULTS));
  private final Crawling crawling = Crawling.of(web, new Approval.Approved("a test", Instant.MAX));

  @Test
  void sendsNothingToASiteThatIsNotApproved() {
    Crawling refused = Crawling.of(web, new Approval.NotApproved());

    refused.run();

    assertThat(web.asked()).isEmpty();
  }

  @Test
  void leavesWhenItIsNotLetIn() {
    web.on("https://homes.example/listings/show/1", answer(403, ""));

    crawling.run();
    crawling.run();

    assertThat(web.asked().stream().filter(address -> address.endsWith("/show/1"))).hasSize(2);
    assertThat(crawling.publisher.sent(PageFetched.class)).isEmpty();
  }

  @Test
  void beginsTheSearchAnewWhenItsKeyIsOfYesterday() {
    web.on(SEARCH, answer(403, ""), answer(200, RESULTS))
        .on("https://homes.example/listings/show/1", answer(200, "home"));

    crawling.run();
    assertThat(crawling.publisher.said()).isZero();
    crawling.clock.pause(Duration.ofMinutes(15));
    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class)).hasSize(1);
  }

  @Test
  void aPageThatCannotBeHadDoesNotHoldUpTheOthers() {
    web.on("https://homes.example/listings/show/1", new PageAnswer.TooLarge(9))
        .on("https://homes.example/listings/show/2", answer(200, "home"));

    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class)).hasSize(1);
  }

  @Test
  void aLinkThatIsNoAddressDoesNotHoldUpTheOthers() {
    web.on(
            SEARCH,
            answer(
                200,
                "<div class=listings><a href='/listings/show/a b'></a><a"
                    + " href='/listings/show/|'></a><a href='/listings/show/{x}'></a><a"
                    + " href='/listings/show/100%'></a><a"
                    + " href='javascript:f(\"/listings/show/\")'></a><a"
                    + " href='/listings/show/1'></a></div><a class='action next' href='/ x|'></a>"))
        .on("https://homes.example/listings/show/1", answer(200, "home"));

    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class)).hasSize(1);
    assertThat(crawling.states.all()).hasSize(1);
  }

  @Test
  void aLinkThatIsTooLongToBeKeptDoesNotHoldUpTheOthersOrTheMarket() {
    String most = "/listings/show/" + "x".repeat(PageState.MAX_ADDRESS_BYTES - 36);
    String results =
        "<a href='%s'></a><a href='%sx'></a><a href='%s'></a><a href='/listings/show/1'></a>"
            .formatted(most, most, "/listings/show/" + "é".repeat(600));
    web.on(SEARCH, answer(200, "<div class=listings>" + results + "</div>"))
        .on("https://homes.example/listings/show/1", answer(200, "home"));

    crawling.run();

    assertThat(crawling.states.all())
        .extracting(PageState::address)
        .containsExactly("https://homes.example" + most, "https://homes.example/listings/show/1");
    assertThat(crawling.publisher.sent(PageFetched.class)).hasSize(1);
  }

  @Test
  void headersOfAnyLengthDoNotHoldUpAPage() {
    String endless = "x".repeat(300_000);
    web.on(
        "https://homes.example/listings/show/1",
        answer(200, "a", "etag", endless, "last-modified", endless, "content-type", endless));

    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class))
        .extracting(PageFetched::contentType)
        .containsExactly("");
    assertThat(crawling.states.all())
        .extracting(PageState::validators)
        .containsOnly(Validators.NONE);
  }

  @Test
  void aRedirectWithoutEndIsFollowedNowhere() {
    web.on(
            "https://homes.example/listings/show/1",
            answer(302, "", "location", "/" + "x".repeat(5_000)))
        .on("https://homes.example/listings/show/2", answer(200, "home"));

    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class)).hasSize(1);
    assertThat(web.asked()).noneMatch(address -> address.length() > 1_000);
  }

  @Test
  void aFormWithoutEndEndsTheSearch() {
    String field = "<input name=page value='" + "x".repeat(3_000) + "'>";
    web.on(
        SEARCH,
        answer(
            200,
            "<form id=pagingForm action='/s'>"
                + field
                + "</form><b class=nextPage></b>"
                + RESULTS));

    crawling.run();

    assertThat(crawling.states.all()).hasSize(2);
  }

  @Test
  void aPageOfEndlessLinksIsFollowedAsFarAsATrueOneAndRefusedOnce() {
    web.on(SEARCH, answer(200, links(Found.MAX_LISTINGS)));
    crawling.run();
    assertThat(reasons()).isEmpty();

    web.on(SEARCH, answer(200, links(Found.MAX_LISTINGS + 1)));
    crawling.clock.pause(Duration.ofMinutes(15));
    crawling.run();
    crawling.clock.pause(Duration.ofMinutes(15));
    crawling.run();

    assertThat(crawling.states.all()).hasSize(Found.MAX_LISTINGS);
    assertThat(reasons()).containsExactly("crowded");
  }

  @Test
  void aPageOfResultsThatNobodyCouldReadIsRefused() {
    web.on(SEARCH, answer(200, links(20_000)));

    crawling.run();

    assertThat(crawling.states.all()).isEmpty();
    assertThat(reasons()).containsExactly("oversized");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {HOME, SEARCH, "https://homes.example/listings/show/1", AUTOCOMPLETE, LISTINGS})
  void leavesASiteThatAsksForAProofAsIfAllWereWell(String address) {
    web.on(AUTOCOMPLETE, answer(200, "[{\"_source\":{\"slug\":\"denver-co\"}}]"))
        .on(LISTINGS, answer(200, "{}"))
        .on(address, answer(200, "<h1>Sorry, you have been blocked</h1>"));

    crawling.run();

    assertThat(reasons()).containsExactly("challenge");
  }

  @Test
  void visitsAPageOnceHoweverItIsLinkedTo() {
    String links =
        """
        <div class=listings><a href="/listings/show/1"></a><a href="/listings/show/1#photos"></a>
        <a href="/listings/show/1?utm_source=x&ref=search"></a><a href="/listings/show/1?"></a></div>""";
    web.on(SEARCH, answer(200, links))
        .on("https://homes.example/listings/show/1", answer(200, "home"));

    crawling.run();

    assertThat(web.asked().stream().filter(address -> address.contains("/show/"))).hasSize(1);
    assertThat(crawling.publisher.sent(PageFetched.class)).hasSize(1);
  }

  @Test
  void tellsOfAPageOfResultsThatItDoesNotKnow() {
    web.on(SEARCH, answer(200, "<p>Welcome to our new site!</p>"));

    crawling.run();

    assertThat(reasons()).containsExactly("unknown");
  }

  private List<String> reasons() {
    return crawling.publisher.sent(PageRejected.class).stream()
        .flatMap(page -> page.reasons().stream())
        .map(Reason::code)
        .filter(code -> !code.equals("gone"))
        .toList();
  }

  private static String links(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "<a href='/listings/show/" + (100_000 + number) + "'></a>")
        .collect(Collectors.joining("", "<div class=listings>", "</div>"));
  }

  @Test
  void aFormThatLeadsToNoAddressEndsTheSearchQuietly() {
    web.on(HOME, answer(200, FORM.replace("/s", "/s|{}")));

    crawling.run();
    web.on(HOME, answer(200, FORM))
        .on(
            SEARCH,
            answer(200, "<form id=pagingForm action='|'></form><b class=nextPage></b>" + RESULTS));
    crawling.clock.pause(Duration.ofMinutes(15));
    crawling.run();

    assertThat(crawling.states.all()).hasSize(2);
  }

  @Test
  void anAddressOfOldThatIsNoneIsLookedAtAgainLater() {
    crawling.states.save(
        List.of(
            PageState.discovered(
                new Target("fsbo", "denver-co"), "https://homes.example/a|b", Kind.LISTING)));
    web.on("https://homes.example/listings/show/1", answer(200, "home"));

    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class)).hasSize(1);
    assertThat(crawling.states.all())
        .filteredOn(state -> state.address().endsWith("a|b"))
        .noneMatch(state -> state.isDue(crawling.clock.instant()));
  }

  @Test
  void aVisitThatFailsDoesNotHoldUpTheOthersAndComesAgain() {
    web.failOn("https://homes.example/listings/show/1")
        .on("https://homes.example/listings/show/2", answer(200, "home"));

    assertThatThrownBy(crawling::run).hasStackTraceContaining("scripted");

    assertThat(crawling.publisher.sent(PageFetched.class))
        .extracting(PageFetched::url)
        .containsExactly("https://homes.example/listings/show/2");
    assertThat(crawling.states.all())
        .filteredOn(state -> state.isDue(crawling.clock.instant()))
        .extracting(PageState::address)
        .containsExactly("https://homes.example/listings/show/1");
  }

  @Test
  void aWholeHandfulThatFailsIsAnOutageAndLeavesTheRestAlone() {
    String links =
        IntStream.range(100, 148)
            .mapToObj(number -> "<a href='/listings/show/" + number + "'></a>")
            .collect(Collectors.joining("", "<div class=listings>", "</div>"));
    web.on(SEARCH, answer(200, links));
    IntStream.range(100, 148)
        .forEach(number -> web.failOn("https://homes.example/listings/show/" + number));

    assertThatThrownBy(crawling::run).hasStackTraceContaining("scripted");

    assertThat(web.asked().stream().filter(address -> address.contains("/show/"))).hasSize(24);
  }

  @Test
  void aMarketThatFailsDoesNotHoldUpTheNext() {
    Crawling two =
        Crawling.of(
            web,
            new Approval.Approved("a test", Instant.MAX),
            Crawling.DENVER,
            new Market("miami-fl", "Miami, FL"));
    web.failOn(SEARCH)
        .on(SEARCH.replace("Denver%2C+CO", "Miami%2C+FL"), answer(200, RESULTS))
        .on("https://homes.example/listings/show/1", answer(200, "home"));

    assertThatThrownBy(two::run).hasStackTraceContaining("scripted");

    assertThat(two.publisher.sent(PageFetched.class))
        .extracting(PageFetched::market)
        .containsExactly("miami-fl");
  }

  @Test
  void triesAPageFourTimesAndThenInTheNextRun() {
    web.on("https://homes.example/listings/show/1", answer(500, ""));

    crawling.run();

    assertThat(web.asked().stream().filter(address -> address.endsWith("/show/1"))).hasSize(4);
  }

  @Test
  void aSearchThatLeadsNowhereEndsQuietly() {
    web.on(HOME, answer(200, "<p>under construction</p>"))
        .on(AUTOCOMPLETE, answer(200, "[{\"_source\":{\"slug\":7}},{}]"));

    crawling.run();

    assertThat(crawling.publisher.said()).isZero();
  }

  @Test
  void keepsAnAnswerThatItCannotReadForTheParserToJudge() {
    web.on(AUTOCOMPLETE, answer(200, "[{\"_source\":{\"slug\":\"denver-co\"}}]"))
        .on(LISTINGS, answer(200, "<h1>Sign in</h1>"));

    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class))
        .extracting(PageFetched::url)
        .containsExactly(LISTINGS);
  }

  @Test
  void anAnswerWithoutPagesIsTheLast() {
    web.on(AUTOCOMPLETE, answer(200, "[{\"_source\":{\"slug\":\"denver-co\"}}]"))
        .on(LISTINGS, answer(200, "{\"success\":true,\"data\":{}}"));

    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e900000000", "-1", "1.5", "1e99999999999"})
  void aNumberOfPagesThatCannotBeEndsTheSearch(String pages) {
    web.on(AUTOCOMPLETE, answer(200, "[{\"_source\":{\"slug\":\"denver-co\"}}]"))
        .on(LISTINGS, answer(200, "{\"data\":{\"paging\":{\"totalPageCount\":" + pages + "}}}"));

    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class)).hasSize(1);
  }

  @Test
  void anAutocompleteThatIsNoJsonEndsTheSearch() {
    web.on(AUTOCOMPLETE, answer(200, "<h1>Sign in</h1>"));

    crawling.run();

    assertThat(crawling.publisher.sent(PageFetched.class)).isEmpty();
  }
}
