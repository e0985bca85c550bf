package com.aiqleads.marketplace.refunds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What went back to the buyers of all teams, for our own people.
public interface Refunds {

  /// Newest first; only those behind a place, if there is one.
  List<Refund> page(RefundsWanted wanted, Optional<Place> behind, int limit);

  /// Where a refund stands among all.
  record Place(Instant at, RefundId id) {}
}
