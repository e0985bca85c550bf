package com.aiqleads.platform.raisealert;

import java.util.Optional;

/// What a change of an alarm calls for.
sealed interface Decision {

  /// Tell those who have not been told of this change.
  record Tell(Alert alert) implements Decision {}

  record Ignore(Reason why) implements Decision {}

  enum Reason {
    /// A later change has been seen.
    OLDER,
    /// It rings already, or is silent already.
    SAME_STATE,
    /// It never rang.
    NOT_RINGING,
    /// It cannot say.
    NO_STATE
  }

  static Decision of(AlarmChange change, Optional<Alert> known) {
    Alert after = Alert.after(change);
    if (change.state() == AlarmState.INSUFFICIENT_DATA) {
      return new Ignore(Reason.NO_STATE);
    }
    if (known.isEmpty()) {
      return after.ringing() ? new Tell(after) : new Ignore(Reason.NOT_RINGING);
    }
    Alert before = known.orElseThrow();
    if (before.changedAt().isAfter(after.changedAt())) {
      return new Ignore(Reason.OLDER);
    }
    if (before.ringing() != after.ringing()) {
      return new Tell(after);
    }
    // The same change again: perhaps somebody could not be told the first time.
    return before.changedAt().equals(after.changedAt())
        ? new Tell(before)
        : new Ignore(Reason.SAME_STATE);
  }
}
