package com.aiqleads.acquisition.fetching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.Turns.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Pace PACE = Pace.of(Duration.ofSeconds(1));
  private static final Ticket TICKET = new Ticket("site", PACE, "1");
  private static final Instant DEADLINE = NOON.plusSeconds(60);
  private static final PageAnswer PAGE =
      new PageAnswer.Answered(200, Map.of(), PageBytes.of("home"));

  private final SettableClock clock = new SettableClock();
  private final Scripted limiter = new Scripted();
  private final Turns turns = new Turns(limiter, clock, clock);
  private Duration takes = Duration.ZERO;

  /// Grants in their order, the last one for ever; and what it was told.
  private static final class Scripted implements FetchLimiter {

    private final Deque<Grant> grants = new ArrayDeque<>();
    private final List<Object> told = new ArrayList<>();
    private Duration pause = Duration.ZERO;
    private boolean isPlaceLost;

    @Override
    public Grant ask(String site, Pace pace) {
      return Objects.requireNonNull(grants.size() > 1 ? grants.remove() : grants.peek());
    }

    @Override
    public void sent(Ticket ticket) {
      told.add(ticket);
    }

    @Override
    public boolean keeps(Ticket ticket) {
      told.add("keeps");
      return !isPlaceLost;
    }

    @Override
    public Duration ended(Ticket ticket, Ending ending) {
      told.add(ending);
      return pause;
    }

    @Override
    public void judged(String site, PageWorth worth) {}

    @Override
    public void turnedAway(String site) {}
  }

  @Test
  void sendsAtTheStartOfItsTurnAndTellsWhenItLeftAndHowItEnded() {
    limiter.grants.add(granted(3));
    takes = Duration.ofSeconds(2);

    assertThat(use()).isEqualTo(new Outcome.Used(PAGE, Duration.ZERO));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
    assertThat(limiter.told).containsExactly(TICKET, new Ending.Answered(Duration.ofSeconds(2)));
  }

  @Test
  void aTurnThatComesTooLateIsGivenBack() {
    limiter.grants.add(granted(61));

    assertThat(use()).isEqualTo(new Outcome.Missing(Duration.ofSeconds(61)));
    assertThat(limiter.told).containsExactly(new Ending.NotSent());
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void whatTakesTooLongIsNotAwaited() {
    limiter.grants.add(new Grant.Wait(Duration.ofSeconds(61)));
    assertThat(use()).isEqualTo(new Outcome.Missing(Duration.ofSeconds(61)));

    limiter.grants.clear();
    limiter.grants.add(new Grant.Shut(Duration.ofSeconds(1)));
    assertThat(use()).isEqualTo(new Outcome.Missing(Duration.ofSeconds(1)));
    assertThat(clock.instant()).isEqualTo(NOON);
    assertThat(limiter.told).isEmpty();
  }

  @Test
  void asksAgainAfterAWait() {
    limiter.grants.addAll(List.of(new Grant.Wait(Duration.ofSeconds(60)), granted(60)));

    assertThat(use()).isInstanceOf(Outcome.Used.class);
    assertThat(clock.instant()).isEqualTo(DEADLINE);
  }

  @Test
  void aTurnThatWasMissedIsToldOfAndAskedForAgain() {
    Grant missed = new Grant.Granted(TICKET, NOON.minusSeconds(2), NOON.minusNanos(1));
    limiter.grants.addAll(List.of(missed, granted(1)));

    assertThat(use()).isInstanceOf(Outcome.Used.class);
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    assertThat(limiter.told)
        .containsExactly(new Ending.NotSent(), TICKET, new Ending.Answered(Duration.ZERO));
  }

  @Test
  void theLastMomentIsInTime() {
    limiter.grants.add(new Grant.Granted(TICKET, NOON.minusSeconds(2), NOON));

    assertThat(use()).isInstanceOf(Outcome.Used.class);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void aTurnGivenBeforeTheSiteAskedForAPauseIsVoid() {
    limiter.grants.addAll(List.of(granted(0), granted(1), granted(10)));
    limiter.pause = Duration.ofSeconds(5);
    use();
    limiter.told.clear();

    assertThat(use()).isInstanceOf(Outcome.Used.class);
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10));
    assertThat(limiter.told.getFirst()).isEqualTo(new Ending.NotSent());
  }

  @Test
  void whoMissesEveryTurnGivesUp() {
    limiter.grants.add(new Grant.Granted(TICKET, NOON.minusSeconds(2), NOON.minusNanos(1)));

    assertThat(use()).isInstanceOf(Outcome.Missing.class);
  }

  @Test
  void tellsTheEndOfWhatBroke() {
    limiter.grants.add(granted(0));

    assertThatThrownBy(() -> broken(false)).hasMessage("broken");
    assertThatThrownBy(() -> broken(true)).hasMessage("broken");
    assertThat(limiter.told).containsExactly(new Ending.NotSent(), TICKET, new Ending.Failed());
    assertThat(use()).isInstanceOf(Outcome.Used.class);
  }

  @Test
  void keepsItsPlaceWhileItWaitsForAnAnswer() {
    limiter.grants.add(granted(0));

    assertThat(awaiting()).isInstanceOf(Outcome.Used.class);
    assertThat(limiter.told).containsExactly(TICKET, "keeps", new Ending.Answered(Duration.ZERO));
  }

  @Test
  void breaksOffWhatHasLostItsPlace() {
    limiter.grants.add(granted(0));
    limiter.isPlaceLost = true;

    assertThatThrownBy(this::awaiting).hasMessage("the place at site is lost");
    assertThat(limiter.told).containsExactly(TICKET, "keeps", new Ending.Failed());
  }

  /// A request that says that it is under way before it has left, and afterwards.
  private Outcome awaiting() {
    return turns.use(
        "site",
        PACE,
        DEADLINE,
        departure -> {
          departure.underWay();
          departure.left();
          departure.underWay();
          return PAGE;
        },
        (_, time) -> new Ending.Answered(time));
  }

  private void broken(boolean isSent) {
    turns.use(
        "site",
        PACE,
        DEADLINE,
        departure -> {
          if (isSent) {
            departure.left();
          }
          throw new IllegalStateException("broken");
        },
        (_, time) -> new Ending.Answered(time));
  }

  private Outcome use() {
    return turns.use("site", PACE, DEADLINE, this::sent, (_, time) -> new Ending.Answered(time));
  }

  private PageAnswer sent(Departure departure) {
    if (!departure.awaited()) {
      return new PageAnswer.NotSent();
    }
    departure.left();
    clock.pause(takes);
    return PAGE;
  }

  private static Grant granted(int second) {
    Instant start = NOON.plusSeconds(second);
    return new Grant.Granted(TICKET, start, start.plusMillis(100));
  }
}
