package com.aiqleads.marketplace.pricing;

/// A reverse auction for leads that nobody takes: after the grace, every so many hours so many
/// percent less, down to the least.
public record Unsold(int graceHours, int everyHours, int stepPercent, int leastPercent) {

  public Unsold {
    if (graceHours < 0
        || everyHours < 1
        || stepPercent < 0
        || leastPercent < 1
        || leastPercent > Figures.UNCHANGED_PERCENT) {
      throw new IllegalArgumentException("no reverse auction");
    }
  }

  int percent(long hours) {
    if (hours < graceHours) {
      return Figures.UNCHANGED_PERCENT;
    }
    long steps = Math.min((hours - graceHours) / everyHours, Figures.UNCHANGED_PERCENT) + 1;
    long less = steps * stepPercent;
    return (int) Math.max(leastPercent, Figures.UNCHANGED_PERCENT - less);
  }
}
