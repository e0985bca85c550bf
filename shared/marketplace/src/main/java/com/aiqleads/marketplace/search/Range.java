package com.aiqleads.marketplace.search;

import org.jspecify.annotations.Nullable;

/// From and to, both included; open where null. In cents.
public record Range(@Nullable Long from, @Nullable Long to) {
  public static final Range ALL = new Range(null, null);

  public Range {
    if (from != null && to != null && from > to) {
      throw new IllegalArgumentException("a range from " + from + " to " + to + " is empty");
    }
  }

  public boolean contains(long value) {
    return (from == null || value >= from) && (to == null || value <= to);
  }
}
