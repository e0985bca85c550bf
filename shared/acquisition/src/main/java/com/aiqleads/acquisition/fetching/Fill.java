package com.aiqleads.acquisition.fetching;

/// How much pages tell of what they should: usually, and lately.
///
/// @param pages how many have been seen
public record Fill(double usually, double lately, int pages) {

  static final Fill UNKNOWN = new Fill(0, 0, 0);

  /// Before so many nobody knows what is usual.
  static final int LEAST_PAGES = 40;

  private static final int LATELY = 10;
  private static final int USUALLY = 400;
  private static final double LEAST_SHARE = 0.5;

  Fill and(PageWorth worth) {
    Fill fill = this;
    for (int page = 0; page < worth.pages(); page++) {
      fill = fill.and(worth.share());
    }
    return fill;
  }

  private Fill and(double share) {
    int seen = Math.min(pages + 1, USUALLY);
    return new Fill(
        usually + (share - usually) / seen,
        lately + (share - lately) / Math.min(seen, LATELY),
        seen);
  }

  boolean hasFallen() {
    return pages >= LEAST_PAGES && lately < LEAST_SHARE * usually;
  }

  /// Whether pages of a trial are as good as usual, or nearly.
  boolean isMetBy(PageWorth worth) {
    return worth.share() >= LEAST_SHARE * usually;
  }

  /// What was seen before is over: the last pages count as usual again.
  Fill anew() {
    return new Fill(usually, usually, pages);
  }
}
