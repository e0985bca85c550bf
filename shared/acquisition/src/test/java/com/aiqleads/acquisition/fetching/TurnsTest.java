package com.aiqleads.acquisition.fetching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Instant DEADLINE = NOON.plusSeconds(60);

  private final SettableClock clock = new SettableClock();

  @Test
  void waitsForTheStartOfItsTurn() {
    Turns turns = turns(granted(3));

    assertThat(turns.await("site", INTERVAL, DEADLINE)).isEmpty();
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void aTurnThatComesTooLateIsNotAwaited() {
    assertThat(turns(granted(61)).await("site", INTERVAL, DEADLINE))
        .hasValue(Duration.ofSeconds(61));
    assertThat(turns(new Grant.Wait(Duration.ofSeconds(61))).await("site", INTERVAL, DEADLINE))
        .hasValue(Duration.ofSeconds(61));
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void aTurnThatWasMissedIsAskedForAgain() {
    Grant missed = new Grant.Granted(NOON.minusSeconds(2), NOON.minusSeconds(1));

    assertThat(turns(missed, granted(1)).await("site", INTERVAL, DEADLINE)).isEmpty();
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void aTurnGivenBeforeTheSiteAskedForAPauseIsVoid() {
    Turns turns = turns(granted(1), granted(10));
    turns.holdOff("site", Duration.ofSeconds(5));

    assertThat(turns.await("site", INTERVAL, DEADLINE)).isEmpty();
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10));
  }

  @Test
  void whoLosesEveryTurnGivesUp() {
    Grant missed = new Grant.Granted(NOON.minusSeconds(2), NOON.minusSeconds(1));

    assertThat(turns(missed).await("site", INTERVAL, DEADLINE)).isPresent();
  }

  private static Grant granted(int second) {
    Instant start = NOON.plusSeconds(second);
    return new Grant.Granted(start, start.plusMillis(100));
  }

  private Turns turns(Grant... grants) {
    Deque<Grant> script = new ArrayDeque<>(List.of(grants));
    FetchLimiter limiter =
        new FetchLimiter() {
          @Override
          public Grant ask(String site, Duration interval) {
            return Objects.requireNonNull(script.size() > 1 ? script.remove() : script.peek());
          }

          @Override
          public void holdOff(String site, Duration pause) {}
        };
    return new Turns(limiter, clock, clock);
  }
}
