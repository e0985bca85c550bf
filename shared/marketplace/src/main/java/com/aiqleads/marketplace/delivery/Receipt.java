package com.aiqleads.marketplace.delivery;

import java.time.Duration;

/// What the answer of a system means for a lead, whatever its status was.
public sealed interface Receipt {

  /// What the team reads of it. It says nothing of the lead.
  String answer();

  /// It is there.
  record Taken(String answer) implements Receipt {}

  /// It is not, as far as anybody knows.
  ///
  /// @param comeBack no sooner than this
  /// @param mayHaveArrived whether somebody of the team may have the lead all the same
  record Failed(Duration comeBack, String answer, boolean mayHaveArrived) implements Receipt {}

  /// Nothing was sent, since we could not.
  record Busy(String answer) implements Receipt {}

  /// Nothing is wanted there any more.
  ///
  /// @param mayHaveArrived whether it was sent before that was known
  record Gone(String answer, boolean mayHaveArrived) implements Receipt {}
}
