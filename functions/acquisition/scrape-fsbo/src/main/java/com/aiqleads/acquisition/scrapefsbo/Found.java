package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.fetching.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one page of a search gave.
///
/// @param holdsListings whether the page itself shows whole listings
/// @param listings addresses of listings, each a page of its own
/// @param next where the search goes on; null at its end
record Found(boolean holdsListings, List<String> listings, @Nullable PageRequest next) {

  Found {
    listings = List.copyOf(listings);
  }

  static Found step(PageRequest next) {
    return new Found(false, List.of(), next);
  }

  static Found nothing() {
    return new Found(false, List.of(), null);
  }
}
