package com.aiqleads.marketplace.holds;

import java.time.ZoneId;
import java.util.List;

/// The limits of a team, at most one for each span, and where its days begin.
public record Limits(ZoneId zone, List<Limit> limits) {

  public Limits {
    limits = List.copyOf(limits);
    if (limits.stream().map(Limit::span).distinct().count() < limits.size()) {
      throw new IllegalArgumentException("two limits of one span");
    }
  }
}
