package com.aiqleads.platform.raisealert;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// What is known of an alarm: what it last said, and which channels have been told of that.
record Alert(String alarm, boolean ringing, Instant changedAt, Set<String> told) {

  Alert {
    told = Set.copyOf(told);
  }

  /// As the change leaves it, before anybody is told.
  static Alert after(AlarmChange change) {
    return new Alert(
        change.alarm(), change.state() == AlarmState.ALARM, change.changedAt(), Set.of());
  }

  Alert toldTo(String channel) {
    Set<String> more = new HashSet<>(told);
    more.add(channel);
    return new Alert(alarm, ringing, changedAt, more);
  }
}
