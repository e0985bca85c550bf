package com.aiqleads.marketplace.search;

/// What the index says to one change.
public sealed interface IndexAnswer {

  /// It has this version, or a newer one.
  record Taken() implements IndexAnswer {}

  /// It will never have it, however often it is asked.
  record Refused(String reason) implements IndexAnswer {}

  /// It cannot have it now.
  record Postponed(String reason) implements IndexAnswer {}
}
