package com.aiqleads.platform.checkhealth;

import java.time.Duration;

/// What came of a check.
///
/// @param finding what the store said of itself, if it said anything
record StoreHealth(StoreCheck check, State state, Duration took, String finding) {

  enum State {
    REACHED,
    LATE,
    FAILED
  }

  boolean isReached() {
    return state == State.REACHED;
  }
}
