package com.aiqleads.acquisition.retaining;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records whose time is over.
public interface AgedRecords {

  /// Leads of which every advertisement ended before the one moment or was seen last before the
  /// other, with their advertisements.
  Map<LeadId, Set<ListingId>> leads(Instant endedBefore, Instant unseenBefore, int limit);

  /// Those of them that are so still. Inside the transaction that reserved their advertisements.
  Map<LeadId, Set<ListingId>> still(Set<LeadId> leads, Instant endedBefore, Instant unseenBefore);

  /// Forgets some rows by a rule that is not of leads; returns how many.
  int forget(RetentionRule rule, Instant before, int limit);

  /// The rules that [#forget] knows: one statement each.
  List<RetentionRule> ofRows();
}
