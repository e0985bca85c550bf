package com.aiqleads.marketplace.holds;

/// What became of the wish to hold a lead longer.
public sealed interface Extension {

  record Extended(Hold hold) implements Extension {}

  /// All extensions are used up, or the longest time of a hold is reached.
  record NoLonger(Hold hold) implements Extension {}

  /// Bought, released or over.
  record Ended(Ending ending) implements Extension {}

  record Unknown() implements Extension {}
}
