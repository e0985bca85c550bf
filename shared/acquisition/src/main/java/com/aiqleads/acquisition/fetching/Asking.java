package com.aiqleads.acquisition.fetching;

import com.aiqleads.acquisition.fetching.SiteState.Answer;
import com.aiqleads.acquisition.fetching.SiteState.Asked;
import com.aiqleads.acquisition.fetching.SiteState.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Somebody asks a site for a turn.
///
/// @param site as it is at that moment
/// @param reader of the clock
record Asking(SiteState site, Now now, String reader, Ticket ticket) {

  Asked asked() {
    return switch (site.breaker()) {
      case Breaker.Open open when !now.isPast(open.until()) ->
          new Asked(new Answer.Shut(now.until(open.until())), site);
      case Breaker.Open open ->
          after(site.with(new Breaker.Probing(open.cause(), open.times(), "", Instant.EPOCH)))
              .turn();
      case Breaker.Probing probing
          when !probing.ticket().isEmpty() && !now.isPast(probing.until()) ->
          notYet(site.delay(), site.delay().multipliedBy(2));
      case Breaker.Probing _, Breaker.Closed _ -> turn();
    };
  }

  private Asking after(SiteState change) {
    return new Asking(change, now, reader, ticket);
  }

  private Asked turn() {
    Turn turn = site.turn();
    Duration delay = site.delay();
    if (turn != null) {
      // At some moment between its start and the next, so that all who wait come next as often.
      Duration start = now.until(turn.startAt());
      return notYet(start.plus(delay.dividedBy(10)), start.plus(delay.dividedBy(2)));
    }
    if (!now.isPast(site.throttling().heldUntil())) {
      Duration held = now.until(site.throttling().heldUntil());
      return notYet(held, held.plus(delay));
    }
    if (site.inFlight().size() >= ticket.pace().maxInFlight()) {
      return notYet(delay.dividedBy(4), delay);
    }
    Duration wait = waitOf();
    if (wait.compareTo(SiteState.HORIZON) > 0) {
      return notYet(wait.minus(SiteState.HORIZON), wait.minus(SiteState.HORIZON.dividedBy(2)));
    }
    return given(wait);
  }

  private Asked given(Duration wait) {
    Duration grace = SiteState.grace(site.delay());
    Instant startBy = now.latest().plus(wait).plus(grace);
    Instant end = startBy.plus(SiteState.LEASE);
    Map<String, Instant> leases = new HashMap<>(site.inFlight());
    leases.put(ticket.id(), end);
    SiteState after =
        site.with(new Turn(ticket.id(), now.latest().plus(wait), startBy), leases)
            .with(
                site.breaker() instanceof Breaker.Probing probing
                    ? probing.with(ticket.id(), end)
                    : site.breaker());
    return new Asked(new Answer.Given(wait, grace), after);
  }

  private Asked notYet(Duration atLeast, Duration atMost) {
    return new Asked(new Answer.NotYet(atLeast, atMost), site);
  }

  /// The one who said when it is free knows it without the doubt between clocks.
  private Duration waitOf() {
    Duration wait =
        reader.equals(site.freedBy())
            ? Duration.between(now.latest(), site.freeAt())
            : now.until(site.freeAt());
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
