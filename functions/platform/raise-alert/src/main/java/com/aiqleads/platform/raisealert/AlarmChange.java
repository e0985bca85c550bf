package com.aiqleads.platform.raisealert;

import java.time.Instant;

/// An alarm began or ceased to ring.
///
/// @param meaning what it means for people when it rings, as its definition says
/// @param reason what was measured, in the words of whoever watches
record AlarmChange(
    String alarm,
    AlarmState state,
    Severity severity,
    Instant changedAt,
    String meaning,
    String reason) {

  /// By CloudWatch, where the name says how bad it is.
  AlarmChange(String alarm, AlarmState state, Instant changedAt, String meaning, String reason) {
    this(alarm, state, Severity.of(alarm), changedAt, meaning, reason);
  }
}
