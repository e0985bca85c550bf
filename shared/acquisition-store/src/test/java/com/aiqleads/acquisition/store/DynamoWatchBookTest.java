package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.Breaker;
import com.aiqleads.acquisition.fetching.SiteState;
import com.aiqleads.acquisition.fetching.SiteStates;
import com.aiqleads.acquisition.fetching.SiteStates.Decided;
import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.Alarms;
import com.aiqleads.acquisition.watching.BatchReport;
import com.aiqleads.acquisition.watching.Profile;
import com.aiqleads.acquisition.watching.Quarantine;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.Watched;
import com.aiqleads.acquisition.watching.WatchingFixtures;
import com.aiqleads.acquisition.watching.WithheldPage;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.testkit.DynamoService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoWatchBookTest {

  private static final String TABLE = "watches-test";
  private static final String LIMITS = "limits-of-watches-test";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final ApplicationContext context =
      TestFunction.start("acquisition", "watch-sources", new FakeQueues(), Map.of());
  private final DynamoDbClient client = FetchingTables.client(DYNAMO.endpoint());
  private final WatchBook book =
      new DynamoWatchBook(client, TABLE, context.getBean(ObjectMapper.class));

  @BeforeAll
  static void createTables() {
    DynamoDbClient client = FetchingTables.client(DYNAMO.endpoint());
    FetchingTables.create(client, TABLE, "scope", "entry");
    FetchingTables.create(client, LIMITS, "site");
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void remembersWhatIsKnownOfAScope() {
    Scope scope = scope("known");
    assertThat(book.find(scope)).isEqualTo(Watched.NOTHING);
    Watched usual = WatchingFixtures.aWatchedScope();

    book.change(scope, _ -> usual);
    assertThat(book.find(scope)).isEqualTo(usual);
    Watched shut =
        new Watched(
            usual.usual(), new Quarantine(NOW, "homes-1", List.of("price: none"), List.of("x")));
    book.change(scope, _ -> shut);

    assertThat(book.find(scope)).isEqualTo(shut);
    assertThat(book.scopes()).contains(scope);
  }

  @Test
  void whoComesTooLateIsAskedAgainWithWhatIsThere() {
    Scope scope = scope("raced");
    Watched usual = WatchingFixtures.aWatchedScope();

    book.change(
        scope,
        before -> {
          if (before.equals(Watched.NOTHING)) {
            book.change(scope, _ -> usual);
          }
          return new Watched(before.usual(), new Quarantine(NOW, "", List.of(), List.of()));
        });

    assertThat(book.find(scope).usual()).isEqualTo(usual.usual());
    assertThat(book.find(scope).inQuarantine()).isPresent();
  }

  @Test
  void givesUpAfterManyRaces() {
    Scope scope = scope("busy");

    assertThatThrownBy(
            () ->
                book.change(
                    scope,
                    before -> {
                      book.change(scope, _ -> new Watched(Profile.NONE, null));
                      return before;
                    }))
        .hasMessageContaining("20 times");
  }

  @Test
  void keepsTheSameBatchOnce() {
    Scope scope = scope("reports");
    book.keep(scope, report(NOW.plusSeconds(9)));
    book.keep(scope, report(NOW));
    book.keep(scope, report(NOW));

    assertThat(book.reports(scope, NOW)).containsExactly(report(NOW), report(NOW.plusSeconds(9)));
    assertThat(book.reports(scope, NOW.plusSeconds(1))).hasSize(1);
  }

  @Test
  void keepsWithheldPagesUntilTheyAreReleased() {
    Scope scope = scope("withheld");
    WithheldPage first = page("1", NOW);
    WithheldPage second = page("2", NOW.plusSeconds(1));

    book.withhold(scope, List.of(second, first));
    book.withhold(scope, List.of(first.readBy("homes-2")));
    assertThat(book.withheld(scope)).containsExactly(first.readBy("homes-2"), second);
    book.release(scope, List.of(first.id()));

    assertThat(book.withheld(scope)).containsExactly(second);
  }

  @Test
  void remembersWhatWasSaidOfAlarms() {
    Alarms alarms = new DynamoAlarms(client, TABLE);
    Alarm rings = new Alarm("acquisition-x-drift", true, NOW, "It drifts.", "price: none");
    Alarm ends = new Alarm("acquisition-x-drift", false, NOW.plusSeconds(1), "It drifts.", "well");

    alarms.keep(rings);
    assertThat(alarms.all()).containsExactly(rings);
    alarms.keep(ends);

    assertThat(alarms.all()).containsExactly(ends);
  }

  @Test
  void readsWhatTheLimiterKnows() {
    DynamoKnownSites known = new DynamoKnownSites(client, LIMITS);
    assertThat(known.find("homes")).isEmpty();
    SiteStates states =
        new DynamoSiteStates(
            client,
            LIMITS,
            InstantSource.system(),
            new DatedClock(InstantSource.system()),
            _ -> {});
    states.change("homes", _ -> new Decided<>(true, Optional.of(SiteState.UNKNOWN)));

    assertThat(known.find("homes").orElseThrow().breaker()).isInstanceOf(Breaker.Closed.class);
  }

  @Test
  void isMadeForEveryFunctionThatWatches() {
    context.registerSingleton(DynamoDbClient.class, client);

    assertThat(context.getBean(WatchBook.class)).isInstanceOf(DynamoWatchBook.class);
    assertThat(context.getBean(Alarms.class)).isInstanceOf(DynamoAlarms.class);
    assertThat(context.getBean(com.aiqleads.acquisition.fetching.KnownSites.class))
        .isInstanceOf(DynamoKnownSites.class);
  }

  private static Scope scope(String market) {
    return new Scope("homes", market, Scope.Kind.LISTING);
  }

  private static BatchReport report(Instant at) {
    return new BatchReport(
        at,
        2,
        3,
        new TreeMap<>(Map.of("read", 2)),
        new TreeMap<>(Map.of("price", 0.5)),
        new TreeMap<>(Map.of("price", 100.0)),
        false,
        List.of("price: none"));
  }

  private static WithheldPage page(String name, Instant at) {
    return new WithheldPage(
        new PageId(Ids.derived("page", name)),
        "homes",
        "miami-fl",
        "https://homes.example/" + name,
        "key",
        "text/html",
        "hash",
        at,
        "homes-1",
        List.of("contact"));
  }
}
