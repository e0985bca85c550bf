package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import java.time.Instant;

/// A plan from a moment on, at the price of that time, which later prices do not change.
public record Step(PlanName plan, Money price, Money credits, Instant from) {

  static Step of(Plan plan, Instant from) {
    return new Step(plan.name(), plan.price(), plan.credits(), from);
  }
}
