package com.aiqleads.acquisition.fetching;

import com.aiqleads.acquisition.fetching.Breaker.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What all functions know of a site together, and by which they take turns. One turn is given
/// at a time; the next counts from the moment its request had left, which is known only
/// afterwards: so no delay between a grant and a request, however long, brings two requests
/// together.
///
/// @param freeAt no request starts before; moved forward only
/// @param freedBy the reader of the clock that said so
/// @param delay the time from one request to the next, as the site bears it
/// @param turn given away, and not known to have left
/// @param inFlight until when each request under way counts as such
/// @param coolOff as the last pace said
public record SiteState(
    Instant freeAt,
    String freedBy,
    Duration delay,
    @Nullable Turn turn,
    Map<String, Instant> inFlight,
    Throttling throttling,
    Breaker breaker,
    Fill fill,
    Duration coolOff) {

  /// Whoever is under way says so several times in it; whoever crashed holds a place for so long.
  public static final Duration LEASE = Departure.PULSE.multipliedBy(3);

  /// How far ahead a turn is given away; whoever comes earlier asks again.
  static final Duration HORIZON = Duration.ofSeconds(2);

  private static final int TRAVEL = 64;
  private static final Duration LEAST_GRACE = Duration.ofMillis(250);
  private static final Duration MOST_GRACE = Duration.ofSeconds(1);

  /// Nothing is known yet.
  public static final SiteState UNKNOWN =
      new SiteState(
          Instant.EPOCH,
          "",
          Duration.ZERO,
          null,
          Map.of(),
          Throttling.NONE,
          Breaker.closed(),
          Fill.UNKNOWN,
          Pace.of(Pace.MAX_DELAY).coolOff());

  /// Somebody may start between these; afterwards the turn is void.
  public record Turn(String ticket, Instant startAt, Instant startBy) {}

  /// What an asker is told.
  sealed interface Answer {

    /// To start after so long, and no more than the grace later.
    record Given(Duration time, Duration grace) implements Answer {}

    /// To ask again between these.
    record NotYet(Duration atLeast, Duration atMost) implements Answer {}

    record Shut(Duration time) implements Answer {}
  }

  /// An answer, and the state that it leaves.
  record Asked(Answer answer, SiteState after) {}

  public SiteState {
    inFlight = Map.copyOf(inFlight);
  }

  Asked ask(Now now, String reader, Ticket ticket) {
    return new Asking(settled(now, ticket.pace()), now, reader, ticket).asked();
  }

  /// What time alone has changed: a turn that nobody told of may have left at its last moment,
  /// and what nobody has said for a lease to be under way is over.
  private SiteState settled(Now now, Pace pace) {
    Map<String, Instant> leases = new HashMap<>(inFlight);
    leases.values().removeIf(now::isPast);
    SiteState state = with(turn, leases).paced(pace);
    if (turn == null || !now.isPast(turn.startBy)) {
      return state;
    }
    return state.with(null, leases).freed(turn.startBy.plus(spacing(state.delay)), "");
  }

  private SiteState paced(Pace pace) {
    Duration known = delay.isZero() ? pace.firstDelay() : pace.bounded(delay);
    return new SiteState(
        freeAt, freedBy, known, turn, inFlight, throttling, breaker, fill, pace.coolOff());
  }

  SiteState sent(Now now, String reader, Ticket ticket) {
    SiteState state = holds(ticket) ? with(null, inFlight) : this;
    return state.paced(ticket.pace()).freed(now.latest(), reader, ticket.pace());
  }

  private SiteState freed(Instant sent, String reader, Pace pace) {
    return freed(sent.plus(spacing(Pace.longer(delay, pace.interval()))), reader);
  }

  /// Two requests do not travel equally long: what leaves so far apart does not arrive sooner
  /// after one another than the delay.
  static Duration spacing(Duration delay) {
    return delay.plus(delay.dividedBy(TRAVEL));
  }

  /// Nothing if others may count on its place already.
  Optional<SiteState> kept(Now now, Ticket ticket) {
    if (!inFlight.containsKey(ticket.id())) {
      return Optional.empty();
    }
    Instant end = now.latest().plus(LEASE);
    Map<String, Instant> leases = new HashMap<>(inFlight);
    leases.put(ticket.id(), end);
    SiteState state = with(turn, leases);
    return Optional.of(
        breaker instanceof Breaker.Probing probing && probing.ticket().equals(ticket.id())
            ? state.with(probing.with(ticket.id(), end))
            : state);
  }

  SiteState ended(Now now, Ticket ticket, Ending ending, Duration pause) {
    Map<String, Instant> leases = new HashMap<>(inFlight);
    leases.remove(ticket.id());
    SiteState state = with(holds(ticket) ? null : turn, leases).paced(ticket.pace());
    return switch (ending) {
      case Ending.Answered(Duration latency) ->
          state.adapted(ticket.pace().adapted(state.delay, latency)).welcomed(ticket);
      case Ending.Otherwise(Duration latency) ->
          state
              .adapted(Pace.longer(state.delay, ticket.pace().adapted(state.delay, latency)))
              .welcomed(ticket);
      case Ending.Throttled _ -> state.throttled(now, pause);
      case Ending.Denied _ -> state.opened(Cause.DENIED, now);
      case Ending.Failed _ -> state.with(breaker.failed(now, state.coolOff));
      case Ending.NotSent _ -> state.unsent(ticket);
    };
  }

  /// The pause for what ended so.
  Duration pause(Ending ending, double luck) {
    return ending instanceof Ending.Throttled(var retryAfter)
        ? retryAfter.orElseGet(() -> throttling.pause(luck))
        : Duration.ZERO;
  }

  SiteState judged(Now now, PageWorth worth) {
    if (breaker instanceof Breaker.Probing probing && probing.cause() == Cause.EMPTY_PAGES) {
      return fill.isMetBy(worth)
          ? with(Breaker.closed()).with(fill.anew())
          : opened(Cause.EMPTY_PAGES, now);
    }
    SiteState state = with(fill.and(worth));
    boolean isClosed = breaker instanceof Breaker.Closed;
    return isClosed && state.fill.hasFallen() ? state.opened(Cause.EMPTY_PAGES, now) : state;
  }

  SiteState opened(Cause cause, Now now) {
    return with(breaker.opened(cause, now, coolOff));
  }

  private SiteState throttled(Now now, Duration pause) {
    Throttling after = throttling.throttled(now, pause);
    SiteState state = with(after);
    return after.isHopeless(now) || breaker instanceof Breaker.Probing
        ? state.opened(Cause.THROTTLED, now)
        : state;
  }

  private SiteState welcomed(Ticket ticket) {
    return with(throttling.answered()).with(breaker.succeeded(ticket.id()));
  }

  private SiteState unsent(Ticket ticket) {
    boolean probed =
        breaker instanceof Breaker.Probing probing && probing.ticket().equals(ticket.id());
    return probed ? with(((Breaker.Probing) breaker).with("", Instant.EPOCH)) : this;
  }

  private boolean holds(Ticket ticket) {
    return turn != null && turn.ticket.equals(ticket.id());
  }

  static Duration grace(Duration delay) {
    Duration half = Pace.longer(delay.dividedBy(2), LEAST_GRACE);
    return half.compareTo(MOST_GRACE) > 0 ? MOST_GRACE : half;
  }

  private SiteState freed(Instant time, String reader) {
    return time.isAfter(freeAt)
        ? new SiteState(time, reader, delay, turn, inFlight, throttling, breaker, fill, coolOff)
        : this;
  }

  private SiteState adapted(Duration other) {
    return new SiteState(
        freeAt, freedBy, other, turn, inFlight, throttling, breaker, fill, coolOff);
  }

  SiteState with(@Nullable Turn other, Map<String, Instant> leases) {
    return new SiteState(freeAt, freedBy, delay, other, leases, throttling, breaker, fill, coolOff);
  }

  private SiteState with(Throttling other) {
    return new SiteState(freeAt, freedBy, delay, turn, inFlight, other, breaker, fill, coolOff);
  }

  SiteState with(Breaker other) {
    return new SiteState(freeAt, freedBy, delay, turn, inFlight, throttling, other, fill, coolOff);
  }

  private SiteState with(Fill other) {
    return new SiteState(
        freeAt, freedBy, delay, turn, inFlight, throttling, breaker, other, coolOff);
  }
}
