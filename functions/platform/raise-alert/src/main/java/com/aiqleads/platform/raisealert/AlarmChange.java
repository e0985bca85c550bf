package com.aiqleads.platform.raisealert;

import java.time.Instant;

/// An alarm began or ceased to ring.
///
/// @param meaning what it means for people when it rings, as its definition says
/// @param reason what was measured, in CloudWatch's words
record AlarmChange(
    String alarm, AlarmState state, Instant changedAt, String meaning, String reason) {}
