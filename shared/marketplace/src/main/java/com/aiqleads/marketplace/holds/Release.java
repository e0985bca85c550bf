package com.aiqleads.marketplace.holds;

/// What became of the wish to let a lead go.
public sealed interface Release {

  record Released() implements Release {}

  /// Before: nothing has changed.
  record Ended(Ending ending) implements Release {}

  record Unknown() implements Release {}
}
