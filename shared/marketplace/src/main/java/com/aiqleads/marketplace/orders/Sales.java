package com.aiqleads.marketplace.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What all teams bought, for our own people.
public interface Sales {

  /// Newest first; only those behind a place, if there is one.
  List<Sale> page(SalesWanted wanted, Optional<Place> behind, int limit);

  /// Where a sale stands among all.
  record Place(Instant at, OrderId order) {}
}
