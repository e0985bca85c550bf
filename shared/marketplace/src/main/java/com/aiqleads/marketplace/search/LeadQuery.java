package com.aiqleads.marketplace.search;

import org.jspecify.annotations.Nullable;

/// One page of the leads that a filter means.
public record LeadQuery(Filter filter, Sort sort, int limit, @Nullable Hit after) {
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 20;

  public LeadQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " leads, not " + limit);
    }
    if (sort == Sort.NEAREST && !(filter.area() instanceof Area.Near)) {
      throw new IllegalArgumentException("sorting by distance needs a place to be near to");
    }
  }
}
