package com.aiqleads.marketplace.subscriptions;

/// What a subscription turns into when its period is over, if not the same again.
public sealed interface Next {

  record Change(PlanName plan) implements Next {}

  record Pause() implements Next {}

  record End() implements Next {}
}
