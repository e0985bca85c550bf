package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.Ending;
import java.time.Instant;

/// What became of a checkout: all is bought, or nothing has changed.
public sealed interface Purchase {

  record Paid(Money amount, Instant at) implements Purchase {}

  /// The same order came before.
  record PaidBefore(Money amount, Instant at) implements Purchase {}

  /// The id is of another order.
  record IdReused() implements Purchase {}

  record UnknownHold() implements Purchase {}

  record HoldEnded(LeadId lead, Ending ending) implements Purchase {}

  /// Somebody may be paying for it by card at this moment.
  record BeingPaid(LeadId lead) implements Purchase {}

  record NotOnSale(LeadId lead) implements Purchase {}

  /// The holds cost something else than the buyer has seen.
  record CartChanged(Money amount) implements Purchase {}

  record TooLittleCredit(Money amount, Money available) implements Purchase {}
}
