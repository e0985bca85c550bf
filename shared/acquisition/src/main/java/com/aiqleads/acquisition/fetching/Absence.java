package com.aiqleads.acquisition.fetching;

import java.time.Instant;

/// How often in a row whole searches have not found a page. It proves nothing: sites sort, hide and
/// forget; but it asks for a look.
///
/// @param since the round that missed it first
/// @param until the round that missed it last
public record Absence(int rounds, Instant since, Instant until) {

  public static final Absence NONE = new Absence(0, Instant.EPOCH, Instant.EPOCH);

  /// A round that is told twice, because its end was not kept, counts once.
  Absence missedIn(Instant round) {
    if (rounds == 0) {
      return new Absence(1, round, round);
    }
    return round.isAfter(until) ? new Absence(rounds + 1, since, round) : this;
  }
}
