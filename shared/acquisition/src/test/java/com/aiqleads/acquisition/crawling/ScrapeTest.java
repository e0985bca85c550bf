package com.aiqleads.acquisition.crawling;

import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.Crawl;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.RobotsRules;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.fetching.Sweep;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.Pages;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeTest {

  private static final String BASE = "https://homes.example/";
  private static final Market MIAMI = new Market("miami-fl", "miami");
  private static final Market DENVER = new Market("denver-co", "denver");

  private final ScriptedWeb web = new ScriptedWeb();
  private final MemoryCrawl crawl = crawl(MIAMI);

  /// A site whose searches are lines: `home /1`, `next /miami?2`, `whole`, `undrawn`, `crowded`.
  private record LineSite(SourcePolicy policy) implements Site {

    @Override
    public PageRequest start(Market market) {
      return PageRequest.get(policy.baseUrl().resolve(market.place()));
    }

    @Override
    public Found read(FetchedPage page, Market market) {
      String text = page.body().asUtf8();
      List<PageRequest> next =
          targets("next ", text).stream()
              .map(target -> PageRequest.get(page.url().resolve(target)))
              .toList();
      return switch (text.lines().findFirst().orElse("")) {
        case "undrawn" -> Found.nothingYet();
        case "oversized" -> Found.oversized();
        case "step" -> Found.step(next.getFirst());
        case "whole" -> Found.answer(next);
        case "nothing" -> Found.nothing();
        case "login" -> Found.refused(PageRefusal.LOGIN);
        case "too soon" -> Found.refused(PageRefusal.RATE_LIMITED);
        default ->
            Found.links(
                targets("home ", text).stream()
                    .map(target -> page.url().resolve(target).toString())
                    .toList(),
                next);
      };
    }

    @Override
    public Optional<PageRefusal> obstacle(FetchedPage page) {
      return switch (page.body().asUtf8()) {
        case "a login" -> Optional.of(PageRefusal.LOGIN);
        case "a hole" -> Optional.of(PageRefusal.UNPAINTED);
        default -> Optional.empty();
      };
    }

    @Override
    public Optional<Instant> endOf(FetchedPage page) {
      String text = page.body().asUtf8();
      return text.startsWith("until ")
          ? Optional.of(Instant.parse(text.substring("until ".length())))
          : Optional.empty();
    }

    private static List<String> targets(String verb, String text) {
      return text.lines()
          .filter(line -> line.startsWith(verb))
          .map(line -> line.substring(verb.length()))
          .toList();
    }
  }

  @Test
  void visitsWhatEverySearchLeadsTo() {
    on("miami", "home /1\nhome /2\nnext /miami?low\nnext /miami?high");
    on("miami?low", "home /2\nhome /3");
    on("miami?high", "home /4\nnext /miami?higher");
    on("miami?higher", "home /5");
    IntStream.rangeClosed(1, 5).forEach(at -> on(String.valueOf(at), "home"));

    crawl.run();

    assertThat(crawl.announcements.pages())
        .containsExactlyInAnyOrder(BASE + "1", BASE + "2", BASE + "3", BASE + "4", BASE + "5");
  }

  @Test
  void leavesAPageAloneAndForgetsItOnceWhoItIsAboutObjects() {
    on("miami", "home /1\nhome /2");
    web.on(BASE + "1", answer(200, "one"), answer(200, "one, again"));
    web.on(BASE + "2", answer(200, "two"), answer(200, "two, again"));
    crawl.run();

    crawl.spare(BASE + "1");
    crawl.later();
    crawl.run();
    crawl.later();
    crawl.run();

    assertThat(asked("1")).isEqualTo(1);
    assertThat(asked("2")).isGreaterThan(1);
    assertThat(crawl.states.all()).extracting(PageState::address).containsExactly(BASE + "2");
  }

  @Test
  void neitherKeepsNorTellsOfAPageThatAnotherAddressLeadsTo() {
    on("miami", "home /old\nhome /2");
    web.on(BASE + "old", answer(301, "", "location", BASE + "1"));
    on("1", "one");
    on("2", "two");
    crawl.spare(BASE + "1");

    crawl.run();

    assertThat(asked("old")).isEqualTo(1);
    assertThat(asked("1")).isZero();
    assertThat(crawl.announcements.pages()).containsExactly(BASE + "2");
    assertThat(crawl.states.all()).extracting(PageState::address).containsExactly(BASE + "2");
  }

  @Test
  void doesNotEvenRememberWhereAPageStandsThatIsToBeLeftAlone() {
    on("miami", "home /1\nhome /2");
    on("2", "two");
    crawl.spare(BASE + "1");

    crawl.run();

    assertThat(asked("1")).isZero();
    assertThat(crawl.states.all()).extracting(PageState::address).containsExactly(BASE + "2");
  }

  @Test
  void whoObjectsWhileItsSiteIsVisitedIsLeftAloneFromThenOn() {
    String links =
        String.join("\n", IntStream.range(0, 30).mapToObj(at -> "home /h" + at).toList());
    on("miami", links);
    IntStream.range(0, 30).forEach(at -> on("h" + at, "home"));
    crawl.announcements.onFlush(() -> crawl.spare(BASE + "h29"));

    crawl.run();

    assertThat(asked("h0")).isEqualTo(1);
    assertThat(asked("h29")).isZero();
  }

  @Test
  void visitsNothingWhileNobodyKnowsWhatIsToBeLeftAlone() {
    on("miami", "home /1");
    on("1", "one");
    crawl.run();
    crawl.forgetWhatIsSpared();
    crawl.later();

    assertThatThrownBy(crawl::run).hasStackTraceContaining("the store of suppressions is away");

    assertThat(asked("1")).isEqualTo(1);
  }

  @Test
  void keepsAPageThatShowsWholeListings() {
    on("miami", "step\nnext /miami?1");
    on("miami?1", "whole\nnext /miami?2");
    on("miami?2", "whole");

    crawl.run();
    crawl.later();
    crawl.run();

    assertThat(crawl.announcements.pages()).containsExactly(BASE + "miami?1", BASE + "miami?2");
    assertThat(crawl.snapshots.size()).isEqualTo(2);
  }

  @Test
  void asksAgainForAPageThatCameWithoutItsRows() {
    web.on(BASE + "miami", answer(200, "undrawn"), answer(200, "undrawn"), answer(200, "home /1"));
    on("1", "home");

    crawl.run();

    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
    assertThat(crawl.announcements.refusals()).isEmpty();
  }

  @Test
  void saysThatAPageNeverCameWholeAndGoesOn() {
    on("miami", "next /miami?low\nnext /miami?high");
    on("miami?low", "undrawn");
    on("miami?high", "home /1");
    on("1", "home");

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.UNPAINTED);
    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
    assertThat(asked("miami?low")).isEqualTo(5);
  }

  @Test
  void saysOnceThatAPageOfResultsWasLeft() {
    on("miami", "oversized");

    crawl.run();
    crawl.later();
    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.OVERSIZED);
  }

  @Test
  void followsAsManyLinksAsATruePageHas() {
    String links =
        String.join(
            "\n",
            IntStream.rangeClosed(0, Found.MAX_LISTINGS).mapToObj(at -> "home /h" + at).toList());
    on("miami", links);

    crawl.run();

    assertThat(crawl.states.all()).hasSize(Found.MAX_LISTINGS);
    assertThat(crawl.announcements.refusals()).contains(PageRefusal.CROWDED);
  }

  @Test
  void aSearchThatFailsIsSkippedAndTheOthersAreNot() {
    on("miami", "next /miami?large\nnext /miami?lost\nnext /miami?high");
    web.on(BASE + "miami?large", new PageAnswer.TooLarge(9));
    on("miami?high", "home /1");
    on("1", "home");

    crawl.run();

    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
  }

  @Test
  void comesBackLaterToASiteThatDoesNotAnswer() {
    web.on(
        BASE + "miami",
        answer(503, ""),
        answer(500, ""),
        answer(429, ""),
        answer(503, ""),
        answer(503, ""),
        answer(200, "home /1"));
    on("1", "home");

    crawl.run();
    assertThat(crawl.announcements.said()).isZero();

    crawl.run();
    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
  }

  @Test
  void leavesWhenItIsNotLetIn() {
    on("miami", "next /miami?low\nnext /miami?high");
    web.on(BASE + "miami?low", answer(403, ""));

    crawl.run();

    assertThat(asked("miami?high")).isZero();
  }

  @Test
  void leavesWhenASearchAsksToSignIn() {
    MemoryCrawl two = crawl(MIAMI, DENVER);
    on("miami", "home /1\nnext /miami?2\nnext /miami?3");
    on("miami?2", "login");

    two.run();

    assertThat(two.announcements.refusals()).containsExactly(PageRefusal.LOGIN);
    assertThat(web.asked()).last().isEqualTo(BASE + "miami?2");

    on("miami?3", "nothing");
    on("1", "a home");
    two.run();

    assertThat(asked("miami?3")).isEqualTo(1);
    assertThat(asked("1")).isEqualTo(1);
  }

  @Test
  void leavesWhenASearchShowsNoMoreForNowAndAsksAgainLater() {
    MemoryCrawl two = crawl(MIAMI, DENVER);
    on("miami", "home /1\nnext /miami?2\nnext /miami?3");
    on("miami?2", "too soon");

    two.run();

    assertThat(two.announcements.refusals()).containsExactly(PageRefusal.RATE_LIMITED);
    assertThat(web.asked()).last().isEqualTo(BASE + "miami?2");

    on("miami?2", "home /2");
    on("miami?3", "nothing");
    two.run();

    assertThat(asked("miami?2")).isEqualTo(2);
    assertThat(asked("2")).isEqualTo(1);
  }

  @Test
  void leavesWhenAListingIsAPageToSignInAndComesBackToIt() {
    on("miami", "home /1");
    on("1", "a login");
    crawl.run();
    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.LOGIN);
    assertThat(crawl.announcements.pages()).isEmpty();

    on("1", "a hole");
    crawl.run();

    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
  }

  @Test
  void goesOnWhereItsTimeWasUp() {
    on("miami", "home /1\nnext /miami?2");
    on("miami?2", "home /2");
    on("1", "home");
    on("2", "home");

    crawl.run(Duration.ofMillis(1_500));
    int first = web.asked().size();
    crawl.run();

    assertThat(first).isLessThan(4);
    assertThat(crawl.announcements.pages()).containsExactlyInAnyOrder(BASE + "1", BASE + "2");
    assertThat(asked("miami")).isEqualTo(1);
  }

  @Test
  void killedAnywhereItSaysTheSameInTheEnd() {
    on("miami", "home /1\nhome /2\nnext /miami?low\nnext /miami?high");
    on("miami?low", "whole\nnext /miami?lower");
    on("miami?lower", "oversized");
    on("miami?high", "home /3\nhome /4");
    IntStream.rangeClosed(1, 4).forEach(at -> on(String.valueOf(at), "home " + at));
    MemoryCrawl unharmed = crawl(MIAMI);
    unharmed.run();

    for (int killed = 0; killed < 6; killed++) {
      crawl.announcements.killAfter(killed % 3);
      assertThatThrownBy(crawl::run).hasStackTraceContaining("killed");
      crawl.announcements.live();
    }
    crawl.run();

    assertThat(crawl.announcements.sent()).isEqualTo(unharmed.announcements.sent());
  }

  @Test
  void looksAgainAtWhatIsDueAndTellsWhatChanged() {
    on("miami", "home /1\nhome /2\nhome /3\nhome /4\nhome /5");
    web.on(BASE + "1", answer(200, "one", "etag", "a"), answer(304, ""))
        .on(BASE + "2", answer(200, "two"), answer(200, "other"))
        .on(BASE + "3", answer(200, "three"), answer(410, "gone"))
        .on(BASE + "4", answer(404, "gone"))
        .on(BASE + "5", new PageAnswer.TooLarge(9));

    crawl.run();
    crawl.later();
    crawl.run();
    crawl.later();
    crawl.run();

    assertThat(crawl.announcements.pages()).hasSize(4);
    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.GONE, PageRefusal.GONE);
    assertThat(asked("4")).isGreaterThan(1);
  }

  @Test
  void saysThatAListingIsGoneOnceItWasMissedForTheGraceAndALookShowsIt() {
    on("miami", "home /1\nhome /2");
    on("1", "home");
    web.on(BASE + "2", answer(200, "home"), answer(404, "away"));
    crawl.run();

    on("miami", "home /1");
    crawl.later();
    crawl.run();
    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.GONE);
    crawl.later();
    crawl.run();
    crawl.later();
    crawl.run();
    assertThat(crawl.announcements.vanished()).isEmpty();

    crawl.later();
    crawl.run();
    crawl.later();
    crawl.run();

    assertThat(crawl.announcements.vanished())
        .singleElement()
        .asString()
        .startsWith(BASE + "2 4 page_");
    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.GONE);
    assertThat(asked("2")).isEqualTo(3);
  }

  @Test
  void whatNoSearchFindsAnyMoreButIsThereIsNotGone() {
    on("miami", "home /1\nhome /2");
    on("1", "home");
    on("2", "home");
    crawl.run();

    on("miami", "home /1");
    for (int days = 0; days < 9; days++) {
      crawl.later();
      crawl.run();
    }

    assertThat(crawl.announcements.vanished()).isEmpty();
    assertThat(crawl.announcements.refusals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "home /1\nnext /miami?lost",
        "home /1\nnext /miami?login",
        "home /1\nnext /miami?nothing",
        "home /1\nnext /miami?undrawn",
        "home /1\nnext /miami?large",
        "home /1\nnext /miami?forbidden",
        "home /1\nnext /miami?down"
      })
  void aSearchThatLeftSomethingOutProvesNothing(String search) {
    on("miami", "home /1\nhome /2");
    on("1", "home");
    web.on(BASE + "2", answer(200, "home"), answer(404, "away"));
    crawl.run();

    on("miami", search);
    on("miami?login", "login");
    on("miami?nothing", "nothing");
    on("miami?undrawn", "undrawn");
    web.on(BASE + "miami?large", new PageAnswer.TooLarge(9))
        .on(BASE + "miami?forbidden", answer(403, ""))
        .on(BASE + "miami?down", answer(500, ""));
    for (int days = 0; days < 9; days++) {
      crawl.later();
      crawl.run();
    }

    assertThat(crawl.announcements.vanished()).isEmpty();
  }

  @Test
  void whatIsFoundAgainWasNeverMissing() {
    on("miami", "home /1\nhome /2");
    on("1", "home");
    web.on(BASE + "2", answer(200, "home"), answer(404, "away"));
    crawl.run();

    for (int days = 0; days < 9; days++) {
      on("miami", days % 2 == 0 ? "home /1" : "home /1\nhome /2");
      crawl.later();
      crawl.run();
    }

    assertThat(crawl.announcements.vanished()).isEmpty();
  }

  @Test
  void whatHasVanishedAndIsFoundAgainMayVanishAgain() {
    on("miami", "home /1\nhome /2");
    on("1", "home");
    web.on(
        BASE + "2",
        answer(200, "home"),
        answer(404, "away"),
        answer(404, "away"),
        answer(200, "home"),
        answer(404, "away"));
    crawl.run();

    days("home /1", 5);
    days("home /1\nhome /2", 2);
    days("home /1", 9);

    assertThat(crawl.announcements.vanished()).hasSize(2);
    assertThat(crawl.announcements.pages()).filteredOn((BASE + "2")::equals).hasSize(2);
  }

  @Test
  void aSearchThatTookTwoRunsMissesWhatNeitherFound() {
    on("miami", "home /1\nhome /2");
    on("1", "home");
    on("2", "home");
    crawl.run();

    on("miami", "home /1\nnext /miami?2");
    on("miami?2", "home /3");
    on("3", "home");
    crawl.later();
    crawl.run(Duration.ofMillis(1_500));
    crawl.run();

    assertThat(crawl.states.all())
        .filteredOn(state -> state.address().equals(BASE + "2"))
        .extracting(state -> state.absence().rounds())
        .containsExactly(1);
  }

  @Test
  void aSiteThatSaysWithSuccessThatAPostingIsDeletedHasLostIt() {
    MemoryCrawl posts =
        new MemoryCrawl(
            web,
            (_, _, _, _) -> RobotsRules.NO_RESTRICTION,
            List.of(new LineSite(FetchingFixtures.aPolicyOf("craigslist"))),
            MIAMI);
    on("miami", "home /1\nhome /2");
    on("1", "home");
    web.on(
        BASE + "2",
        answer(200, Pages.text("craigslist-posting.html"), "etag", "1"),
        answer(200, "<div class=removed><h2>This posting has been deleted.</h2></div>"));
    posts.run();

    on("miami", "home /1");
    for (int days = 0; days < 6; days++) {
      posts.later();
      posts.run();
    }

    assertThat(posts.announcements.vanished()).hasSize(1);
    assertThat(posts.announcements.pages()).filteredOn((BASE + "2")::equals).hasSize(2);
  }

  @Test
  void looksAtAListingWhenItsSiteTakesItDown() {
    Instant end = crawl.clock.instant().plus(Duration.ofMinutes(4));
    on("miami", "home /1");
    on("1", "until " + end);
    crawl.run();

    crawl.clock.pause(Duration.ofMinutes(8));
    crawl.run();
    assertThat(asked("1")).isEqualTo(1);
    crawl.clock.pause(Duration.ofMinutes(1));
    crawl.run();

    assertThat(asked("1")).isEqualTo(2);
  }

  @Test
  void triesAPageFourTimesAndThenInTheNextRun() {
    on("miami", "home /1");
    web.on(BASE + "1", answer(500, ""));

    crawl.run();

    assertThat(asked("1")).isEqualTo(4);
  }

  @Test
  void leavesTheVisitsToASiteThatShutsTheDoor() {
    on("miami", "home /1");
    web.on(BASE + "1", answer(401, ""));

    crawl.run();
    crawl.run();

    assertThat(asked("1")).isEqualTo(2);
  }

  @Test
  void aPageAndAMarketThatFailDoNotHoldUpTheOthers() {
    MemoryCrawl two = crawl(MIAMI, DENVER);
    on("miami", "home /1\nhome /2");
    web.failOn(BASE + "1").failOn(BASE + "denver");
    on("2", "home");

    assertThatThrownBy(two::run).hasStackTraceContaining("scripted");

    assertThat(two.announcements.pages()).containsExactly(BASE + "2");
    assertThat(two.states.all())
        .filteredOn(state -> state.isDue(two.clock.instant()))
        .extracting(PageState::address)
        .containsExactly(BASE + "1");
  }

  @Test
  void aHandfulThatFailsIsAnOutage() {
    on("miami", String.join("\n", IntStream.range(0, 48).mapToObj(at -> "home /f" + at).toList()));
    IntStream.range(0, 48).forEach(at -> web.failOn(BASE + "f" + at));

    assertThatThrownBy(crawl::run).hasStackTraceContaining("scripted");

    assertThat(web.asked().stream().filter(address -> address.contains("/f"))).hasSize(24);
  }

  @Test
  void anAddressOfOldThatIsNoneIsLookedAtAgainLater() {
    on("miami", "nothing");
    crawl.states.save(
        List.of(
            PageState.discovered(
                new Target("homes", "miami-fl"), BASE + "a|b", PageState.Kind.LISTING)));

    crawl.run();

    assertThat(crawl.states.all()).noneMatch(state -> state.isDue(crawl.clock.instant()));
  }

  @Test
  void sendsNothingToASiteThatNobodyApproved() {
    LineSite site = new LineSite(FetchingFixtures.aPolicy(new Approval.NotApproved()));

    new MemoryCrawl(web, (_, _, _, _) -> RobotsRules.NO_RESTRICTION, List.of(site), MIAMI).run();

    assertThat(web.asked()).isEmpty();
  }

  @Test
  void sendsNothingOnceTheApprovalHasEnded() {
    Instant now = crawl.clock.instant();
    LineSite ended = new LineSite(FetchingFixtures.aPolicy(new Approval.Approved("counsel", now)));
    LineSite live =
        new LineSite(FetchingFixtures.aPolicy(new Approval.Approved("counsel", now.plusMillis(1))));

    new MemoryCrawl(web, (_, _, _, _) -> RobotsRules.NO_RESTRICTION, List.of(ended), MIAMI).run();
    assertThat(web.asked()).isEmpty();

    new MemoryCrawl(web, (_, _, _, _) -> RobotsRules.NO_RESTRICTION, List.of(live), MIAMI).run();
    assertThat(web.asked()).isNotEmpty();
  }

  @Test
  void crawlsWhatPeopleHaveApprovedOfAndNothingElse() {
    LineSite off = new LineSite(FetchingFixtures.aPolicy(new Approval.NotApproved()));
    MemoryCrawl two =
        new MemoryCrawl(
            web, (_, _, _, _) -> RobotsRules.NO_RESTRICTION, List.of(off), MIAMI, DENVER);
    on("miami", "home /1");
    on("1", "until " + two.clock.instant().plus(Duration.ofDays(1)));
    Instant end = two.clock.instant().plus(Duration.ofHours(1));

    two.run(permitted(new Approval.Approved("counsel", end), MIAMI));

    assertThat(two.announcements.pages()).containsExactly(BASE + "1");
    assertThat(asked("denver")).isZero();

    two.later();
    int before = web.asked().size();
    two.run(permitted(new Approval.Approved("counsel", end), MIAMI));
    two.run(permitted(new Approval.NotApproved(), MIAMI));
    assertThat(web.asked()).hasSize(before);
  }

  @Test
  void searchesAMarketNoSoonerThanItsCadence() {
    on("miami", "home /1");
    on("1", "home");
    Approval live = new Approval.Approved("counsel", Instant.MAX);
    Market daily = new Market("miami-fl", "miami", Duration.ofDays(1));

    crawl.run(permitted(live, daily));
    crawl.clock.pause(Duration.ofHours(23));
    crawl.run(permitted(live, daily));
    assertThat(asked("miami")).isEqualTo(1);

    crawl.clock.pause(Duration.ofHours(1));
    crawl.run(permitted(live, daily));
    assertThat(asked("miami")).isEqualTo(2);
  }

  private static Permissions permitted(Approval approval, Market... markets) {
    return new Permissions() {
      @Override
      public Approval approval(SourcePolicy policy) {
        return approval;
      }

      @Override
      public List<Market> markets(SourcePolicy policy) {
        return List.of(markets);
      }
    };
  }

  @Test
  void aSearchAsksForNoMoreThanAnyMarketNeeds() {
    List<PageRequest> many =
        IntStream.rangeClosed(0, Crawl.Searching.MAX_LEFT)
            .mapToObj(at -> PageRequest.get(URI.create(BASE + at)))
            .toList();
    Crawl.Searching first =
        new Crawl.Searching(FetchingFixtures.TARGET, Instant.EPOCH, many.subList(0, 1));

    assertThat(first.then(many))
        .isEqualTo(
            new Crawl.Searching(
                FetchingFixtures.TARGET,
                Instant.EPOCH,
                many.subList(0, Crawl.Searching.MAX_LEFT),
                Sweep.BROKEN));
    assertThat(first.then(List.of()))
        .isEqualTo(new Crawl.Searched(FetchingFixtures.TARGET, Instant.EPOCH));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crawl.Searching(FetchingFixtures.TARGET, Instant.EPOCH, List.of()));
  }

  @Test
  void aSourceWithoutAPolicyIsNone() {
    Sources sources = new Sources(List.of(), List.of(), Duration.ofMinutes(1));

    assertThatIllegalStateException()
        .isThrownBy(() -> sources.policy("craigslist"))
        .withMessageContaining("craigslist");
  }

  private MemoryCrawl crawl(Market... markets) {
    LineSite site = new LineSite(FetchingFixtures.aPolicy());
    return new MemoryCrawl(web, (_, _, _, _) -> RobotsRules.NO_RESTRICTION, List.of(site), markets);
  }

  private void on(String path, String text) {
    web.on(BASE + path, answer(200, text));
  }

  private void days(String search, int days) {
    on("miami", search);
    for (int day = 0; day < days; day++) {
      crawl.later();
      crawl.run();
    }
  }

  private long asked(String path) {
    return web.asked().stream().filter(address -> address.equals(BASE + path)).count();
  }
}
