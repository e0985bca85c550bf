package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;

/// Whether a site is fetched from at all.
public sealed interface Breaker {

  /// Why a site was given up.
  enum Cause {
    /// 401, 403 or 999.
    DENIED,
    /// A proof or a sign-in, as if all were well.
    TURNED_AWAY,
    /// Nothing but requests to be slower, for 900 s.
    THROTTLED,
    /// No answer, or only those of a broken site.
    FAILING,
    /// Pages tell much less than they used to.
    EMPTY_PAGES
  }

  int MAX_FAILURES = 5;
  Duration MAX_OPEN = Duration.ofHours(24);

  /// It is fetched from.
  ///
  /// @param failures in a row
  record Closed(int failures) implements Breaker {}

  /// It was given up.
  ///
  /// @param times how often in a row it was opened
  record Open(Cause cause, Instant until, int times) implements Breaker {}

  /// One request at a time tries whether all is well again.
  ///
  /// @param ticket of that request, empty while there is none
  /// @param until when it counts as lost
  record Probing(Cause cause, int times, String ticket, Instant until) implements Breaker {

    Probing with(String other, Instant lostAt) {
      return new Probing(cause, times, other, lostAt);
    }
  }

  static Breaker closed() {
    return new Closed(0);
  }

  default Breaker opened(Cause cause, Now now, Duration coolOff) {
    return switch (this) {
      case Closed _ -> new Open(cause, now.latest().plus(open(coolOff, 1)), 1);
      // It was told already, by another request that was under way.
      case Open open -> open;
      case Probing probing -> {
        int times = probing.times + 1;
        yield new Open(cause, now.latest().plus(open(coolOff, times)), times);
      }
    };
  }

  /// After a request that brought what was asked for, or at least no complaint.
  default Breaker succeeded(String ticket) {
    return switch (this) {
      case Closed _ -> closed();
      case Open open -> open;
      case Probing probing when !probing.ticket.equals(ticket) -> probing;
      // That pages come says nothing of what is on them.
      case Probing probing when probing.cause == Cause.EMPTY_PAGES ->
          probing.with("", Instant.EPOCH);
      case Probing _ -> closed();
    };
  }

  default Breaker failed(Now now, Duration coolOff) {
    return switch (this) {
      case Closed(int failures) when failures + 1 < MAX_FAILURES -> new Closed(failures + 1);
      case Closed _, Probing _ -> opened(Cause.FAILING, now, coolOff);
      case Open open -> open;
    };
  }

  private static Duration open(Duration coolOff, int times) {
    Duration time = coolOff;
    for (int doubled = 1; doubled < times && time.compareTo(MAX_OPEN) < 0; doubled++) {
      time = time.multipliedBy(2);
    }
    return time.compareTo(MAX_OPEN) > 0 ? MAX_OPEN : time;
  }
}
