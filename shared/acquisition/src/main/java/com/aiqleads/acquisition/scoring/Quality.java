package com.aiqleads.acquisition.scoring;

import com.aiqleads.acquisition.Reason;
import java.util.List;

/// How good a lead is for a buyer, 0 to 100, and why.
public record Quality(int points, List<Reason> reasons) {

  public Quality {
    if (points < 0 || points > 100) {
      throw new IllegalArgumentException("not 0 to 100 points: " + points);
    }
    reasons = List.copyOf(reasons);
  }

  public QualityBand band() {
    return QualityBand.of(points);
  }
}
