package com.aiqleads.marketplace.sealtransfers;

import com.aiqleads.lambda.Portions;
import com.aiqleads.marketplace.books.Chain;
import jakarta.inject.Singleton;

/// A few thousand at a time: each time is one transaction, and what it has sealed stays sealed.
@Singleton
record SealTransfers(Chain chain) {

  private static final Portions PORTIONS = new Portions(5_000, 40);

  /// How many there were.
  int seal() {
    return PORTIONS.all(chain::seal);
  }
}
