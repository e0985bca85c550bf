package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one page of a search gave.
///
/// @param holdsListings whether the page itself shows whole listings
/// @param listings addresses of listings, each a page of its own
/// @param next where the search goes on; null at its end
/// @param refusal why something of the page was left; null if nothing was
record Found(
    boolean holdsListings,
    List<String> listings,
    @Nullable PageRequest next,
    @Nullable PageRefusal refusal) {

  /// On one page of results: the sites show about 20.
  static final int MAX_LISTINGS = 500;

  Found {
    listings = List.copyOf(listings);
  }

  static Found answer(@Nullable PageRequest next) {
    return new Found(true, List.of(), next, null);
  }

  static Found links(List<String> listings, @Nullable PageRequest next) {
    return listings.size() <= MAX_LISTINGS
        ? new Found(false, listings, next, null)
        : new Found(false, listings.subList(0, MAX_LISTINGS), next, PageRefusal.CROWDED);
  }

  static Found oversized() {
    return new Found(false, List.of(), null, PageRefusal.OVERSIZED);
  }

  static Found step(PageRequest next) {
    return new Found(false, List.of(), next, null);
  }

  static Found nothing() {
    return new Found(false, List.of(), null, null);
  }
}
