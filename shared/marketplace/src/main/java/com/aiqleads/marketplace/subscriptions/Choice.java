package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import java.time.Instant;

/// What becomes of a wish of a team: to have a plan, to pause, to go on.
public sealed interface Choice {

  /// At once, for what it costs.
  record Now(Bill bill) implements Choice {}

  /// When what is paid for is over.
  record Later(Instant at) implements Choice {}

  /// As it was, or as it was meant before.
  record Unchanged() implements Choice {}

  record TooLittleCredit(Money total, Money purchased) implements Choice {}

  record Refused(Reason why) implements Choice {}

  /// Why not.
  enum Reason {
    NO_SUCH_PLAN,
    NO_SUBSCRIPTION,
    /// First it is resumed, or ended.
    PAUSED,
    /// First it is paid what is due.
    UNPAID,
    PARKED,
    /// The month is over and the next is not billed yet, which comes first.
    DUE,
    TOO_MANY_CHANGES
  }
}
