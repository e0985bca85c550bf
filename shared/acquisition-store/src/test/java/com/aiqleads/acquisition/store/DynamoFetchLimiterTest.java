package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.Grant;
import com.aiqleads.acquisition.fetching.SettableClock;
import com.aiqleads.lambda.Names;
import com.aiqleads.testkit.DynamoService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoFetchLimiterTest {

  private static final Names NAMES = new Names("limiter-test", "acquisition");
  private static final Duration INTERVAL = Duration.ofMillis(100);

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final String site = UUID.randomUUID().toString();
  private final SettableClock clock = new SettableClock();
  private final DynamoDbClient client = FetchingTables.client(DYNAMO.endpoint());
  private final FetchLimiter limiter = new FetchingStore().limiter(client, NAMES, clock);

  @BeforeAll
  static void createTable() {
    FetchingTables.create(
        FetchingTables.client(DYNAMO.endpoint()), NAMES.table("fetch-limits"), "site");
  }

  @Test
  void theFirstStartsAtOnceAndTheNextQueueBehindIt() {
    assertThat(limiter.ask(site, INTERVAL)).isEqualTo(granted(0));
    assertThat(limiter.ask(site, INTERVAL)).isEqualTo(granted(100));
    assertThat(limiter.ask(site, INTERVAL)).isEqualTo(granted(200));
  }

  @Test
  void aSiteThatIsFreeAgainStartsAnewAndSavesNoTurnsUp() {
    limiter.ask(site, INTERVAL);
    clock.pause(Duration.ofMinutes(1));

    assertThat(limiter.ask(site, INTERVAL)).isEqualTo(granted(60_000));
    assertThat(limiter.ask(site, INTERVAL)).isEqualTo(granted(60_100));
  }

  @Test
  void turnsAreGivenAwayOnlySoFarAhead() {
    limiter.holdOff(site, DynamoFetchLimiter.HORIZON);
    assertThat(limiter.ask(site, INTERVAL)).isEqualTo(granted(2_000));
    assertThat(limiter.ask(site, INTERVAL)).isEqualTo(new Grant.Wait(Duration.ofMillis(200)));
  }

  @Test
  void aPauseHoldsEverybodyAndAShorterOneDoesNotEndIt() {
    limiter.holdOff(site, Duration.ofSeconds(30));
    limiter.holdOff(site, Duration.ofSeconds(10));

    assertThat(limiter.ask(site, INTERVAL)).isEqualTo(new Grant.Wait(Duration.ofMillis(28_100)));
  }

  @Test
  void sitesDoNotWaitForEachOther() {
    limiter.ask(site, INTERVAL);

    assertThat(limiter.ask(UUID.randomUUID().toString(), INTERVAL)).isEqualTo(granted(0));
  }

  @Test
  void noTwoOfManyGetTheSameTurn() throws Exception {
    List<Callable<Grant>> askers =
        java.util.stream.Stream.generate(
                () -> (Callable<Grant>) () -> limiter.ask(site, Duration.ofMillis(10)))
            .limit(100)
            .toList();
    List<Instant> starts;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      starts =
          threads.invokeAll(askers).stream()
              .map(Future::resultNow)
              .filter(Grant.Granted.class::isInstance)
              .map(grant -> ((Grant.Granted) grant).startAt())
              .sorted()
              .toList();
    }

    assertThat(starts).hasSizeGreaterThan(90).doesNotHaveDuplicates();
    for (int at = 1; at < starts.size(); at++) {
      assertThat(Duration.between(starts.get(at - 1), starts.get(at)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(10));
    }
  }

  @Test
  void aTurnIsGoodForHalfAnInterval() {
    assertThat(DynamoFetchLimiter.grace(Duration.ofMillis(10))).isEqualTo(Duration.ofMillis(50));
    assertThat(DynamoFetchLimiter.grace(Duration.ofMillis(200))).isEqualTo(Duration.ofMillis(100));
    assertThat(DynamoFetchLimiter.grace(Duration.ofSeconds(3))).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void grantsNothingWithoutItsTable() {
    FetchLimiter blind =
        new FetchingStore().limiter(client, new Names("nowhere", "acquisition"), clock);

    assertThatThrownBy(() -> blind.ask(site, INTERVAL)).isInstanceOf(SdkException.class);
  }

  private static Grant granted(long millis) {
    Instant start = NOON.plusMillis(millis);
    return new Grant.Granted(start, start.plusMillis(50));
  }
}
