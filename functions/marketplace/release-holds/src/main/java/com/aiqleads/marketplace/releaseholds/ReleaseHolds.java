package com.aiqleads.marketplace.releaseholds;

import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.wallet.Wallets;
import jakarta.inject.Singleton;

/// Only housekeeping: a hold that is over is over for everybody who looks, and so is credit. A few
/// teams at a time, since they wait meanwhile.
@Singleton
record ReleaseHolds(Holds holds, Wallets wallets) {

  private static final int AT_ONCE = 50;
  private static final int MOST_ROUNDS = 200;

  /// How many have ended.
  int release() {
    wallets.expire(AT_ONCE);
    int ended = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int more = holds.endOverdue(AT_ONCE);
      if (more == 0) {
        break;
      }
      ended += more;
    }
    return ended;
  }
}
