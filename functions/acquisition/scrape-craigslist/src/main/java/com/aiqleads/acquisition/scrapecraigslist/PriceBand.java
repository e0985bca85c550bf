package com.aiqleads.acquisition.scrapecraigslist;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prices from one to another, both in whole dollars and within.
record PriceBand(long min, long max) {

  private static final long HIGHEST = 1_000_000_000;
  static final PriceBand ALL = new PriceBand(0, HIGHEST);

  private static final Pattern MIN = Pattern.compile("[?&]min_price=(\\d{1,10})(?=&|$)");
  private static final Pattern MAX = Pattern.compile("[?&]max_price=(\\d{1,10})(?=&|$)");

  static PriceBand in(URI search) {
    String query = "?" + Objects.requireNonNullElse(search.getRawQuery(), "");
    return new PriceBand(figure(MIN, query, ALL.min), figure(MAX, query, ALL.max));
  }

  /// Two bands that part the prices that were seen in halves; none if all of them are one price.
  List<PriceBand> halves(List<Long> seen) {
    List<Long> within =
        seen.stream().filter(price -> price >= min && price <= max).sorted().toList();
    if (min >= max || within.isEmpty()) {
      return List.of();
    }
    long middle = Math.min(within.get((within.size() - 1) / 2), max - 1);
    return List.of(new PriceBand(min, middle), new PriceBand(middle + 1, max));
  }

  /// The site's own words for it; nothing for an end that is open.
  String filter() {
    return (min == ALL.min ? "" : "&min_price=" + min)
        + (max == ALL.max ? "" : "&max_price=" + max);
  }

  private static long figure(Pattern name, String query, long otherwise) {
    Matcher figure = name.matcher(query);
    return figure.find() ? Long.parseLong(figure.group(1)) : otherwise;
  }
}
