package com.aiqleads.marketplace.sealtransfers;

import com.aiqleads.marketplace.books.Chain;
import jakarta.inject.Singleton;

/// A few thousand at a time: each time is one transaction, and what it has sealed stays sealed.
@Singleton
record SealTransfers(Chain chain) {

  private static final int AT_ONCE = 5_000;
  private static final int MOST_ROUNDS = 40;

  /// How many there were.
  int seal() {
    int sealed = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int more = chain.seal(AT_ONCE);
      sealed += more;
      if (more < AT_ONCE) {
        break;
      }
    }
    return sealed;
  }
}
