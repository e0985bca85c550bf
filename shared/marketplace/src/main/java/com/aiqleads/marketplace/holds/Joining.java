package com.aiqleads.marketplace.holds;

/// What became of the wish to wait for a lead.
public sealed interface Joining {

  /// Now or before: how many teams come before it.
  record Waiting(long ahead) implements Joining {}

  enum Refused implements Joining {
    NOT_ON_SALE,
    SOLD_OUT,
    ALREADY_OWNED,
    HELD_BEFORE,
    /// Newly on sale: plans with early access come first.
    EARLY,
    /// It can be held at once.
    FREE,
    /// More than the plan allows holds at a time.
    TOO_MANY_WAITS
  }
}
