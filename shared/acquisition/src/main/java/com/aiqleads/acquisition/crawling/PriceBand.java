package com.aiqleads.acquisition.crawling;

import com.aiqleads.kernel.Money;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prices from one to another, both in whole dollars and within: how a search that shows only so
/// much is asked again in parts.
public record PriceBand(long min, long max) {

  private static final long HIGHEST = 1_000_000_000;
  private static final long CENTS = 100;

  /// Of every price, and of what has none.
  public static final PriceBand ALL = new PriceBand(0, HIGHEST);

  /// What a site calls the ends of a band in the address of a search.
  public record Names(String min, String max) {}

  public static PriceBand in(URI search, Names names) {
    String query = "?" + Objects.requireNonNullElse(search.getRawQuery(), "");
    return new PriceBand(figure(names.min(), query, ALL.min), figure(names.max(), query, ALL.max));
  }

  /// Two bands that part the prices that were seen in halves; none if all of them are one price.
  public List<PriceBand> halves(List<Money> seen) {
    List<Long> within =
        seen.stream()
            .map(price -> price.minorUnits() / CENTS)
            .filter(price -> price >= min && price <= max)
            .sorted()
            .toList();
    if (min >= max || within.isEmpty()) {
      return List.of();
    }
    long middle = Math.min(within.get((within.size() - 1) / 2), max - 1);
    return List.of(new PriceBand(min, middle), new PriceBand(middle + 1, max));
  }

  /// Nothing for an end that is open.
  public String filter(Names names) {
    return (min == ALL.min ? "" : "&" + names.min() + "=" + min)
        + (max == ALL.max ? "" : "&" + names.max() + "=" + max);
  }

  private static long figure(String name, String query, long otherwise) {
    Matcher figure = Pattern.compile("[?&]" + name + "=(\\d{1,10})(?=&|$)").matcher(query);
    return figure.find() ? Long.parseLong(figure.group(1)) : otherwise;
  }
}
