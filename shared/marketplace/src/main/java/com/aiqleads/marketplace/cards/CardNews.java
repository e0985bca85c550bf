package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// What a team hears about its card, once.
public sealed interface CardNews {

  /// Its money was taken.
  ///
  /// @param invoice the number on paper, unless it filled the wallet
  record Charged(TeamId team, Money amount, Optional<String> invoice, Instant at)
      implements CardNews {}

  /// Its bank paid nothing.
  ///
  /// @param needsPayer only whoever has the card can go on, on the page
  record Refused(
      TeamId team, Money amount, Optional<String> invoice, boolean needsPayer, Instant at)
      implements CardNews {}

  /// It will not pay any more after that month.
  record Expiring(TeamId team, YearMonth lastMonth, Instant at) implements CardNews {}

  record Stopped(TeamId team, Stop why, Instant at) implements CardNews {}
}
