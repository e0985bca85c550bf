package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.matching.Evidence;
import java.util.List;

/// How well an advertisement fits the lead that it was filed under, and why. Kept with the
/// advertisement, so that a wrong join can be explained and undone.
///
/// @param model the version of the model that weighed it
public record Match(double bits, List<Evidence> evidence, int model) {

  public Match {
    evidence = List.copyOf(evidence);
  }

  /// The advertisement that started its lead.
  static Match founder(int model) {
    return new Match(0, List.of(), model);
  }
}
