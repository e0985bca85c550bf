package com.aiqleads.marketplace.standing;

/// What a lead's allocation says to one standing order.
public sealed interface Verdict {

  record Bought() implements Verdict {}

  record Missed(Miss why) implements Verdict {}

  /// Nobody knows before it is tried.
  record ToTry() implements Verdict {}

  /// Depends on one that is to be tried before.
  record Waiting() implements Verdict {}
}
