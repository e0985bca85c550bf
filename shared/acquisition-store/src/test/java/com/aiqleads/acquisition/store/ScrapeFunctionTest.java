package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.TARGET;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.ApprovingFixtures;
import com.aiqleads.acquisition.approving.BookedPermissions;
import com.aiqleads.acquisition.approving.InMemorySourceBook;
import com.aiqleads.acquisition.approving.SourceChange;
import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Permissions;
import com.aiqleads.acquisition.crawling.Ports;
import com.aiqleads.acquisition.crawling.Scrape;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.crawling.Sources;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.ListingGone;
import com.aiqleads.events.acquisition.PageFetched;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrapeFunctionTest {

  private static final Instant APPROVED = Instant.parse("2026-11-30T23:59:59Z");

  private final ApplicationContext context =
      TestFunction.start("acquisition", "scrape-homes", new FakeQueues(), Map.of());

  /// A function of its own.
  private static final class ScrapeHomes extends ScrapeFunction {

    ScrapeHomes(ApplicationContext context) {
      super(context, "scrape-homes");
    }
  }

  /// A site that is asked for nothing, since nobody has approved it.
  private record ShutSite(SourcePolicy policy) implements Site {

    @Override
    public PageRequest start(Market market) {
      throw new AssertionError("it is not approved");
    }

    @Override
    public Found read(FetchedPage page, Market market) {
      throw new AssertionError("it is not approved");
    }
  }

  private static final class Said implements Publisher {

    private final List<Event> events = new ArrayList<>();
    private final List<CorrelationId> journeys = new ArrayList<>();
    private boolean flushed;

    @Override
    public void publish(Event event) {
      throw new AssertionError("every page starts a journey of its own");
    }

    @Override
    public void publish(Event event, CorrelationId journey) {
      events.add(event);
      journeys.add(journey);
    }

    @Override
    public void flush() {
      flushed = true;
    }
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void crawlsNothingThatIsNotApproved() {
    Sources real = sources(null);
    Site shut = new ShutSite(real.policy("nameless"));
    context.registerSingleton(
        Scrape.class, new Scrape(real, List.of(shut), context.getBean(Ports.class)));

    context.registerSingleton(Permissions.class, Permissions.of(real));

    new ScrapeHomes(context)
        .handleRequest(
            new ScheduledRun("scrape-homes", Instant.EPOCH),
            new FakeInvocation(Duration.ofSeconds(60)));

    assertThat(real.policies())
        .filteredOn(policy -> policy.approval().isLive(APPROVED))
        .extracting(SourcePolicy::source)
        .containsExactly("approved");
    assertThat(real.revisitAfter()).isEqualTo(Duration.ofMinutes(30));
    assertThat(real.markets()).containsExactly(new Market("miami-fl", "Miami, FL"));
  }

  @Test
  void playsEverySourceInTheSandbox() {
    Sources played = sources(URI.create("http://127.0.0.1:9100"));

    assertThat(played.policies())
        .allMatch(policy -> policy.approval().isLive(Instant.EPOCH))
        .extracting(policy -> policy.baseUrl().toString())
        .containsExactly("http://127.0.0.1:9100/approved/", "http://127.0.0.1:9100/nameless/");
    assertThat(played.markets()).hasSize(1);
  }

  @Test
  void failsAtOnceWithoutItsFile() {
    assertThatThrownBy(
            () -> SourcesFile.of(String.class, context.getBean(ObjectMapper.class), null))
        .hasMessageContaining("sources.json");
  }

  @ParameterizedTest
  @CsvSource({
    "http://homes.example/, homes.example",
    "https://169.254.169.254/, 169.254.169.254",
    "https://127.0.0.1/, 127.0.0.1",
    "https://[::1]/, [::1]",
    "https://homes.example:8443/, homes.example:8443",
    "https://localhost/, localhost"
  })
  void aRealSourceHasHttpsAndHostsByName(URI baseUrl, String host) {
    SourcesFile.Source source =
        new SourcesFile.Source("homes", baseUrl, Set.of(host), "", 1_000, null, null);

    assertThatThrownBy(() -> source.policy("Bot/1")).hasMessageContaining("by name");
  }

  @Test
  void announcesPagesByEvents() {
    Said said = new Said();
    PublishedPages pages = new PublishedPages(said, "scrape-homes");
    FetchedPage page = aPage("https://homes.example/1", "home");
    PageState state =
        PageState.discovered(TARGET, "https://homes.example/1", PageState.Kind.LISTING);
    PageId id = state.nextPageId(page);

    pages.fetched(id, state, page, "homes/key");
    pages.refused(id, TARGET, state.address(), page, "homes/key", PageRefusal.GONE);
    pages.flush();

    PageFetched fetched = (PageFetched) said.events.getFirst();
    PageRejected refused = (PageRejected) said.events.getLast();
    assertThat(fetched.market()).isEqualTo("miami-fl");
    assertThat(fetched.snapshotKey()).isEqualTo("homes/key");
    assertThat(refused.step()).isEqualTo("scrape-homes");
    assertThat(refused.reasons()).extracting("code").containsExactly("gone");
    assertThat(said.journeys.getFirst()).isEqualTo(said.journeys.getLast());
    assertThat(said.flushed).isTrue();
  }

  @Test
  void tellsWhatOfAPageMustNotBeTaken() {
    Said said = new Said();
    InMemorySourceBook book = new InMemorySourceBook();
    book.put(
        ApprovingFixtures.aPermit(NOON.plusSeconds(9)),
        ApprovingFixtures.aChange("1", NOON, SourceChange.Act.PERMITTED));
    PublishedPages pages =
        new PublishedPages(said, "scrape-homes", new BookedPermissions(book, () -> NOON));
    FetchedPage page = aPage("https://fsbo.com/1", "home");
    PageState state =
        PageState.discovered(
            new Target("fsbo", "miami-fl"), "https://fsbo.com/1", PageState.Kind.LISTING);

    pages.fetched(state.nextPageId(page), state, page, "fsbo/key");

    assertThat(((PageFetched) said.events.getFirst()).withheld())
        .containsExactly("address", "contact", "description", "location");
  }

  @Test
  void saysThatAListingIsGoneByTheIdOfItsAddress() {
    Said said = new Said();
    PublishedPages pages = new PublishedPages(said, "scrape-homes");
    String address = "https://fsbo.com/listings/listings/show/id/546213/";
    FetchedPage page = aPage(address, "away");
    PageState state =
        PageState.discovered(new Target("fsbo", "miami-fl"), address, PageState.Kind.LISTING)
            .missedIn(NOON.minusSeconds(9))
            .missedIn(NOON.minusSeconds(5));

    pages.vanished(state.nextPageId(page), state, page, "fsbo/key");
    pages.vanished(
        state.nextPageId(page),
        PageState.discovered(TARGET, address, PageState.Kind.LISTING),
        page,
        "homes/key");

    assertThat(said.events)
        .containsExactly(
            new ListingGone(
                Listing.idOf(Source.FSBO, "546213"),
                state.nextPageId(page),
                "fsbo",
                "miami-fl",
                address,
                "fsbo/key",
                2,
                NOON.minusSeconds(9),
                NOON));
  }

  @Test
  void aPostingOfABoardIsGoneLikeAListing() {
    Said said = new Said();
    PublishedPages pages = new PublishedPages(said, "scrape-linkedin");
    String address = "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4301000011";
    FetchedPage page = aPage(address, "away");
    PageState state =
        PageState.discovered(new Target("linkedin", "miami-fl"), address, PageState.Kind.LISTING)
            .missedIn(NOON.minusSeconds(9));

    pages.vanished(state.nextPageId(page), state, page, "linkedin/key");

    assertThat(said.events)
        .map(event -> ((ListingGone) event).listingId())
        .containsExactly(Job.idOf(JobBoard.LINKEDIN, "4301000011"));
  }

  @Test
  void tellsWhoeverWatchesHowItWent() {
    LoggedCrawls log = new LoggedCrawls();
    PageState page =
        PageState.discovered(TARGET, "https://homes.example/1", PageState.Kind.LISTING);

    log.crawled(TARGET, 7, true);
    log.failed(TARGET, new IllegalStateException("a market"));
    log.failed(page, new IllegalStateException("a page"));
    log.notApproved("homes");

    assertThat(context.getBean(Ports.class).log()).isInstanceOf(LoggedCrawls.class);
  }

  private Sources sources(@Nullable URI sandbox) {
    return SourcesFile.of(ScrapeFunctionTest.class, context.getBean(ObjectMapper.class), sandbox);
  }
}
