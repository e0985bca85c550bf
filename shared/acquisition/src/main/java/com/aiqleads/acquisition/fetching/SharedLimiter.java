package com.aiqleads.acquisition.fetching;

import com.aiqleads.acquisition.fetching.Breaker.Cause;
import com.aiqleads.acquisition.fetching.SiteState.Answer;
import com.aiqleads.acquisition.fetching.SiteStates.Decided;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/// Keeps every site's pace by one state that all functions share, and by a clock that they
/// share.
public final class SharedLimiter implements FetchLimiter {

  private final SiteStates states;
  private final SharedClock shared;
  private final InstantSource clock;
  private final BreakerLog log;
  private final RandomGenerator luck;

  /// Over states and a clock that others share.
  ///
  /// @param clock by which whoever is given a turn waits for it
  public SharedLimiter(
      SiteStates states,
      SharedClock shared,
      InstantSource clock,
      BreakerLog log,
      RandomGenerator luck) {
    this.states = states;
    this.shared = shared;
    this.clock = clock;
    this.log = log;
    this.luck = luck;
  }

  @Override
  public Grant ask(String site, Pace pace) {
    Ticket ticket = new Ticket(site, pace, UUID.randomUUID().toString());
    return states.change(
        site,
        before -> {
          Instant asked = clock.instant();
          SiteState.Asked said = before.ask(shared.now(), shared.reader(), ticket);
          return switch (said.answer()) {
            case Answer.Given(Duration wait, Duration grace) -> {
              Instant startAt = asked.plus(wait);
              yield new Decided<>(
                  new Grant.Granted(ticket, startAt, startAt.plus(grace)),
                  Optional.of(said.after()));
            }
            case Answer.NotYet(Duration atLeast, Duration atMost) ->
                new Decided<>(new Grant.Wait(between(atLeast, atMost)), Optional.empty());
            case Answer.Shut(Duration time) ->
                new Decided<>(new Grant.Shut(time), Optional.empty());
          };
        });
  }

  @Override
  public void sent(Ticket ticket) {
    // Taken before the state is read: the request had left by then.
    Now left = shared.now();
    String reader = shared.reader();
    states.change(
        ticket.site(),
        before -> new Decided<>(true, Optional.of(before.sent(left, reader, ticket))));
  }

  @Override
  public boolean keeps(Ticket ticket) {
    return states.change(
        ticket.site(),
        before -> {
          Optional<SiteState> kept = before.kept(shared.now(), ticket);
          return new Decided<>(kept.isPresent(), kept);
        });
  }

  @Override
  public Duration ended(Ticket ticket, Ending ending) {
    double drawn = luck.nextDouble();
    Now now = shared.now();
    return change(
        ticket.site(),
        (before, _) -> {
          Duration pause = before.pause(ending, drawn);
          return new Decided<>(pause, Optional.of(before.ended(now, ticket, ending, pause)));
        });
  }

  @Override
  public void judged(String site, PageWorth worth) {
    if (worth.pages() > 0) {
      change(
          site,
          (before, now) -> new Decided<>(Duration.ZERO, Optional.of(before.judged(now, worth))));
    }
  }

  @Override
  public void turnedAway(String site) {
    change(
        site,
        (before, now) ->
            new Decided<>(Duration.ZERO, Optional.of(before.opened(Cause.TURNED_AWAY, now))));
  }

  /// A change, and what became of the breaker by it.
  private record Moved(Duration pause, Breaker before, Breaker after) {}

  private Duration change(String site, BiFunction<SiteState, Now, Decided<Duration>> change) {
    Moved moved =
        states.change(
            site,
            before -> {
              Decided<Duration> decided = change.apply(before, shared.now());
              SiteState after = decided.after().orElse(before);
              return new Decided<>(
                  new Moved(decided.result(), before.breaker(), after.breaker()), decided.after());
            });
    tell(site, moved);
    return moved.pause;
  }

  private void tell(String site, Moved moved) {
    if (moved.after instanceof Breaker.Open open && !moved.before.equals(open)) {
      log.opened(site, open.cause(), open.until());
    } else if (moved.after instanceof Breaker.Closed && moved.before instanceof Breaker.Probing) {
      log.closed(site);
    }
  }

  private Duration between(Duration atLeast, Duration atMost) {
    long spread = Math.max(1, atMost.minus(atLeast).toNanos());
    return atLeast.plusNanos(luck.nextLong(spread));
  }
}
