package com.aiqleads.acquisition.watchsources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.Breaker;
import com.aiqleads.acquisition.fetching.KnownSites;
import com.aiqleads.acquisition.fetching.SiteState;
import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.Alarms;
import com.aiqleads.acquisition.watching.InMemoryWatchBook;
import com.aiqleads.acquisition.watching.Quarantine;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.Watched;
import com.aiqleads.acquisition.watching.WatchingFixtures;
import com.aiqleads.acquisition.watching.WithheldPage;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchSourcesHandlerTest {

  private static final String TELLER = "aiqleads-test-platform-raise-alert";
  private static final String PARSER = "aiqleads-test-acquisition-parse-page";
  private static final Scope SCOPE = new Scope("fsbo", "miami-fl", Scope.Kind.LISTING);
  /// Not long ago: a quarantine that lasts is told again.
  private final Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "watch-sources",
          queues,
          Map.of(
              "aiqleads.routes",
              "AlertRaised=platform-raise-alert;PageFetched=acquisition-parse-page"));
  private final InMemoryWatchBook book = new InMemoryWatchBook();
  private final RememberedAlarms alarms = new RememberedAlarms();
  private final Map<String, SiteState> sites = new HashMap<>();
  private int runs;

  /// What was last said of each alarm.
  private static final class RememberedAlarms implements Alarms {

    private final Map<String, Alarm> said = new HashMap<>();

    @Override
    public List<Alarm> all() {
      return List.copyOf(said.values());
    }

    @Override
    public void keep(Alarm alarm) {
      said.put(alarm.name(), alarm);
    }
  }

  @BeforeEach
  void remember() {
    context.registerSingleton(WatchBook.class, book);
    context.registerSingleton(Alarms.class, alarms);
    context.registerSingleton(
        KnownSites.class, (KnownSites) site -> Optional.ofNullable(sites.get(site)));
    context.registerSingleton(
        Snapshots.class,
        (Snapshots)
            _ -> Optional.of(Pages.text("fsbo-current.html").getBytes(StandardCharsets.UTF_8)));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void saysNothingWhileAllIsWell() {
    run();

    assertThat(queues.callSizes()).isEmpty();
  }

  @Test
  void tellsOnceOfADriftABreakerAndALimiterAndOfTheirEnds() {
    book.change(SCOPE, _ -> quarantined());
    sites.put("zillow", site(Breaker.Cause.DENIED));
    sites.put("linkedin", site(Breaker.Cause.THROTTLED));

    run();
    run();

    assertThat(queues.bodiesSentTo(TELLER))
        .hasSize(3)
        .anyMatch(
            body ->
                body.contains("\"acquisition-fsbo-drift\"")
                    && body.contains("\"ringing\":true")
                    && body.contains("price: none"))
        .anyMatch(body -> body.contains("\"acquisition-zillow-breaker\""))
        .anyMatch(body -> body.contains("\"acquisition-linkedin-limiter\""))
        .allMatch(body -> body.contains("\"severity\":\"critical\""));
    queues.clear();
    book.change(SCOPE, Watched::lifted);
    sites.clear();
    run();
    assertThat(queues.bodiesSentTo(TELLER))
        .hasSize(3)
        .allMatch(body -> body.contains("\"ringing\":false"));
  }

  @Test
  void whatCouldNotBeSaidIsSaidByTheNextRun() {
    book.change(SCOPE, _ -> quarantined());
    queues.goDown(TELLER);
    assertThatThrownBy(this::run).hasMessageContaining("could not be sent");
    assertThat(alarms.all()).isEmpty();
    queues.comeBack();

    run();

    assertThat(queues.bodiesSentTo(TELLER)).hasSize(1);
    assertThat(alarms.all()).hasSize(1);
  }

  @Test
  void letsPagesGoOnWhenAPersonHasSaidThatTheyAreRight() {
    book.withhold(SCOPE, List.of(page("1", "fsbo-0"), page("2", "fsbo-0")));
    book.change(SCOPE, _ -> Watched.NOTHING);

    run();
    run();

    assertThat(queues.bodiesSentTo(PARSER))
        .hasSize(2)
        .allMatch(body -> body.contains("\"snapshotKey\":\"key\""));
    assertThat(book.withheld(SCOPE)).isEmpty();
  }

  @Test
  void looksAtWithheldPagesOnceWithEachParser() {
    book.change(SCOPE, _ -> quarantined());
    book.withhold(SCOPE, List.of(page("1", "fsbo-0")));

    run();

    assertThat(queues.bodiesSentTo(PARSER)).isEmpty();
    assertThat(book.withheld(SCOPE))
        .singleElement()
        .satisfies(page -> assertThat(page.parserVersion()).isNotEqualTo("fsbo-0"));
  }

  @Test
  void aSearchIsWellAgainWhenItHasBeenQuiet() {
    Scope search = new Scope("fsbo", "miami-fl", Scope.Kind.RESULTS);
    Quarantine old =
        new Quarantine(Instant.now().minus(Duration.ofHours(7)), "", List.of("x"), List.of());
    book.change(search, _ -> new Watched(Watched.NOTHING.usual(), old));

    run();

    assertThat(book.find(search).inQuarantine()).isEmpty();
    assertThat(queues.callSizes()).isEmpty();
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (WatchSourcesHandler handler = new WatchSourcesHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void run() {
    ScheduledRun run =
        new ScheduledRun("acquisition-watch-sources", Instant.EPOCH.plusSeconds(60L * runs++));
    new WatchSourcesHandler(context).handleRequest(run, new FakeInvocation(Duration.ofSeconds(30)));
  }

  private Watched quarantined() {
    return new Watched(
        WatchingFixtures.aWatchedScope().usual(),
        new Quarantine(since, "fsbo-0", List.of("price: none"), List.of("price: span.cost")));
  }

  private SiteState site(Breaker.Cause cause) {
    SiteState unknown = SiteState.UNKNOWN;
    return new SiteState(
        unknown.freeAt(),
        unknown.freedBy(),
        unknown.delay(),
        null,
        Map.of(),
        unknown.throttling(),
        new Breaker.Open(cause, since, 1),
        unknown.fill(),
        unknown.coolOff());
  }

  private WithheldPage page(String name, String parserVersion) {
    return new WithheldPage(
        new PageId(Ids.derived("page", name)),
        "fsbo",
        "miami-fl",
        Pages.FSBO_URL,
        "key",
        "text/html",
        "hash",
        since,
        parserVersion,
        List.of());
  }
}
