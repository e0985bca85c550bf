package com.aiqleads.acquisition.crawling;

import static com.aiqleads.acquisition.crawling.LineWeb.BASE;
import static com.aiqleads.acquisition.crawling.LineWeb.DENVER;
import static com.aiqleads.acquisition.crawling.LineWeb.MIAMI;
import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.Crawl;
import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Sweep;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScrapeTest {

  private final LineWeb web = new LineWeb();
  private final MemoryCrawl crawl = web.crawl(MIAMI);

  @Test
  void visitsWhatEverySearchLeadsTo() {
    web.on("miami", "home /1\nhome /2\nnext /miami?low\nnext /miami?high");
    web.on("miami?low", "home /2\nhome /3");
    web.on("miami?high", "home /4\nnext /miami?higher");
    web.on("miami?higher", "home /5");
    IntStream.rangeClosed(1, 5).forEach(at -> web.on(String.valueOf(at), "home"));

    crawl.run();

    assertThat(crawl.announcements.pages())
        .containsExactlyInAnyOrder(BASE + "1", BASE + "2", BASE + "3", BASE + "4", BASE + "5");
  }

  @Test
  void keepsAPageThatShowsWholeListings() {
    web.on("miami", "step\nnext /miami?1");
    web.on("miami?1", "whole\nnext /miami?2");
    web.on("miami?2", "whole");

    crawl.run();
    crawl.later();
    crawl.run();

    assertThat(crawl.announcements.pages()).containsExactly(BASE + "miami?1", BASE + "miami?2");
    assertThat(crawl.snapshots.size()).isEqualTo(2);
  }

  @Test
  void asksAgainForAPageThatCameWithoutItsRows() {
    web.on("miami", answer(200, "undrawn"), answer(200, "undrawn"), answer(200, "home /1"));
    web.on("1", "home");

    crawl.run();

    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
    assertThat(crawl.announcements.refusals()).isEmpty();
  }

  @Test
  void saysThatAPageNeverCameWholeAndGoesOn() {
    web.on("miami", "next /miami?low\nnext /miami?high");
    web.on("miami?low", "undrawn");
    web.on("miami?high", "home /1");
    web.on("1", "home");

    crawl.run();

    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.UNPAINTED);
    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
    assertThat(web.asked("miami?low")).isEqualTo(5);
  }

  @Test
  void saysOnceThatAPageOfResultsWasLeft() {
    web.on("miami", "oversized");

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
    web.on("miami", links);

    crawl.run();

    assertThat(crawl.states.all()).hasSize(Found.MAX_LISTINGS);
    assertThat(crawl.announcements.refusals()).contains(PageRefusal.CROWDED);
  }

  @Test
  void aSearchThatFailsIsSkippedAndTheOthersAreNot() {
    web.on("miami", "next /miami?large\nnext /miami?lost\nnext /miami?high");
    web.on("miami?large", new PageAnswer.TooLarge(9));
    web.on("miami?high", "home /1");
    web.on("1", "home");

    crawl.run();

    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
  }

  @Test
  void comesBackLaterToASiteThatDoesNotAnswer() {
    web.on(
        "miami",
        answer(503, ""),
        answer(500, ""),
        answer(429, ""),
        answer(503, ""),
        answer(503, ""),
        answer(200, "home /1"));
    web.on("1", "home");

    crawl.run();
    assertThat(crawl.announcements.said()).isZero();

    crawl.run();
    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
  }

  @Test
  void leavesWhenItIsNotLetIn() {
    web.on("miami", "next /miami?low\nnext /miami?high");
    web.on("miami?low", answer(403, ""));

    crawl.run();

    assertThat(web.asked("miami?high")).isZero();
  }

  @Test
  void leavesWhenASearchAsksToSignIn() {
    MemoryCrawl two = web.crawl(MIAMI, DENVER);
    web.on("miami", "home /1\nnext /miami?2\nnext /miami?3");
    web.on("miami?2", "login");

    two.run();

    assertThat(two.announcements.refusals()).containsExactly(PageRefusal.LOGIN);
    assertThat(web.asked()).last().isEqualTo(BASE + "miami?2");

    web.on("miami?3", "nothing");
    web.on("1", "a home");
    two.run();

    assertThat(web.asked("miami?3")).isEqualTo(1);
    assertThat(web.asked("1")).isEqualTo(1);
  }

  @Test
  void leavesWhenASearchShowsNoMoreForNowAndAsksAgainLater() {
    MemoryCrawl two = web.crawl(MIAMI, DENVER);
    web.on("miami", "home /1\nnext /miami?2\nnext /miami?3");
    web.on("miami?2", "too soon");

    two.run();

    assertThat(two.announcements.refusals()).containsExactly(PageRefusal.RATE_LIMITED);
    assertThat(web.asked()).last().isEqualTo(BASE + "miami?2");

    web.on("miami?2", "home /2");
    web.on("miami?3", "nothing");
    two.run();

    assertThat(web.asked("miami?2")).isEqualTo(2);
    assertThat(web.asked("2")).isEqualTo(1);
  }

  @Test
  void leavesWhenAListingIsAPageToSignInAndComesBackToIt() {
    web.on("miami", "home /1");
    web.on("1", "a login");
    crawl.run();
    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.LOGIN);
    assertThat(crawl.announcements.pages()).isEmpty();

    web.on("1", "a hole");
    crawl.run();

    assertThat(crawl.announcements.pages()).containsExactly(BASE + "1");
  }

  @Test
  void goesOnWhereItsTimeWasUp() {
    web.on("miami", "home /1\nnext /miami?2");
    web.on("miami?2", "home /2");
    web.on("1", "home");
    web.on("2", "home");

    crawl.run(Duration.ofMillis(1_500));
    int first = web.asked().size();
    crawl.run();

    assertThat(first).isLessThan(4);
    assertThat(crawl.announcements.pages()).containsExactlyInAnyOrder(BASE + "1", BASE + "2");
    assertThat(web.asked("miami")).isEqualTo(1);
  }

  @Test
  void killedAnywhereItSaysTheSameInTheEnd() {
    web.on("miami", "home /1\nhome /2\nnext /miami?low\nnext /miami?high");
    web.on("miami?low", "whole\nnext /miami?lower");
    web.on("miami?lower", "oversized");
    web.on("miami?high", "home /3\nhome /4");
    IntStream.rangeClosed(1, 4).forEach(at -> web.on(String.valueOf(at), "home " + at));
    MemoryCrawl unharmed = web.crawl(MIAMI);
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
  void triesAPageFourTimesAndThenInTheNextRun() {
    web.on("miami", "home /1");
    web.on("1", answer(500, ""));

    crawl.run();

    assertThat(web.asked("1")).isEqualTo(4);
  }

  @Test
  void leavesTheVisitsToASiteThatShutsTheDoor() {
    web.on("miami", "home /1");
    web.on("1", answer(401, ""));

    crawl.run();
    crawl.run();

    assertThat(web.asked("1")).isEqualTo(2);
  }

  @Test
  void aPageAndAMarketThatFailDoNotHoldUpTheOthers() {
    MemoryCrawl two = web.crawl(MIAMI, DENVER);
    web.on("miami", "home /1\nhome /2");
    web.failOn("1").failOn("denver");
    web.on("2", "home");

    assertThatThrownBy(two::run).hasStackTraceContaining("scripted");

    assertThat(two.announcements.pages()).containsExactly(BASE + "2");
    assertThat(two.states.all())
        .filteredOn(state -> state.isDue(two.clock.instant()))
        .extracting(PageState::address)
        .containsExactly(BASE + "1");
  }

  @Test
  void aHandfulThatFailsIsAnOutage() {
    web.on(
        "miami", String.join("\n", IntStream.range(0, 48).mapToObj(at -> "home /f" + at).toList()));
    IntStream.range(0, 48).forEach(at -> web.failOn("f" + at));

    assertThatThrownBy(crawl::run).hasStackTraceContaining("scripted");

    assertThat(web.asked().stream().filter(address -> address.contains("/f"))).hasSize(24);
  }

  @Test
  void anAddressOfOldThatIsNoneIsLookedAtAgainLater() {
    web.on("miami", "nothing");
    crawl.states.save(
        List.of(
            PageState.discovered(
                new Target("homes", "miami-fl"), BASE + "a|b", PageState.Kind.LISTING)));

    crawl.run();

    assertThat(crawl.states.all()).noneMatch(state -> state.isDue(crawl.clock.instant()));
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
}
