package com.aiqleads.marketplace.search;

import java.util.List;

/// The search index, written to. It refuses versions that are not newer than what it has.
public interface LeadIndex {

  /// In one request; an answer to each, in their order.
  ///
  /// @throws IndexUnavailable when there is no answer at all
  List<IndexAnswer> apply(List<IndexChange> changes);

  /// An empty index beside the one that is searched.
  Fresh fresh();

  /// Filled by rebuilding.
  interface Fresh {

    /// As [LeadIndex#apply].
    List<IndexAnswer> put(List<IndexChange> changes);

    /// From now on this index is the one that is searched and written; older ones are deleted.
    void takeOver();
  }
}
