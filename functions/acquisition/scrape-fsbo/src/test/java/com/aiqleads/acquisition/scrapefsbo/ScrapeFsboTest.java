package com.aiqleads.acquisition.scrapefsbo;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.store.SwitchedSandbox;
import com.aiqleads.events.acquisition.PageFetched;
import com.aiqleads.events.acquisition.PageRejected;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScrapeFsboTest {

  private final SwitchedSandbox sandbox = SwitchedSandbox.start();
  private final Crawling crawling = Crawling.of(sandbox.baseUri());
  private final RecordingPublisher publisher = crawling.publisher;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void announcesEveryPageOfBothSitesDespiteTheirFaults() {
    crawling.run();

    assertThat(pages("fsbo"))
        .hasSizeGreaterThan(350)
        .allMatch(page -> page.url().contains("/show/id/"));
    assertThat(pages("forsalebyowner"))
        .hasSizeGreaterThan(6)
        .allMatch(page -> page.contentType().equals("application/json"));
    assertThat(publisher.sent(PageFetched.class))
        .allSatisfy(page -> assertThat(crawling.snapshots.find(page.snapshotKey())).isPresent());
    assertThat(sandbox.visits()).contains("\"429\":", "\"503\":", "\"forbiddenByRobots\":0");
    assertThat(crawling.states.all().stream().map(PageState::address))
        .as("links that the robots file forbids to follow")
        .anyMatch(address -> address.endsWith("/preview/"));
  }

  @Test
  void saysOnceThatAPageIsGone() {
    crawling.run();
    crawling.clock.pause(Duration.ofDays(1));
    crawling.run();

    List<PageRejected> gone = publisher.sent(PageRejected.class);
    assertThat(gone).isNotEmpty();
    assertThat(gone.getFirst().reasons()).extracting("code").containsExactly("gone");
    assertThat(publisher.said()).isEqualTo(publisher.sent(PageFetched.class).size() + gone.size());
  }

  @Test
  void visitsAgainWhatWasGoneForAMomentAndIsFoundStill() {
    crawling.run();
    PageState listing =
        crawling.states.all().stream()
            .filter(state -> state.kind() == PageState.Kind.LISTING)
            .filter(state -> !state.contentHash().isEmpty())
            .findFirst()
            .orElseThrow();
    crawling.states.save(List.of(listing.gone(aPage(listing.address(), "away"))));

    crawling.run();
    crawling.clock.pause(Duration.ofDays(1));
    crawling.run();

    assertThat(publisher.sent(PageFetched.class))
        .filteredOn(page -> page.url().equals(listing.address()))
        .hasSize(2);
  }

  @Test
  void announcesNothingThatIsNotNew() {
    crawling.run();
    int said = publisher.said();
    crawling.clock.pause(Duration.ofDays(1));
    crawling.run();

    assertThat(publisher.said()).isEqualTo(said);
    assertThat(sandbox.visits()).contains("\"304\":");
  }

  @Test
  void announcesAgainWhatHasChanged() {
    crawling.run();
    Set<String> before = ids();
    sandbox.turn("reprice", true);
    crawling.clock.pause(Duration.ofDays(1));
    crawling.run();

    assertThat(ids()).hasSizeGreaterThan(before.size() + 250);
  }

  @Test
  void followsTheOldLayoutToo() {
    sandbox.turn("old-layout", true);
    crawling.run();

    assertThat(pages("fsbo")).hasSizeGreaterThan(350);
  }

  @Test
  void leavesNothingOutAndSaysNothingTwiceThoughKilledAgainAndAgain() {
    for (int killed = 0; killed < 12; killed++) {
      publisher.killAfter(17 + 5 * killed);
      assertThatThrownBy(crawling::run).hasStackTraceContaining("killed");
      publisher.live();
    }
    crawling.run();

    Crawling unharmed = Crawling.of(sandbox.baseUri());
    unharmed.run();
    assertThat(ids())
        .isEqualTo(
            unharmed.publisher.sent(PageFetched.class).stream()
                .map(page -> page.pageId().text())
                .collect(Collectors.toSet()));
  }

  @Test
  void stopsPolitelyWhenItsTimeIsUpAndGoesOnInTheNextRun() {
    crawling.run(Duration.ofMillis(1_500));
    int first = publisher.said();
    crawling.run();

    assertThat(first).isBetween(1, 200);
    assertThat(pages("fsbo")).hasSizeGreaterThan(350);
  }

  @Test
  void leavesASiteAloneThatWantsItAndComesBackLater() {
    sandbox.turn("too-many-requests", true);
    crawling.run();
    assertThat(publisher.said()).isZero();

    sandbox.turn("too-many-requests", false);
    crawling.run();
    assertThat(pages("fsbo")).hasSizeGreaterThan(350);
  }

  @Test
  void fetchesNothingThatTheRobotsFileForbids() {
    sandbox.turn("robots-forbid", true);
    crawling.run();

    assertThat(publisher.said()).isZero();
    assertThat(sandbox.visits()).contains("\"robots.txt\":{\"requests\":1");
  }

  private List<PageFetched> pages(String source) {
    return publisher.sent(PageFetched.class).stream()
        .filter(page -> page.source().equals(source) && page.market().equals("denver-co"))
        .toList();
  }

  private Set<String> ids() {
    return publisher.sent(PageFetched.class).stream()
        .map(page -> page.pageId().text())
        .collect(Collectors.toSet());
  }
}
