package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The leads on sale as the system of record knows them: what a new index is filled from.
public interface Catalog {

  /// In the order of their ids, those after that one.
  List<IndexedLead> page(@Nullable LeadId after, Instant changedSince, int limit);
}
