package com.aiqleads.marketplace.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A plan that a team pays for by the month.
///
/// @param period the last that was billed
/// @param steps of that period, the first from its beginning on
/// @param lastBilled the number of the last period of which there is a bill: that of the period
public record Subscription(
    SubscriptionId id,
    State state,
    PlanName plan,
    Months months,
    Period period,
    List<Step> steps,
    int lastBilled,
    Optional<Next> next,
    Optional<Parked> parked) {

  public Subscription {
    steps = List.copyOf(steps);
  }

  /// How it stands.
  public enum State {
    ACTIVE,
    /// Nothing is billed and nothing is had until somebody resumes it.
    PAUSED,
    ENDED
  }

  public record Parked(Parking why, Instant since) {}

  boolean isActive() {
    return state == State.ACTIVE;
  }
}
