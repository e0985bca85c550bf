package com.aiqleads.marketplace.releaseholds;

import com.aiqleads.marketplace.holds.Holds;
import jakarta.inject.Singleton;

/// Only housekeeping: a hold that is over is over for everybody who looks.
@Singleton
record ReleaseHolds(Holds holds) {

  private static final int HOLDS_AT_ONCE = 1_000;
  private static final int MOST_ROUNDS = 20;

  /// How many have ended.
  int release() {
    int ended = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int more = holds.endOverdue(HOLDS_AT_ONCE);
      if (more == 0) {
        break;
      }
      ended += more;
    }
    return ended;
  }
}
