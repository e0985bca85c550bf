package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import java.util.List;

/// The search index, written to. It refuses versions that are not newer than what it has.
public interface LeadIndex {

  void put(List<IndexedLead> leads);

  void remove(LeadId lead, long version);

  /// An empty index beside the one that is searched.
  Fresh fresh();

  interface Fresh {
    void put(List<IndexedLead> leads);

    /// From now on this index is the one that is searched and written; older ones are deleted.
    void takeOver();
  }
}
