package com.aiqleads.acquisition.watching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPage;
import static com.aiqleads.acquisition.watching.WatchingFixtures.aWatchedScope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.crawling.RecordingAnnouncements;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageParsers;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.kernel.PageId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardedPagesTest {

  private static final Target TARGET = new Target("homes", "miami-fl");
  private static final Scope SCOPE = new Scope("homes", "miami-fl", Scope.Kind.LISTING);
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final RecordingAnnouncements told = new RecordingAnnouncements();
  private final InMemoryWatchBook book = new InMemoryWatchBook();
  private final GuardedPages pages =
      new GuardedPages(
          told, book, GuardedPagesTest::read, _ -> List.of("contact"), InstantSource.fixed(NOW));

  /// A page is the number of a home, with a price or without; nobody reads an empty one.
  private static Optional<Sighting> read(String source, String url, String text, Instant at) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text.replace("?", ""));
    Batch batch =
        WatchingFixtures.homes(
            number,
            1,
            (_, values) -> {
              if (text.endsWith("?")) {
                values.remove("price");
              }
            });
    return Optional.of(batch.pages().getFirst().sighting());
  }

  @Test
  void holdsPagesBackUntilTheHandfulIsWhole() {
    fetched("1");
    assertThat(told.sent()).isEmpty();

    pages.flush();

    assertThat(told.sent()).hasSize(1);
    assertThat(book.find(SCOPE).usual().known()).hasSize(1);
    assertThat(book.reports(SCOPE, NOW)).hasSize(1);
  }

  @Test
  void tellsNothingOnOfAScopeThatHasDriftedAndKeepsWhatItWouldHaveTold() {
    book.change(SCOPE, _ -> aWatchedScope());
    for (int number = 500; number < 510; number++) {
      fetched(number + "?");
    }

    pages.flush();

    assertThat(told.sent()).isEmpty();
    assertThat(book.find(SCOPE).inQuarantine()).isPresent();
    assertThat(book.withheld(SCOPE))
        .hasSize(10)
        .allSatisfy(
            page -> {
              assertThat(page.source()).isEqualTo("homes");
              assertThat(page.market()).isEqualTo("miami-fl");
              assertThat(page.snapshotKey()).isEqualTo("key");
              assertThat(page.parserVersion()).isEqualTo(WatchingFixtures.VERSION);
              assertThat(page.withheld()).containsExactly("contact");
              assertThat(page.readBy("homes-2").parserVersion()).isEqualTo("homes-2");
            });
  }

  @Test
  void aRepeatedHandfulIsWithheldOnce() {
    tellsNothingOnOfAScopeThatHasDriftedAndKeepsWhatItWouldHaveTold();

    tellsNothingOnOfAScopeThatHasDriftedAndKeepsWhatItWouldHaveTold();
  }

  @Test
  void whenTheStoreDoesNotAnswerNothingIsToldOn() {
    fetched("1");
    book.goDown();

    assertThatThrownBy(pages::flush).hasMessageContaining("does not answer");

    assertThat(told.sent()).isEmpty();
  }

  @Test
  void aPageThatNobodyReadsAndOneThatVanishedAreToldOnAtOnce() {
    fetched("");
    pages.vanished(id("x"), state("x"), aPage("https://homes.example/x", "x"), "key");
    pages.flush();

    assertThat(told.sent()).hasSize(1);
    assertThat(told.vanished()).hasSize(1);
  }

  @Test
  void refusedPagesAreToldOnAndAnUnknownSearchIsSeen() {
    refused(PageRefusal.CHALLENGE);
    pages.flush();
    assertThat(book.scopes()).isEmpty();

    refused(PageRefusal.UNKNOWN);
    pages.flush();

    Scope results = Scope.results(TARGET);
    assertThat(told.refusals()).hasSize(2);
    assertThat(book.find(results).inQuarantine()).isPresent();
    assertThat(book.withheld(results)).isEmpty();
    assertThat(Scope.parse(results.text())).isEqualTo(results);
  }

  @Test
  void looksAtPagesAsTheirParsersDo() {
    Sightings sightings = Sightings.parsed(_ -> Withholding.NOTHING);

    Sighting homes =
        sightings
            .of("forsalebyowner", "https://x.example/", Pages.text("forsalebyowner.json"), NOW)
            .orElseThrow();
    Sighting job =
        sightings
            .of(
                "linkedin",
                "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4301000011",
                Pages.text("linkedin-posting.html"),
                NOW)
            .orElseThrow();

    assertThat(homes.outcome()).isEqualTo("read");
    assertThat(homes.records()).isNotEmpty();
    assertThat(homes.records().getFirst().values()).containsKeys("price", "bedrooms", "title");
    assertThat(job.parserVersion()).startsWith("linkedin");
    assertThat(sightings.of("fsbo", "https://x.example/", "<html></html>", NOW).orElseThrow())
        .extracting(Sighting::outcome)
        .isEqualTo("unpainted");
    assertThat(sightings.of("linkedin", "https://x.example/", "<html></html>", NOW)).isPresent();
    assertThat(sightings.of("nobody", "https://x.example/", "", NOW)).isEmpty();
    assertThat(Sightings.versionOf(PageParsers.AT_HAND, "fsbo")).isPresent();
    assertThat(Sightings.versionOf(PageParsers.AT_HAND, "linkedin")).isPresent();
    assertThat(Sightings.versionOf(PageParsers.AT_HAND, "nobody")).isEmpty();
  }

  @Test
  void companiesAreWatchedApartFromTheirPostings() {
    Target board = new Target("linkedin", "miami-fl");
    Sighting company =
        Sightings.parsed(_ -> Withholding.NOTHING)
            .of("linkedin", Pages.COMPANY_URL, Pages.text("linkedin-company.html"), NOW)
            .orElseThrow();

    assertThat(company.records().getFirst().values())
        .containsOnlyKeys("title", "city", "industry", "headcount", "contact");
    assertThat(scope(board, Pages.COMPANY_URL)).isEqualTo(Scope.Kind.COMPANY);
    assertThat(scope(board, Pages.JOB_URL)).isEqualTo(Scope.Kind.LISTING);
    assertThat(scope(TARGET, Pages.COMPANY_URL)).isEqualTo(Scope.Kind.LISTING);
  }

  private static Scope.Kind scope(Target target, String address) {
    return Scope.of(PageState.discovered(target, address, PageState.Kind.LISTING)).kind();
  }

  private void refused(PageRefusal reason) {
    FetchedPage page = aPage("https://homes.example/search", reason.code());
    pages.refused(id(reason.code()), TARGET, "https://homes.example/search", page, "key", reason);
  }

  private void fetched(String body) {
    pages.fetched(id(body), state(body), aPage("https://homes.example/" + body, body), "key");
  }

  private static PageId id(String body) {
    return state(body).nextPageId(aPage("https://homes.example/" + body, body));
  }

  private static PageState state(String body) {
    return PageState.discovered(
        TARGET, "https://homes.example/" + body.replace("?", ""), PageState.Kind.LISTING);
  }
}
