package com.aiqleads.acquisition.resolution;

import java.util.List;

/// How well an advertisement fits a lead, and why. Kept with the advertisement, so that a wrong
/// join can be explained and undone.
public record Match(int score, List<Evidence> evidence) {

  /// Rises when weights or evidence change.
  public static final int MODEL_VERSION = 1;

  static final int THRESHOLD = 8;

  /// The advertisement that started its lead.
  static final Match FOUNDER = new Match(0, List.of());

  public Match {
    evidence = List.copyOf(evidence);
  }

  static Match of(List<Evidence> evidence) {
    return new Match(evidence.stream().mapToInt(Evidence::weight).sum(), evidence);
  }

  boolean isSame() {
    return score >= THRESHOLD;
  }
}
