package com.aiqleads.marketplace;

/// The offers as the system of record keeps them.
public interface Offers {

  /// Keeps the offer unless the same or a newer version of its lead is there already. On sale it
  /// has its contact and its slots; slots that exist stay as they are, so what was sold stays
  /// sold.
  Change store(Offer offer, Standing standing);

  enum Standing {
    ON_SALE,
    WITHDRAWN
  }

  enum Change {
    STORED,
    /// An earlier version may have been on sale until now. Not looked up: it may be about to be put
    /// on sale by a transaction that nobody sees yet.
    TAKEN_OFF_SALE,
    /// As new or newer was there: nothing changed.
    OUTDATED
  }
}
