package com.aiqleads.marketplace.subscriptions;

import java.time.Instant;
import java.util.Optional;

/// One thing to write down of a team's subscription.
public sealed interface Act {

  /// Begins, with its first period still to be billed.
  record Begin(SubscriptionId id, PlanName plan, Months months) implements Act {}

  /// Issues an invoice, and makes its plan and its period the subscription's.
  record Issue(Bill bill) implements Act {}

  record Pay(InvoiceId invoice) implements Act {}

  /// An invoice could not be paid, once more.
  record Fail(InvoiceId invoice, Failure why, int tries, Optional<Instant> nextTry)
      implements Act {}

  /// Nobody asks for it any more.
  record WriteOff(InvoiceId invoice) implements Act {}

  /// What it turns into when its period is over.
  record Arrange(SubscriptionId id, Optional<Next> next) implements Act {}

  record Turn(SubscriptionId id, Subscription.State state) implements Act {}

  record Park(SubscriptionId id, Parking why) implements Act {}

  /// Goes on behind that period, whatever was billed before it.
  record Release(SubscriptionId id, Period last) implements Act {}
}
