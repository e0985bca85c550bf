package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.CrawledSite;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// A market that is searched on a source.
///
/// @param market as we call it
/// @param place as the source's search does
/// @param cadence the least time from one search of it to the next
/// @param approvedBy who wanted it, or switched it off
public record SearchTarget(
    CrawledSite source,
    String market,
    String place,
    Duration cadence,
    boolean active,
    String approvedBy,
    Instant approvedAt) {

  private static final Pattern MARKET = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final int MAX_PLACE_LENGTH = 80;

  /// Nothing that means something in an address.
  private static final Pattern PLACE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,'-]*");

  public SearchTarget {
    if (!isMarket(market) || !isPlace(place)) {
      throw new IllegalArgumentException("neither a market nor a place of one");
    }
  }

  public static boolean isMarket(String text) {
    return text.length() <= MAX_PLACE_LENGTH && MARKET.matcher(text).matches();
  }

  public static boolean isPlace(String text) {
    return text.length() <= MAX_PLACE_LENGTH && PLACE.matcher(text).matches();
  }
}
