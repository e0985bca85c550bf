package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.util.List;

/// What teams have bought.
public interface Orders {

  /// Pays with what is in the wallet: all holds or none, in one transaction.
  Purchase checkOut(TeamId team, Checkout checkout);

  /// The newest of those placed before then, newest first.
  List<Order> of(TeamId team, Instant before, int limit);
}
