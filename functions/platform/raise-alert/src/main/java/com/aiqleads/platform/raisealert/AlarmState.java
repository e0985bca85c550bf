package com.aiqleads.platform.raisealert;

/// What an alarm says, by CloudWatch's words.
enum AlarmState {
  OK,
  ALARM,

  /// It cannot say: nothing is told of it, and nothing is over by it.
  INSUFFICIENT_DATA
}
