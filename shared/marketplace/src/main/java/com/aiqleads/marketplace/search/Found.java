package com.aiqleads.marketplace.search;

import java.util.List;
import java.util.Map;

/// One page of hits, how many there are in all, and the counts of each facet's values.
public record Found(long total, List<Hit> hits, Map<Facet, List<FacetValue>> facets) {

  public Found {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }
}
