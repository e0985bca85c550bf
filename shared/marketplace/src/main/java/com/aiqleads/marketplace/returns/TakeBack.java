package com.aiqleads.marketplace.returns;

import java.time.Instant;

/// What became of the wish to give a lead back.
public sealed interface TakeBack {

  record Accepted(ReturnDesk.Taken taken) implements TakeBack {}

  /// For this reason.
  ///
  /// @param until when it could have been given back for this reason
  record TooLate(Instant until) implements TakeBack {}

  /// All of its price came back for other reasons.
  record GivenBackBefore() implements TakeBack {}
}
