package com.aiqleads.marketplace.subscriptions;

/// Why nothing of a subscription is billed or changed until somebody of the house has looked.
public enum Parking {
  /// More than one month has passed without a renewal: nobody pays for what we slept through.
  STOOD_STILL,
  /// The period to bill is billed already.
  BILLED_BEFORE,
  /// More was billed within a day than anybody can mean.
  TOO_MANY_ITEMS
}
