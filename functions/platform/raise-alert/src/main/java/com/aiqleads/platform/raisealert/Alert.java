package com.aiqleads.platform.raisealert;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// What is known of an alarm: what it last said, and which channels have been told of that.
///
/// @param announced false for the end of what nobody was told of: nobody is told of the end either
record Alert(
    String alarm, boolean ringing, Instant changedAt, Set<String> told, boolean announced) {

  Alert {
    told = Set.copyOf(told);
  }

  /// As the change leaves it, before anybody is told.
  static Alert after(AlarmChange change) {
    return new Alert(
        change.alarm(), change.state() == AlarmState.ALARM, change.changedAt(), Set.of(), true);
  }

  Alert toldTo(String channel) {
    Set<String> more = new HashSet<>(told);
    more.add(channel);
    return new Alert(alarm, ringing, changedAt, more, announced);
  }

  /// It has said the same again, later.
  Alert still(Instant at) {
    return new Alert(alarm, ringing, at, told, announced);
  }

  Alert unannounced() {
    return new Alert(alarm, ringing, changedAt, told, false);
  }
}
