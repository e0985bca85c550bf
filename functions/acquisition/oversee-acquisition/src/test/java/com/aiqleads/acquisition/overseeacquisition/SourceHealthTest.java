package com.aiqleads.acquisition.overseeacquisition;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.Breaker;
import com.aiqleads.acquisition.fetching.KnownSites;
import com.aiqleads.acquisition.fetching.SiteState;
import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.Alarms;
import com.aiqleads.acquisition.watching.BatchReport;
import com.aiqleads.acquisition.watching.InMemoryWatchBook;
import com.aiqleads.acquisition.watching.Quarantine;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.Watched;
import com.aiqleads.acquisition.watching.WatchingFixtures;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceHealthTest {

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final Scope SCOPE = new Scope("zillow", "miami-fl", Scope.Kind.LISTING);

  private final Instant now = Instant.now();
  private final InMemoryWatchBook book = new InMemoryWatchBook();
  private final Map<String, SiteState> sites = new HashMap<>();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "oversee-acquisition",
          new FakeQueues(),
          Map.of(
              "aiqleads.access",
              "GET /source-health=acquisition:read;"
                  + "POST /source-health/{id}/acceptance=acquisition:admin",
              "aiqleads.issuer",
              ISSUER.address()));

  private final Operator operator =
      new Operator(
          () -> new OverseeAcquisitionHandler(context),
          ISSUER,
          "acquisition:read acquisition:admin");

  @BeforeEach
  void keepInMemory() {
    context.registerSingleton(WatchBook.class, book);
    context.registerSingleton(
        KnownSites.class, (KnownSites) site -> Optional.ofNullable(sites.get(site)));
    context.registerSingleton(
        Alarms.class,
        new Alarms() {
          @Override
          public List<Alarm> all() {
            return List.of(
                new Alarm("acquisition-zillow-drift", true, now, "It drifts.", "price: none"),
                new Alarm("acquisition-zillow-breaker", false, now, "It is over.", ""));
          }

          @Override
          public void keep(Alarm alarm) {
            throw new AssertionError("nobody raises alarms here");
          }
        });
    Quarantine quarantine =
        new Quarantine(now, "zillow-1", List.of("price: none"), List.of("price: $.cost"));
    book.change(SCOPE, _ -> new Watched(WatchingFixtures.aWatchedScope().usual(), quarantine));
    book.keep(SCOPE, report(24, 23, true));
    book.keep(SCOPE, report(24, 20, false));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @AfterAll
  static void closeTheIssuer() {
    ISSUER.close();
  }

  @Test
  void showsHowEverySourceDoes() {
    sites.put("zillow", site(new Breaker.Open(Breaker.Cause.EMPTY_PAGES, now, 1)));
    sites.put("fsbo", site(new Breaker.Probing(Breaker.Cause.DENIED, 1, "", now)));
    sites.put("facebook", site(Breaker.closed()));

    String body = operator.answer("GET", "/source-health").getBody();

    assertThat(body)
        .contains("\"source\":\"zillow\",\"breaker\":\"open\",\"cause\":\"empty_pages\"")
        .contains("\"source\":\"fsbo\",\"breaker\":\"probing\",\"cause\":\"denied\"")
        .contains("\"source\":\"facebook\",\"breaker\":\"closed\"", "\"source\":\"linkedin\"")
        .contains("\"meaning\":\"It drifts.\"", "\"objections\":[\"price: none\"]")
        .contains("\"proposals\":[\"price: $.cost\"]", "\"price\":1.0", "\"unknown\":1")
        .contains("\"market\":\"miami-fl\",\"kind\":\"listing\",\"pages\":24,\"records\":23")
        .contains("\"pages\":48,\"advertisements\":23,\"withheld\":20")
        .doesNotContain("It is over.");
  }

  @Test
  void anAdminsWordEndsAQuarantineOnce() {
    assertThat(operator.answer("POST", "/source-health/zillow/acceptance").getStatusCode())
        .isEqualTo(204);
    assertThat(book.find(SCOPE)).isEqualTo(Watched.NOTHING);

    assertThat(operator.answer("POST", "/source-health/zillow/acceptance").getBody())
        .contains("no-quarantine");
    assertThat(operator.answer("POST", "/source-health/myspace/acceptance").getBody())
        .contains("no-such-source");
  }

  @Test
  void onlyAnAdminWhoHasSignedInDecides() {
    Call call = Call.to("POST", "/source-health/zillow/acceptance");

    assertThat(operator.asNobody(call).getStatusCode()).isEqualTo(401);
    assertThat(operator.with("acquisition:read").answer(call).getStatusCode()).isEqualTo(403);
    assertThat(operator.asProgram(call).getStatusCode()).isEqualTo(403);
    assertThat(operator.with("marketplace:read").answer(Call.get("/source-health")).getStatusCode())
        .isEqualTo(403);
    assertThat(book.find(SCOPE).inQuarantine()).isPresent();
  }

  private BatchReport report(int pages, int records, boolean passed) {
    return new BatchReport(
        now.minusSeconds(passed ? 60 : 0),
        pages,
        records,
        new TreeMap<>(Map.of("read", pages - 1, "unknown", 1)),
        new TreeMap<>(Map.of("price", passed ? 1.0 : 0.0)),
        new TreeMap<>(),
        passed,
        List.of());
  }

  private static SiteState site(Breaker breaker) {
    SiteState unknown = SiteState.UNKNOWN;
    return new SiteState(
        unknown.freeAt(),
        unknown.freedBy(),
        Duration.ofSeconds(5),
        null,
        Map.of(),
        unknown.throttling(),
        breaker,
        unknown.fill(),
        unknown.coolOff());
  }
}
