package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.Breaker;
import com.aiqleads.acquisition.fetching.Fill;
import com.aiqleads.acquisition.fetching.Pause;
import com.aiqleads.acquisition.fetching.SiteState;
import com.aiqleads.acquisition.fetching.SiteStates;
import com.aiqleads.acquisition.fetching.SiteStates.Decided;
import com.aiqleads.acquisition.fetching.Throttling;
import com.aiqleads.lambda.Names;
import com.aiqleads.testkit.DynamoService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoSiteStatesTest {

  private static final Names NAMES = new Names("limiter-test", "acquisition");
  private static final InstantSource CLOCK = InstantSource.system();

  /// Read once for all.
  private static final DatedClock DATED = new DatedClock(CLOCK);

  private static final Breaker CLOSED = new Breaker.Closed(3);

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final String site = UUID.randomUUID().toString();
  private final DynamoDbClient client = FetchingTables.client(DYNAMO.endpoint());

  @BeforeAll
  static void createTable() {
    FetchingTables.create(
        FetchingTables.client(DYNAMO.endpoint()), NAMES.table("fetch-limits"), "site");
  }

  @Test
  void aSiteOfWhichNothingIsKnownIsUnknown() {
    assertThat(read(states())).isEqualTo(SiteState.UNKNOWN);
    assertThat(read(states())).isEqualTo(SiteState.UNKNOWN);
  }

  @Test
  void keepsEverythingThatIsKnownOfASite() {
    List<Breaker> breakers =
        List.of(
            CLOSED,
            new Breaker.Open(Breaker.Cause.DENIED, NOON, 2),
            new Breaker.Probing(Breaker.Cause.FAILING, 3, "ticket", NOON.plusNanos(1_000)));

    for (Breaker breaker : breakers) {
      SiteState busy =
          state(
              new SiteState.Turn("ticket", NOON, NOON.plusMillis(1)),
              new Throttling(4, NOON.minusSeconds(9), NOON.plusSeconds(9)),
              breaker);
      write(states(), busy);
      assertThat(read(states())).isEqualTo(busy);
    }
    SiteState idle = state(null, new Throttling(0, null, NOON), CLOSED);
    write(states(), idle);
    assertThat(read(states())).isEqualTo(idle);
  }

  @Test
  void whatOthersHaveWrittenSinceIsSeenBeforeAnythingIsSaidOrWritten() {
    SiteStates one = states();
    SiteStates other = states();
    write(one, state(null, new Throttling(1, null, NOON), CLOSED));
    read(other);
    write(one, state(null, new Throttling(2, null, NOON), CLOSED));

    assertThat(read(other).throttling().weight()).isEqualTo(2);
    write(one, state(null, new Throttling(3, null, NOON), CLOSED));
    increment(other);
    assertThat(read(one).throttling().weight()).isEqualTo(4);
  }

  @Test
  void noChangeOfManyIsLost() throws Exception {
    List<Callable<Boolean>> changes =
        Stream.generate(this::states)
            .limit(6)
            .<Callable<Boolean>>map(
                states ->
                    () -> {
                      for (int times = 0; times < 5; times++) {
                        increment(states);
                      }
                      return true;
                    })
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(changes);
    }

    assertThat(read(states()).throttling().weight()).isEqualTo(30);
  }

  @Test
  void changesNothingWithoutItsTable() {
    SiteStates blind = states(new Names("nowhere", "acquisition"));

    assertThatThrownBy(() -> read(blind)).isInstanceOf(SdkException.class);
  }

  @Test
  void whoAlwaysComesTooLateGivesUp() {
    SiteStates quick = states();
    SiteStates slow = states();

    assertThatThrownBy(
            () ->
                slow.change(
                    site,
                    before -> {
                      increment(quick);
                      return new Decided<>(true, Optional.of(before));
                    }))
        .hasMessageContaining("changed by others");
  }

  private void increment(SiteStates states) {
    states.change(
        site,
        before ->
            new Decided<>(
                true,
                Optional.of(
                    state(
                        null,
                        new Throttling(before.throttling().weight() + 1, null, NOON),
                        CLOSED))));
  }

  private SiteState read(SiteStates states) {
    return states.change(site, before -> new Decided<>(before, Optional.empty()));
  }

  private void write(SiteStates states, SiteState state) {
    states.change(site, _ -> new Decided<>(true, Optional.of(state)));
  }

  private static SiteState state(
      SiteState.@org.jspecify.annotations.Nullable Turn turn,
      Throttling throttling,
      Breaker breaker) {
    return new SiteState(
        NOON,
        "reader",
        Duration.ofMillis(1_500),
        turn,
        Map.of("a", NOON, "b", NOON.plusSeconds(30)),
        throttling,
        breaker,
        new Fill(0.75, 0.5, 44),
        Duration.ofMinutes(15));
  }

  private SiteStates states() {
    return states(NAMES);
  }

  private SiteStates states(Names names) {
    return new DynamoSiteStates(client, names.table("fetch-limits"), CLOCK, DATED, Pause.real());
  }
}
