package com.aiqleads.acquisition.watchsources;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.fetching.KnownSites;
import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.parsing.Leaves;
import com.aiqleads.acquisition.parsing.MendedFsbo;
import com.aiqleads.acquisition.parsing.PageParsers;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.Alarms;
import com.aiqleads.acquisition.watching.Batch;
import com.aiqleads.acquisition.watching.InMemoryWatchBook;
import com.aiqleads.acquisition.watching.Looked;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.Sightings;
import com.aiqleads.acquisition.watching.WatchBook;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A site drifts, its pages are withheld, its parser is mended, and they go on: with the pages and
/// the parsers that there are.
class MendedParserTest {

  private static final String PARSER = "aiqleads-test-acquisition-parse-page";
  private static final Scope SCOPE = new Scope("fsbo", "miami-fl", Scope.Kind.LISTING);
  private static final int HANDFUL = 24;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final FakeQueues queues = new FakeQueues();
  private final InMemoryWatchBook book = new InMemoryWatchBook();

  @BeforeEach
  void learnAndDrift() {
    for (int first = 0; first < 3 * HANDFUL; first += HANDFUL) {
      Batch batch = batch(first, false);
      assertThat(book.find(SCOPE).judge(batch, now).passes()).isTrue();
      book.change(SCOPE, watched -> watched.judge(batch, now).after());
    }
    Batch drifted = batch(3 * HANDFUL, true);
    assertThat(book.find(SCOPE).judge(drifted, now).passes()).isFalse();
    book.change(SCOPE, watched -> watched.judge(drifted, now).after());
    book.withhold(
        SCOPE, IntStream.range(3 * HANDFUL, 4 * HANDFUL).mapToObj(this::withheld).toList());
  }

  @Test
  void theParserThatLostThePriceLetsNothingGoOn() {
    watch(PageParsers.AT_HAND);

    assertThat(queues.bodiesSentTo(PARSER)).isEmpty();
    assertThat(book.withheld(SCOPE)).hasSize(HANDFUL);
    assertThat(book.find(SCOPE).inQuarantine()).isPresent();
  }

  @Test
  void theOneThatFindsItAgainLetsAllGoOnOnce() {
    watch(PageParsers.AT_HAND);
    watch(_ -> new MendedFsbo());
    watch(_ -> new MendedFsbo());

    assertThat(queues.bodiesSentTo(PARSER))
        .hasSize(HANDFUL)
        .allMatch(body -> body.contains("\"snapshotKey\":\"fsbo/"));
    assertThat(book.withheld(SCOPE)).isEmpty();
    assertThat(book.find(SCOPE).inQuarantine()).isEmpty();
  }

  @Test
  void aNewerOneThatMendsNothingIsAskedOnce() {
    PageParsers useless = _ -> new MendedFsbo("another-class");

    watch(useless);

    assertThat(queues.bodiesSentTo(PARSER)).isEmpty();
    assertThat(book.withheld(SCOPE))
        .extracting(WithheldPage::parserVersion)
        .containsOnly(MendedFsbo.VERSION);
    assertThat(book.find(SCOPE).inQuarantine()).isPresent();
  }

  private void watch(PageParsers parsers) {
    queues.comeBack();
    try (ApplicationContext context =
        TestFunction.start(
            "acquisition",
            "watch-sources",
            queues,
            Map.of(
                "aiqleads.routes",
                "AlertRaised=platform-raise-alert;PageFetched=acquisition-parse-page"))) {
      context.registerSingleton(PageParsers.class, parsers);
      context.registerSingleton(WatchBook.class, book);
      context.registerSingleton(Alarms.class, new NoAlarms());
      context.registerSingleton(KnownSites.class, (KnownSites) _ -> Optional.empty());
      context.registerSingleton(
          Snapshots.class,
          (Snapshots)
              key ->
                  Optional.of(
                      MendedFsbo.page(Integer.parseInt(key.split("/", 2)[1]), true)
                          .getBytes(StandardCharsets.UTF_8)));
      new WatchSourcesHandler(context)
          .handleRequest(
              new ScheduledRun("acquisition-watch-sources", now),
              new FakeInvocation(Duration.ofSeconds(30)));
    }
  }

  private record NoAlarms() implements Alarms {

    @Override
    public List<Alarm> all() {
      return List.of();
    }

    @Override
    public void keep(Alarm alarm) {}
  }

  private static Batch batch(int first, boolean drifted) {
    Sightings sightings = Sightings.parsed(_ -> Withholding.NOTHING);
    return new Batch(
        Scope.Kind.LISTING,
        IntStream.range(first, first + HANDFUL)
            .mapToObj(number -> looked(sightings, number, drifted))
            .toList());
  }

  private static Looked looked(Sightings sightings, int number, boolean drifted) {
    String url = MendedFsbo.url(number);
    String text = MendedFsbo.page(number, drifted);
    return new Looked(
        url, sightings.of("fsbo", url, text, Pages.FETCHED_AT).orElseThrow(), Leaves.of(text, url));
  }

  private WithheldPage withheld(int number) {
    return new WithheldPage(
        new PageId(Ids.derived("page", String.valueOf(number))),
        "fsbo",
        "miami-fl",
        MendedFsbo.url(number),
        "fsbo/" + number,
        "text/html",
        "hash",
        Pages.FETCHED_AT,
        PageParsers.AT_HAND.of(Source.FSBO).version(),
        List.of());
  }
}
