package com.aiqleads.acquisition.fetching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.Breaker.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedLimiterTest {

  private static final String SITE = "homes";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SPACED = Duration.ofNanos(1_015_625_000);
  private static final Duration COOL_OFF = Duration.ofMinutes(15);
  private static final Pace STEADY = new Pace(SECOND, SECOND, 2, COOL_OFF);

  private final SettableClock clock = new SettableClock();
  private final InMemorySiteStates states = new InMemorySiteStates();
  private final Said said = new Said();
  private Duration doubt = Duration.ZERO;
  private final FetchLimiter limiter = limiter("one");

  /// What a breaker said.
  private static final class Said implements BreakerLog {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void opened(String site, Cause cause, Instant until) {
      lines.add(site + " " + cause + " " + Duration.between(NOON, until).toSeconds());
    }

    @Override
    public void closed(String site) {
      lines.add(site + " closed");
    }
  }

  /// Always its least.
  private static final class NoLuck extends Random {

    @Override
    public double nextDouble() {
      return 0;
    }

    @Override
    public long nextLong(long bound) {
      return 0;
    }
  }

  @Test
  void theNextTurnCountsFromTheMomentAtWhichTheLastRequestHadLeft() {
    Ticket first = granted(0);
    clock.pause(Duration.ofMillis(300));
    limiter.sent(first);

    assertThat(startOf(limiter.ask(SITE, STEADY))).isEqualTo(NOON.plusMillis(300).plus(SPACED));
  }

  @Test
  void nobodyHasATurnWhileAnotherIsNotKnownToHaveLeft() {
    granted(0);

    assertThat(limiter("two").ask(SITE, STEADY)).isInstanceOf(Grant.Wait.class);
  }

  @Test
  void aTurnThatNobodyToldOfMayHaveBeenUsedAtItsLastMoment() {
    granted(0);
    clock.pause(Duration.ofMillis(499));
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Wait.class);

    clock.pause(Duration.ofMillis(1));
    assertThat(startOf(limiter.ask(SITE, STEADY))).isEqualTo(NOON.plusMillis(500).plus(SPACED));
  }

  @Test
  void aTurnThatWasGivenBackIsFreeAtOnce() {
    limiter.ended(granted(0), new Ending.NotSent());

    granted(0);
  }

  @Test
  void noMoreIsUnderWayThanThePaceAllowsUntilALeaseEnds() {
    used();
    used();
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Wait.class);

    clock.pause(SiteState.LEASE.minusSeconds(2).plusMillis(499));
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Wait.class);
    clock.pause(Duration.ofMillis(1));
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Granted.class);
  }

  @Test
  void aCrashCostsATurnAndAHalfButTwoWithinALeaseShutTheSiteUntilTheFirstEnds() {
    int undisturbed = answersIn(Duration.ofMinutes(2), Set.of());
    int once = answersIn(Duration.ofMinutes(2), Set.of(40));
    int apart = answersIn(Duration.ofMinutes(2), Set.of(40, 72));
    // Both places are taken for some 6 s: a lease but for the 3 s that lie between the two.
    int close = answersIn(Duration.ofMinutes(2), Set.of(40, 43));

    assertThat(List.of(undisturbed, once, apart, close)).containsExactly(120, 118, 117, 112);
  }

  @Test
  void whoSaysThatHeIsUnderWayKeepsHisPlace() {
    Ticket slow = used();
    for (int pulses = 0; pulses < 5; pulses++) {
      clock.pause(SiteState.LEASE.minusMillis(1));
      assertThat(limiter.keeps(slow)).isTrue();
    }
    used();
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Wait.class);

    clock.pause(SiteState.LEASE.minusMillis(1));
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Granted.class);
  }

  @Test
  void aPlaceThatOthersMayCountOnIsLost() {
    Ticket silent = used();
    used();
    clock.pause(SiteState.LEASE.plus(SECOND));
    Ticket other = next();

    assertThat(limiter.keeps(silent)).isFalse();
    assertThat(limiter.keeps(other)).isTrue();
    limiter.ended(other, answered());
    assertThat(limiter.keeps(other)).isFalse();
  }

  @Test
  void anEndMakesRoom() {
    used();
    limiter.ended(used(), new Ending.Answered(Duration.ZERO));

    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Granted.class);
  }

  @Test
  void theDoubtBetweenClocksIsWaitedForButNotByTheOneWhoSentLast() {
    doubt = Duration.ofMillis(40);
    limiter.sent(granted(0));

    Grant own = limiter.ask(SITE, STEADY);
    limiter.ended(((Grant.Granted) own).ticket(), new Ending.NotSent());
    Grant others = limiter("two").ask(SITE, STEADY);

    assertThat(startOf(own)).isEqualTo(NOON.plus(SPACED));
    assertThat(startOf(others)).isEqualTo(NOON.plus(SPACED).plusMillis(80));
  }

  @Test
  void turnsAreGivenAwayOnlySoFarAhead() {
    Pace slow = Pace.of(Duration.ofSeconds(10));
    limiter.sent(granted(0, slow));

    Duration spaced = SiteState.spacing(Duration.ofSeconds(10));
    Duration ahead = spaced.minus(SiteState.HORIZON);
    assertThat(limiter.ask(SITE, slow)).isEqualTo(new Grant.Wait(ahead));
    clock.pause(ahead);
    assertThat(startOf(limiter.ask(SITE, slow))).isEqualTo(NOON.plus(spaced));
  }

  @Test
  void sitesDoNotWaitForEachOther() {
    granted(0);

    assertThat(limiter.ask("other", STEADY)).isInstanceOf(Grant.Granted.class);
  }

  @Test
  void beginsSlowlyAndComesHalfWayToWhatTheSiteBears() {
    Pace pace = Pace.of(SECOND);

    assertThat(delays(pace, new Ending.Answered(Duration.ofMillis(500)), 5))
        .containsExactly(2_625L, 1_437L, 1_000L, 1_000L, 1_000L);
    assertThat(delays(pace, new Ending.Answered(Duration.ofSeconds(12)), 2))
        .containsExactly(6_000L, 6_000L);
    assertThat(delays(pace, new Ending.Answered(Duration.ofSeconds(500)), 1))
        .containsExactly(60_000L);
  }

  @Test
  void whatIsNotTheAnswerNeverMakesThePaceFaster() {
    Pace pace = Pace.of(SECOND);

    assertThat(delays(pace, new Ending.Otherwise(Duration.ZERO), 2))
        .containsExactly(5_000L, 5_000L);
    assertThat(delays(pace, new Ending.Otherwise(Duration.ofSeconds(14)), 1))
        .containsExactly(7_000L);
    assertThat(delays(pace, new Ending.Failed(), 1)).containsExactly(7_000L);
    assertThat(delays(pace, new Ending.Throttled(Optional.of(Duration.ZERO)), 1))
        .containsExactly(7_000L);
  }

  @Test
  void isNeverFasterThanTheRobotsFileAsks() {
    Pace asked = Pace.of(SECOND).atLeast(Duration.ofHours(1));
    limiter.ended(sent(granted(0, asked)), new Ending.Answered(Duration.ZERO));

    assertThat(limiter.ask(SITE, asked))
        .isEqualTo(new Grant.Wait(SiteState.spacing(Duration.ofHours(1)).minus(SiteState.HORIZON)));
  }

  @Test
  void aPauseHoldsEverybodyAndAShorterOneDoesNotEndIt() {
    Ticket one = used();
    Ticket other = used();

    assertThat(limiter.ended(one, throttled(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(limiter.ended(other, throttled(10))).isEqualTo(Duration.ofSeconds(10));

    assertThat(limiter("two").ask(SITE, STEADY)).isEqualTo(new Grant.Wait(Duration.ofSeconds(30)));
  }

  @Test
  void pausesOfUnsaidLengthDoubleToAMinuteAndEachAnswerHalvesTheNext() {
    Ending unsaid = new Ending.Throttled(Optional.empty());

    assertThat(
            java.util.stream.Stream.generate(() -> limiter.ended(next(), unsaid).toSeconds())
                .limit(7))
        .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
    limiter.ended(next(), new Ending.Answered(Duration.ZERO));
    limiter.ended(next(), new Ending.Otherwise(Duration.ZERO));
    assertThat(limiter.ended(next(), unsaid)).isEqualTo(Duration.ofSeconds(32));
    assertThat(new Throttling(0, null, NOON).pause(1)).isEqualTo(Duration.ofMillis(2_500));
  }

  @Test
  void aSiteThatOnlyAsksForPausesForFifteenMinutesIsGivenUp() {
    limiter.ended(next(), throttled(899));
    limiter.ended(next(), throttled(0));
    assertThat(said.lines).isEmpty();

    clock.pause(SECOND);
    limiter.ended(next(), throttled(0));

    assertThat(said.lines).singleElement().asString().startsWith("homes THROTTLED ");
  }

  @Test
  void anyOtherAnswerBeginsThoseFifteenMinutesAnew() {
    limiter.ended(next(), throttled(899));
    limiter.ended(next(), new Ending.Otherwise(Duration.ZERO));
    limiter.ended(next(), throttled(899));
    limiter.ended(next(), throttled(0));

    assertThat(said.lines).isEmpty();
  }

  @Test
  void whoIsNotWantedStopsAtOnce() {
    limiter.ended(used(), new Ending.Denied());

    assertThat(said.lines).containsExactly("homes DENIED " + (COOL_OFF.toSeconds() + 1));
    assertThat(limiter("two").ask(SITE, STEADY)).isEqualTo(new Grant.Shut(COOL_OFF));
  }

  @Test
  void aPageThatStandsBeforeAllOthersStopsToo() {
    limiter.turnedAway(SITE);
    clock.pause(SECOND);
    limiter.turnedAway(SITE);

    assertThat(said.lines).containsExactly("homes TURNED_AWAY 900");
  }

  @Test
  void fiveFailuresInARowOpenTheBreakerAndFourDoNot() {
    for (int failures = 0; failures < 4; failures++) {
      limiter.ended(next(), new Ending.Failed());
    }
    limiter.ended(next(), new Ending.Otherwise(Duration.ZERO));
    for (int failures = 0; failures < 4; failures++) {
      limiter.ended(next(), new Ending.Failed());
    }
    assertThat(said.lines).isEmpty();

    limiter.ended(next(), new Ending.Failed());

    assertThat(said.lines).singleElement().asString().startsWith("homes FAILING ");
  }

  @Test
  void afterItsTimeOneRequestTriesWhetherAllIsWell() {
    limiter.turnedAway(SITE);
    clock.pause(COOL_OFF.minusMillis(1));
    assertThat(limiter.ask(SITE, STEADY)).isEqualTo(new Grant.Shut(Duration.ofMillis(1)));
    clock.pause(Duration.ofMillis(1));

    Ticket probe = ((Grant.Granted) limiter.ask(SITE, STEADY)).ticket();
    limiter.sent(probe);
    clock.pause(SiteState.LEASE.minusSeconds(1));
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Wait.class);
    limiter.ended(probe, new Ending.Answered(Duration.ZERO));

    assertThat(said.lines).containsExactly("homes TURNED_AWAY 900", "homes closed");
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Granted.class);
  }

  @Test
  void aTrialThatFailsLeavesTheSiteAloneForTwiceAsLongUpToADay() {
    limiter.turnedAway(SITE);
    List<Long> hours = new ArrayList<>();
    for (Ending ending : List.of(throttled(0), new Ending.Failed(), new Ending.Denied())) {
      hours.add(opened(ending).toMinutes());
    }
    for (int trials = 0; trials < 5; trials++) {
      hours.add(opened(new Ending.Denied()).toMinutes());
    }

    assertThat(hours).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1_440L, 1_440L);
  }

  @Test
  void aTrialThatWasNeverSentOrIsLostIsFollowedByAnother() {
    limiter.turnedAway(SITE);
    clock.pause(COOL_OFF);

    limiter.ended(((Grant.Granted) limiter.ask(SITE, STEADY)).ticket(), new Ending.NotSent());
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Granted.class);
    clock.pause(SiteState.LEASE);
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Wait.class);
    clock.pause(SECOND);
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Granted.class);
  }

  @Test
  void aTrialThatIsUnderWayIsNotLost() {
    limiter.turnedAway(SITE);
    clock.pause(COOL_OFF);
    Ticket trial = sent(((Grant.Granted) limiter.ask(SITE, STEADY)).ticket());

    clock.pause(SiteState.LEASE);
    assertThat(limiter.keeps(trial)).isTrue();
    clock.pause(SECOND);
    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Wait.class);
    limiter.ended(trial, answered());
    assertThat(said.lines).last().isEqualTo("homes closed");
  }

  @Test
  void whatWasUnderWayWhenTheBreakerOpenedDoesNotCloseIt() {
    Ticket early = used();
    limiter.turnedAway(SITE);
    limiter.ended(early, new Ending.Answered(Duration.ZERO));
    limiter.ended(early, new Ending.Failed());

    assertThat(limiter.ask(SITE, STEADY)).isInstanceOf(Grant.Shut.class);
  }

  @Test
  void pagesThatTellMuchLessThanTheyUsedToOpenTheBreaker() {
    limiter.judged(SITE, PageWorth.NONE);
    limiter.judged(SITE, new PageWorth(400, 400));
    limiter.judged(SITE, new PageWorth(6, 0));
    assertThat(said.lines).isEmpty();

    limiter.judged(SITE, new PageWorth(1, 0));

    assertThat(said.lines).containsExactly("homes EMPTY_PAGES 900");
  }

  @Test
  void beforeFortyPagesNobodyKnowsWhatIsUsual() {
    limiter.judged(SITE, new PageWorth(29, 29));
    limiter.judged(SITE, new PageWorth(10, 0));
    assertThat(said.lines).isEmpty();

    limiter.judged(SITE, new PageWorth(1, 0));
    assertThat(said.lines).hasSize(1);
  }

  @Test
  void emptyPagesEndWithAPageThatIsNone() {
    limiter.judged(SITE, new PageWorth(40, 40));
    limiter.judged(SITE, new PageWorth(10, 0));
    clock.pause(COOL_OFF);

    limiter.ended(sent(((Grant.Granted) limiter.ask(SITE, STEADY)).ticket()), answered());
    limiter.judged(SITE, new PageWorth(1, 0.2));
    assertThat(said.lines).hasSize(2).last().asString().startsWith("homes EMPTY_PAGES");

    clock.pause(COOL_OFF.multipliedBy(2));
    limiter.ended(sent(((Grant.Granted) limiter.ask(SITE, STEADY)).ticket()), answered());
    limiter.judged(SITE, new PageWorth(1, 1));
    assertThat(said.lines).last().isEqualTo("homes closed");
    limiter.judged(SITE, new PageWorth(1, 0));
    assertThat(limiter.ask(SITE, STEADY)).isNotInstanceOf(Grant.Shut.class);
  }

  /// How many requests are answered in that time at a site of its own, whose invocations crash
  /// with these turns in hand.
  private int answersIn(Duration time, Set<Integer> crashes) {
    String site = "site of crashes " + crashes;
    Instant end = clock.instant().plus(time);
    int turns = 0;
    int answers = 0;
    while (clock.instant().isBefore(end)) {
      switch (limiter.ask(site, STEADY)) {
        case Grant.Granted granted -> {
          clock.pause(Duration.between(clock.instant(), granted.startAt()));
          if (!crashes.contains(turns)) {
            limiter.ended(sent(granted.ticket()), answered());
            answers++;
          }
          turns++;
        }
        case Grant.Wait(Duration wait) -> clock.pause(wait);
        case Grant.Shut(Duration shut) -> throw new AssertionError("shut for " + shut);
      }
    }
    return answers;
  }

  /// Until when the breaker is open after a trial that ended so.
  private Duration opened(Ending ending) {
    Grant.Shut before = (Grant.Shut) limiter.ask(SITE, STEADY);
    clock.pause(before.time());
    limiter.ended(sent(((Grant.Granted) limiter.ask(SITE, STEADY)).ticket()), ending);
    return ((Grant.Shut) limiter.ask(SITE, STEADY)).time();
  }

  private List<Long> delays(Pace pace, Ending ending, int times) {
    List<Long> delays = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      clock.pause(Duration.ofMinutes(5));
      limiter.ended(sent(((Grant.Granted) limiter.ask(SITE, pace)).ticket()), ending);
      delays.add(states.of(SITE).delay().toMillis());
    }
    return delays;
  }

  private static Ending throttled(int seconds) {
    return new Ending.Throttled(Optional.of(Duration.ofSeconds(seconds)));
  }

  private static Ending answered() {
    return new Ending.Answered(Duration.ZERO);
  }

  /// The next turn, however long that takes.
  private Ticket next() {
    for (int asked = 0; asked < 100; asked++) {
      switch (limiter.ask(SITE, STEADY)) {
        case Grant.Granted(Ticket ticket, Instant startAt, Instant _) -> {
          clock.pause(Duration.between(clock.instant(), startAt));
          return sent(ticket);
        }
        case Grant.Wait(Duration time) -> clock.pause(time);
        case Grant.Shut(Duration time) -> throw new AssertionError("shut for " + time);
      }
    }
    throw new AssertionError("no turn");
  }

  private Ticket used() {
    Ticket ticket = ((Grant.Granted) limiter.ask(SITE, STEADY)).ticket();
    limiter.sent(ticket);
    clock.pause(SECOND);
    return ticket;
  }

  private Ticket sent(Ticket ticket) {
    limiter.sent(ticket);
    return ticket;
  }

  private Ticket granted(long millis) {
    return granted(millis, STEADY);
  }

  private Ticket granted(long millis, Pace pace) {
    Grant.Granted granted = (Grant.Granted) limiter.ask(SITE, pace);
    assertThat(granted.startAt()).isEqualTo(NOON.plusMillis(millis));
    return granted.ticket();
  }

  private static Instant startOf(Grant grant) {
    return ((Grant.Granted) grant).startAt();
  }

  private FetchLimiter limiter(String reader) {
    SharedClock shared =
        new SharedClock() {
          @Override
          public Now now() {
            return new Now(clock.instant().minus(doubt), clock.instant().plus(doubt));
          }

          @Override
          public String reader() {
            return reader;
          }
        };
    return new SharedLimiter(states, shared, clock, said, new NoLuck());
  }
}
