package com.aiqleads.acquisition.crawling;

import java.time.Duration;

/// A market as we call it, and as the sites' search fields do.
///
/// @param cadence the least time from one search of it to the next
public record Market(String market, String place, Duration cadence) {

  /// One that is searched whenever a crawl comes by.
  public Market(String market, String place) {
    this(market, place, Duration.ZERO);
  }
}
