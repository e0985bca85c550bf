package com.aiqleads.acquisition.crawling;

import static com.aiqleads.acquisition.crawling.LineWeb.BASE;
import static com.aiqleads.acquisition.crawling.LineWeb.DENVER;
import static com.aiqleads.acquisition.crawling.LineWeb.MIAMI;
import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which sites, markets and pages are not asked, or not yet.
class PermittedScrapeTest {

  private final LineWeb web = new LineWeb();
  private final MemoryCrawl crawl = web.crawl(MIAMI);

  @Test
  void leavesAPageAloneAndForgetsItOnceWhoItIsAboutObjects() {
    web.on("miami", "home /1\nhome /2");
    web.on("1", answer(200, "one"), answer(200, "one, again"));
    web.on("2", answer(200, "two"), answer(200, "two, again"));
    crawl.run();

    crawl.spare(BASE + "1");
    crawl.later();
    crawl.run();
    crawl.later();
    crawl.run();

    assertThat(web.asked("1")).isEqualTo(1);
    assertThat(web.asked("2")).isGreaterThan(1);
    assertThat(crawl.states.all()).extracting(PageState::address).containsExactly(BASE + "2");
  }

  @Test
  void neitherKeepsNorTellsOfAPageThatAnotherAddressLeadsTo() {
    web.on("miami", "home /old\nhome /2");
    web.on("old", answer(301, "", "location", BASE + "1"));
    web.on("1", "one");
    web.on("2", "two");
    crawl.spare(BASE + "1");

    crawl.run();

    assertThat(web.asked("old")).isEqualTo(1);
    assertThat(web.asked("1")).isZero();
    assertThat(crawl.announcements.pages()).containsExactly(BASE + "2");
    assertThat(crawl.states.all()).extracting(PageState::address).containsExactly(BASE + "2");
  }

  @Test
  void doesNotEvenRememberWhereAPageStandsThatIsToBeLeftAlone() {
    web.on("miami", "home /1\nhome /2");
    web.on("2", "two");
    crawl.spare(BASE + "1");

    crawl.run();

    assertThat(web.asked("1")).isZero();
    assertThat(crawl.states.all()).extracting(PageState::address).containsExactly(BASE + "2");
  }

  @Test
  void whoObjectsWhileItsSiteIsVisitedIsLeftAloneFromThenOn() {
    String links =
        String.join("\n", IntStream.range(0, 30).mapToObj(at -> "home /h" + at).toList());
    web.on("miami", links);
    IntStream.range(0, 30).forEach(at -> web.on("h" + at, "home"));
    crawl.announcements.onFlush(() -> crawl.spare(BASE + "h29"));

    crawl.run();

    assertThat(web.asked("h0")).isEqualTo(1);
    assertThat(web.asked("h29")).isZero();
  }

  @Test
  void visitsNothingWhileNobodyKnowsWhatIsToBeLeftAlone() {
    web.on("miami", "home /1");
    web.on("1", "one");
    crawl.run();
    crawl.forgetWhatIsSpared();
    crawl.later();

    assertThatThrownBy(crawl::run).hasStackTraceContaining("the store of suppressions is away");

    assertThat(web.asked("1")).isEqualTo(1);
  }

  @Test
  void sendsNothingToASiteThatNobodyApproved() {
    LineSite site = new LineSite(FetchingFixtures.aPolicy(new Approval.NotApproved()));

    web.crawl(site, MIAMI).run();

    assertThat(web.asked()).isEmpty();
  }

  @Test
  void sendsNothingOnceTheApprovalHasEnded() {
    Instant now = crawl.clock.instant();
    LineSite ended = new LineSite(FetchingFixtures.aPolicy(new Approval.Approved("counsel", now)));
    LineSite live =
        new LineSite(FetchingFixtures.aPolicy(new Approval.Approved("counsel", now.plusMillis(1))));

    web.crawl(ended, MIAMI).run();
    assertThat(web.asked()).isEmpty();

    web.crawl(live, MIAMI).run();
    assertThat(web.asked()).isNotEmpty();
  }

  @Test
  void crawlsWhatPeopleHaveApprovedOfAndNothingElse() {
    LineSite off = new LineSite(FetchingFixtures.aPolicy(new Approval.NotApproved()));
    MemoryCrawl two = web.crawl(off, MIAMI, DENVER);
    web.on("miami", "home /1");
    web.on("1", "until " + two.clock.instant().plus(Duration.ofDays(1)));
    Instant end = two.clock.instant().plus(Duration.ofHours(1));

    two.run(permitted(new Approval.Approved("counsel", end), MIAMI));

    assertThat(two.announcements.pages()).containsExactly(BASE + "1");
    assertThat(web.asked("denver")).isZero();

    two.later();
    int before = web.asked().size();
    two.run(permitted(new Approval.Approved("counsel", end), MIAMI));
    two.run(permitted(new Approval.NotApproved(), MIAMI));
    assertThat(web.asked()).hasSize(before);
  }

  @Test
  void searchesAMarketNoSoonerThanItsCadence() {
    web.on("miami", "home /1");
    web.on("1", "home");
    Approval live = new Approval.Approved("counsel", Instant.MAX);
    Market daily = new Market("miami-fl", "miami", Duration.ofDays(1));

    crawl.run(permitted(live, daily));
    crawl.clock.pause(Duration.ofHours(23));
    crawl.run(permitted(live, daily));
    assertThat(web.asked("miami")).isEqualTo(1);

    crawl.clock.pause(Duration.ofHours(1));
    crawl.run(permitted(live, daily));
    assertThat(web.asked("miami")).isEqualTo(2);
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
}
