package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.matching.Evidence;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.util.List;

/// What was found when an advertisement was compared with another that was known.
///
/// @param lead the other's at that time
/// @param joined whether the two came under one lead by it
public record Edge(
    ListingId other, LeadId lead, double bits, List<Evidence> evidence, boolean joined) {

  public Edge {
    evidence = List.copyOf(evidence);
  }
}
