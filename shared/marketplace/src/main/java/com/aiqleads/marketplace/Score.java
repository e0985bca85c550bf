package com.aiqleads.marketplace;

import java.util.List;

/// 0 to 100, its band in words, and what it is made of.
public record Score(int points, String band, List<Reason> reasons) {
  public static final int MAX_POINTS = 100;

  public Score {
    if (points < 0 || points > MAX_POINTS) {
      throw new IllegalArgumentException("not a score of 0 to 100: " + points);
    }
    reasons = List.copyOf(reasons);
  }
}
