package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Waits for one's turn at a site, sends, and tells how it went. Of one process only one waits,
/// in the order in which they came.
final class Turns {

  /// Turns that may be missed in a row.
  private static final int MAX_MISSED = 200;

  /// More than any deadline leaves time for.
  private static final int MAX_QUESTIONS = 100_000;

  /// So long before its moment a request may see to its connection.
  private static final Duration LEAD = Duration.ofSeconds(1);

  private final FetchLimiter limiter;
  private final Pause pause;
  private final InstantSource clock;
  private final Map<String, Instant> heldUntil = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> queues = new ConcurrentHashMap<>();

  Turns(FetchLimiter limiter, Pause pause, InstantSource clock) {
    this.limiter = limiter;
    this.pause = pause;
    this.clock = clock;
  }

  /// What became of a turn.
  sealed interface Outcome {

    /// An answer came, or none did.
    ///
    /// @param pause that the site gets now
    record Used(PageAnswer answer, Duration pause) implements Outcome {}

    /// It comes only after the deadline.
    record Missing(Duration time) implements Outcome {}
  }

  /// Sends in its turn, or says how long that would take.
  ///
  /// @param meaning what an answer that took so long means for the site's pace
  Outcome use(
      String site,
      Pace pace,
      Instant deadline,
      Function<Departure, PageAnswer> request,
      BiFunction<PageAnswer, Duration, Ending> meaning) {
    for (int missed = 0; missed < MAX_MISSED; missed++) {
      Place place = new Place(queues.computeIfAbsent(site, _ -> new Semaphore(1, true)));
      try {
        switch (asked(site, pace, deadline)) {
          case Grant.Granted granted -> {
            Outcome.Used used = used(new Turn(granted, place), request, meaning);
            if (!(used.answer instanceof PageAnswer.NotSent)) {
              return used;
            }
          }
          case Grant.Wait(Duration time) -> {
            return new Outcome.Missing(time);
          }
          case Grant.Shut(Duration time) -> {
            return new Outcome.Missing(time);
          }
        }
      } finally {
        place.leave();
      }
    }
    return new Outcome.Missing(pace.interval().multipliedBy(MAX_MISSED));
  }

  /// A turn that comes in time; or for how long there is none.
  private Grant asked(String site, Pace pace, Instant deadline) {
    for (int questions = 0; questions < MAX_QUESTIONS; questions++) {
      switch (limiter.ask(site, pace)) {
        case Grant.Shut shut -> {
          return shut;
        }
        case Grant.Wait wait -> {
          if (clock.instant().plus(wait.time()).isAfter(deadline)) {
            return wait;
          }
          pause.pause(wait.time());
        }
        case Grant.Granted granted -> {
          if (!granted.startAt().isAfter(deadline)) {
            return granted;
          }
          limiter.ended(granted.ticket(), new Ending.NotSent());
          return new Grant.Wait(Duration.between(clock.instant(), granted.startAt()));
        }
      }
    }
    return new Grant.Wait(pace.interval());
  }

  private Outcome.Used used(
      Turn turn,
      Function<Departure, PageAnswer> request,
      BiFunction<PageAnswer, Duration, Ending> meaning) {
    pauseUntil(turn.granted.startAt().minus(LEAD));
    PageAnswer answer;
    try {
      answer = request.apply(turn);
    } catch (RuntimeException e) {
      limiter.ended(
          turn.ticket(), turn.leftAt == null ? new Ending.NotSent() : new Ending.Failed());
      throw e;
    }
    Duration held = limiter.ended(turn.ticket(), turn.ending(answer, meaning));
    if (held.isPositive()) {
      heldUntil.put(turn.ticket().site(), clock.instant().plus(held));
    }
    return new Outcome.Used(answer, held);
  }

  private void pauseUntil(Instant time) {
    Duration wait = Duration.between(clock.instant(), time);
    if (wait.isPositive()) {
      pause.pause(wait);
    }
  }

  /// The first place in this process's queue.
  private static final class Place {

    private final Semaphore queue;
    private boolean isLeft;

    private Place(Semaphore queue) {
      queue.acquireUninterruptibly();
      this.queue = queue;
    }

    private void leave() {
      if (!isLeft) {
        isLeft = true;
        queue.release();
      }
    }
  }

  private final class Turn implements Departure {

    private final Grant.Granted granted;
    private final Place place;
    private volatile @Nullable Instant leftAt;

    private Turn(Grant.Granted granted, Place place) {
      this.granted = granted;
      this.place = place;
    }

    private Ticket ticket() {
      return granted.ticket();
    }

    /// A turn given before the site asked for a pause, or used late, is none.
    @Override
    public boolean awaited() {
      pauseUntil(granted.startAt());
      Instant now = clock.instant();
      return !now.isAfter(granted.startBy())
          && !now.isBefore(heldUntil.getOrDefault(ticket().site(), Instant.MIN));
    }

    @Override
    public void left() {
      leftAt = clock.instant();
      limiter.sent(ticket());
      place.leave();
    }

    @Override
    public void underWay() {
      if (leftAt != null && !limiter.keeps(ticket())) {
        throw new IllegalStateException("the place at " + ticket().site() + " is lost");
      }
    }

    private Ending ending(PageAnswer answer, BiFunction<PageAnswer, Duration, Ending> meaning) {
      Instant sentAt = leftAt;
      return sentAt == null
          ? new Ending.NotSent()
          : meaning.apply(answer, Duration.between(sentAt, clock.instant()));
    }
  }
}
