package com.aiqleads.acquisition.fetching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.TARGET;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPage;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageStateTest {

  private static final String ADDRESS = "https://homes.example/1";
  private static final Duration REVISIT = Duration.ofHours(6);
  private static final PageState NEW =
      PageState.discovered(TARGET, ADDRESS, PageState.Kind.LISTING);

  @Test
  void aDiscoveredListingIsDueAtOnceAndAPageOfResultsNever() {
    assertThat(NEW.isDue(NOON)).isTrue();
    assertThat(PageState.discovered(TARGET, ADDRESS, PageState.Kind.RESULTS).isDue(NOON)).isFalse();
  }

  @Test
  void aPageThatIsFoundAgainAfterItWasGoneIsDueAfterTheInterval() {
    PageState gone = NEW.changed(aPage(ADDRESS, "one"), REVISIT).gone(aPage(ADDRESS, "away"));

    PageState again = gone.foundAgain(REVISIT);

    assertThat(gone.isDue(NOON.plus(REVISIT))).isFalse();
    assertThat(again.isDue(NOON.plus(REVISIT).minusMillis(1))).isFalse();
    assertThat(again.isDue(NOON.plus(REVISIT))).isTrue();
    assertThat(again.differs(aPage(ADDRESS, "away"))).isFalse();
    assertThat(again.differs(aPage(ADDRESS, "one"))).isTrue();
  }

  @Test
  void aSeenPageIsDueAgainAfterTheInterval() {
    PageState seen = NEW.changed(aPage(ADDRESS, "one"), REVISIT);

    assertThat(seen.isDue(NOON.plus(REVISIT).minusMillis(1))).isFalse();
    assertThat(seen.isDue(NOON.plus(REVISIT))).isTrue();
    assertThat(seen.differs(aPage(ADDRESS, "one"))).isFalse();
    assertThat(seen.differs(aPage(ADDRESS, "two"))).isTrue();
  }

  @Test
  void theLongerAPageStaysTheSameTheRarerItIsVisited() {
    PageState once = NEW.unchanged(NOON, REVISIT);
    PageState often = once;
    for (int visits = 0; visits < 10; visits++) {
      often = often.unchanged(NOON, REVISIT);
    }

    assertThat(once.dueAt()).isEqualTo(NOON.plus(REVISIT.multipliedBy(2)));
    assertThat(often.dueAt()).isEqualTo(NOON.plus(REVISIT.multipliedBy(4)));
    assertThat(often.changed(aPage(ADDRESS, "new"), REVISIT).unchangedVisits()).isZero();
  }

  @Test
  void theIdOfAContentIsTheSameUntilItIsRemembered() {
    PageState first = NEW.changed(aPage(ADDRESS, "one"), REVISIT);
    PageState second = first.changed(aPage(ADDRESS, "two"), REVISIT);

    assertThat(NEW.nextPageId(aPage(ADDRESS, "one")))
        .isEqualTo(NEW.nextPageId(aPage(ADDRESS, "one")));
    assertThat(second.nextPageId(aPage(ADDRESS, "one")))
        .isNotEqualTo(NEW.nextPageId(aPage(ADDRESS, "one")));
  }

  @Test
  void whatIsGoneIsNeverDue() {
    assertThat(NEW.gone(aPage(ADDRESS, "gone")).isDue(NOON.plus(Duration.ofDays(999)))).isFalse();
  }

  @Test
  void aPageOfResultsIsNeverMissing() {
    PageState results = PageState.discovered(TARGET, ADDRESS, PageState.Kind.RESULTS);

    assertThat(results.missedIn(NOON)).isEqualTo(results);
    assertThat(results.isMissing(new Grace(1, Duration.ZERO), NOON)).isFalse();
  }

  @Test
  void whatHasVanishedIsNeitherDueNorMissing() {
    PageState vanished = NEW.missedIn(NOON).gone(aPage(ADDRESS, "gone")).vanished();

    assertThat(vanished.isDue(NOON.plus(Duration.ofDays(999)))).isFalse();
    assertThat(vanished.isMissing(new Grace(1, Duration.ZERO), NOON)).isFalse();
    assertThat(vanished.foundAgain(REVISIT).kind()).isEqualTo(PageState.Kind.LISTING);
  }
}
