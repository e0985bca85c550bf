package com.aiqleads.marketplace.subscriptions;

/// What came of looking at a subscription.
public enum Renewal {
  NOTHING_DUE,
  RENEWED,
  /// It goes on, and its invoice could not be paid.
  FAILED,
  /// What was unpaid is paid.
  RECOVERED,
  PAUSED,
  ENDED,
  /// Ended over what was not paid.
  LOST,
  PARKED
}
