package com.aiqleads.acquisition.proposing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// What was ever proposed, with what became of it, for whoever asks where a value comes from.
public interface Proposals {

  record Kept(
      ListingId listing,
      String field,
      String value,
      String model,
      String verdict,
      Instant proposedAt) {}

  void keep(Collection<Kept> proposals);

  /// The oldest first.
  List<Kept> of(ListingId listing);

  /// Of every listing that a lead was made of, the oldest first.
  List<Kept> of(LeadId lead);
}
