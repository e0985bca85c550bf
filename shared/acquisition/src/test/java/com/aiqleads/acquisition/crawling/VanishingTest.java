package com.aiqleads.acquisition.crawling;

import static com.aiqleads.acquisition.crawling.LineWeb.BASE;
import static com.aiqleads.acquisition.crawling.LineWeb.MIAMI;
import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.Pages;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is looked at again, and when it is taken for gone.
class VanishingTest {

  private final LineWeb web = new LineWeb();
  private final MemoryCrawl crawl = web.crawl(MIAMI);

  @Test
  void looksAgainAtWhatIsDueAndTellsWhatChanged() {
    web.on("miami", "home /1\nhome /2\nhome /3\nhome /4\nhome /5");
    web.on("1", answer(200, "one", "etag", "a"), answer(304, ""))
        .on("2", answer(200, "two"), answer(200, "other"))
        .on("3", answer(200, "three"), answer(410, "gone"))
        .on("4", answer(404, "gone"))
        .on("5", new PageAnswer.TooLarge(9));

    crawl.run();
    crawl.later();
    crawl.run();
    crawl.later();
    crawl.run();

    assertThat(crawl.announcements.pages()).hasSize(4);
    assertThat(crawl.announcements.refusals()).containsExactly(PageRefusal.GONE, PageRefusal.GONE);
    assertThat(web.asked("4")).isGreaterThan(1);
  }

  @Test
  void saysThatAListingIsGoneOnceItWasMissedForTheGraceAndALookShowsIt() {
    web.on("miami", "home /1\nhome /2");
    web.on("1", "home");
    web.on("2", answer(200, "home"), answer(404, "away"));
    crawl.run();

    web.on("miami", "home /1");
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
    assertThat(web.asked("2")).isEqualTo(3);
  }

  @Test
  void whatNoSearchFindsAnyMoreButIsThereIsNotGone() {
    web.on("miami", "home /1\nhome /2");
    web.on("1", "home");
    web.on("2", "home");
    crawl.run();

    web.on("miami", "home /1");
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
    web.on("miami", "home /1\nhome /2");
    web.on("1", "home");
    web.on("2", answer(200, "home"), answer(404, "away"));
    crawl.run();

    web.on("miami", search);
    web.on("miami?login", "login");
    web.on("miami?nothing", "nothing");
    web.on("miami?undrawn", "undrawn");
    web.on("miami?large", new PageAnswer.TooLarge(9))
        .on("miami?forbidden", answer(403, ""))
        .on("miami?down", answer(500, ""));
    for (int days = 0; days < 9; days++) {
      crawl.later();
      crawl.run();
    }

    assertThat(crawl.announcements.vanished()).isEmpty();
  }

  @Test
  void whatIsFoundAgainWasNeverMissing() {
    web.on("miami", "home /1\nhome /2");
    web.on("1", "home");
    web.on("2", answer(200, "home"), answer(404, "away"));
    crawl.run();

    for (int days = 0; days < 9; days++) {
      web.on("miami", days % 2 == 0 ? "home /1" : "home /1\nhome /2");
      crawl.later();
      crawl.run();
    }

    assertThat(crawl.announcements.vanished()).isEmpty();
  }

  @Test
  void whatHasVanishedAndIsFoundAgainMayVanishAgain() {
    web.on("miami", "home /1\nhome /2");
    web.on("1", "home");
    web.on(
        "2",
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
    web.on("miami", "home /1\nhome /2");
    web.on("1", "home");
    web.on("2", "home");
    crawl.run();

    web.on("miami", "home /1\nnext /miami?2");
    web.on("miami?2", "home /3");
    web.on("3", "home");
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
    MemoryCrawl posts = web.crawl(new LineSite(FetchingFixtures.aPolicyOf("craigslist")), MIAMI);
    web.on("miami", "home /1\nhome /2");
    web.on("1", "home");
    web.on(
        "2",
        answer(200, Pages.text("craigslist-posting.html"), "etag", "1"),
        answer(200, "<div class=removed><h2>This posting has been deleted.</h2></div>"));
    posts.run();

    web.on("miami", "home /1");
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
    web.on("miami", "home /1");
    web.on("1", "until " + end);
    crawl.run();

    crawl.clock.pause(Duration.ofMinutes(8));
    crawl.run();
    assertThat(web.asked("1")).isEqualTo(1);
    crawl.clock.pause(Duration.ofMinutes(1));
    crawl.run();

    assertThat(web.asked("1")).isEqualTo(2);
  }

  private void days(String search, int days) {
    web.on("miami", search);
    for (int day = 0; day < days; day++) {
      crawl.later();
      crawl.run();
    }
  }
}
