package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The leads as the system of record knows them: what a new index is filled from. Pages are in the
/// order of the leads' ids.
public interface Catalog {

  /// All that were ever offered, after that one: also what is no longer on sale, so that no older
  /// version of it comes back.
  List<IndexChange> page(@Nullable LeadId after, int limit);

  /// What has changed since then, after that one; also what is no longer on sale.
  List<IndexChange> changes(@Nullable LeadId after, Instant since, int limit);
}
