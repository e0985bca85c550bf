package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The leads on sale as the system of record knows them, in the order of their ids: what a new
/// index is filled from.
public interface Catalog {

  List<IndexedLead> page(@Nullable LeadId after, int limit, Instant changedSince);
}
