package com.aiqleads.marketplace;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.Set;

/// The offers as the system of record keeps them.
public interface Offers {

  /// Until the end of the transaction nobody else gets past here with one of these leads. Once in a
  /// transaction, with everything, before the rest: a version that is being put on sale and the end
  /// of its lead would not see each other.
  void reserve(Set<LeadId> leads);

  /// Withdraws the lead for good as far as this version and older ones go, also if none of them has
  /// come yet.
  Change end(LeadId lead, long version, CorrelationId journey);

  /// The advertisement of a lead that is withdrawn had ended: the first word of it stays, until the
  /// lead is on sale again.
  void noteGone(LeadId lead, long version, Instant at);

  /// Nobody sees how the seller may be reached any more, whoever has bought the lead: as it was up
  /// to this version, and as the last one said if it is not on sale.
  void withhold(LeadId lead, long version);

  /// Keeps the offer unless the same or a newer version of its lead is there already. On sale it
  /// has its contact and its slots; slots that exist stay as they are, so what was sold stays
  /// sold.
  Change store(Offer offer, Standing standing);

  /// Empties what is held of the lead as it was before this version, for good: what comes later of
  /// an older version is ignored. Says how many rows were deleted or emptied; again none.
  long erase(LeadId lead, long version, CorrelationId journey);

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
