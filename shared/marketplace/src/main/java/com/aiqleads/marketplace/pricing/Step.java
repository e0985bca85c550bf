package com.aiqleads.marketplace.pricing;

import java.util.List;

/// From this value on, until the next step begins, a price is so many percent of what it was.
public record Step(long from, int percent) {

  public Step {
    if (from < 0 || percent < 0 || percent > Figures.MAX_PERCENT) {
      throw new IllegalArgumentException("no step: from " + from + " " + percent + " %");
    }
  }

  /// The last step that has begun.
  static int percent(List<Step> steps, long value) {
    int percent = Figures.UNCHANGED_PERCENT;
    for (Step step : steps) {
      if (step.from() <= value) {
        percent = step.percent();
      }
    }
    return percent;
  }

  /// Each begins after the one before it.
  static boolean areInOrder(List<Step> steps) {
    for (int place = 1; place < steps.size(); place++) {
      if (steps.get(place - 1).from() >= steps.get(place).from()) {
        return false;
      }
    }
    return true;
  }
}
