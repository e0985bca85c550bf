package com.aiqleads.platform.raisealert;

import java.time.Instant;
import java.util.Optional;

/// What a change of an alarm calls for.
sealed interface Decision {

  /// Tell those who have not been told of this change.
  record Tell(Alert alert) implements Decision {}

  /// Tell nobody, and know later that this came: what is older may still be on its way.
  record Remember(Alert alert, Reason why) implements Decision {}

  record Ignore(Reason why) implements Decision {}

  enum Reason {
    /// A later change has been seen.
    OLDER,
    /// It is silent already.
    SAME_STATE,
    /// It never rang.
    NOT_RINGING,
    /// It cannot say.
    NO_STATE
  }

  static Decision of(AlarmChange change, Optional<Alert> known) {
    if (change.state() == AlarmState.INSUFFICIENT_DATA) {
      return new Ignore(Reason.NO_STATE);
    }
    Alert after = Alert.after(change);
    return known.map(before -> of(before, after)).orElseGet(() -> first(after));
  }

  private static Decision first(Alert after) {
    return after.ringing()
        ? new Tell(after)
        : new Remember(after.unannounced(), Reason.NOT_RINGING);
  }

  private static Decision of(Alert before, Alert after) {
    if (before.changedAt().isAfter(after.changedAt())) {
      return new Ignore(Reason.OLDER);
    }
    if (before.ringing() != after.ringing()) {
      return new Tell(after);
    }
    return again(before, after.changedAt());
  }

  /// Perhaps somebody could not be told the first time.
  private static Decision again(Alert before, Instant at) {
    boolean isRepeat = before.changedAt().equals(at);
    return before.announced() && (before.ringing() || isRepeat)
        ? new Tell(before.still(at))
        : new Remember(before.still(at), Reason.SAME_STATE);
  }
}
