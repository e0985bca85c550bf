package com.aiqleads.marketplace.wallet;

import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/// Money that comes into a wallet.
///
/// @param priority what has the lowest is spent first
/// @param note why, for whoever reads the statement
public record Grant(
    TransferId id, Kind kind, Money amount, int priority, Optional<Instant> until, String note) {

  public static final int USUAL_PRIORITY = 25;
  private static final int LAST_PRIORITY = 50;

  public enum Kind {
    /// Not paid for: spent before what was, where both have the same priority.
    GIFT,
    TOP_UP
  }

  public Grant {
    if (amount.minorUnits() <= 0) {
      throw new IllegalArgumentException("a grant is more than nothing: " + amount);
    }
    if (priority < 1 || priority > LAST_PRIORITY) {
      throw new IllegalArgumentException("a priority is 1 to " + LAST_PRIORITY + ": " + priority);
    }
  }
}
