package com.aiqleads.acquisition.hiring;

import org.jspecify.annotations.Nullable;

/// How many people work somewhere, as a range that a page names, or as a count.
///
/// @param most null where the range is open: `10,001+`
public record Headcount(int least, @Nullable Integer most) {

  public Headcount {
    if (least < 0 || (most != null && most < least)) {
      throw new IllegalArgumentException("a headcount goes from the lower number to the higher");
    }
  }

  /// Whether every number of the other may be one of this.
  public boolean holds(Headcount other) {
    Integer othersMost = other.most;
    return least <= other.least && (most == null || (othersMost != null && othersMost <= most));
  }
}
