package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.ListingId;
import java.util.List;
import java.util.Map;

/// Why the advertisements of a lead are together, and what was taken apart before.
///
/// @param edges of each of its advertisements, by which it was compared
public record LeadHistory(Map<ListingId, List<Edge>> edges, List<Split.Past> splits) {

  public LeadHistory {
    edges = Map.copyOf(edges);
    splits = List.copyOf(splits);
  }
}
