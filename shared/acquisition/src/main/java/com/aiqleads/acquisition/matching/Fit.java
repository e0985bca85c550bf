package com.aiqleads.acquisition.matching;

import java.util.Arrays;
import java.util.List;

/// How well two advertisements fit, and at which levels their features agree.
///
/// @param levels a bit for each piece of evidence
public record Fit(long levels, double bits) {

  public List<Evidence> evidence() {
    return Arrays.stream(Evidence.values()).filter(this::holds).toList();
  }

  public boolean holds(Evidence evidence) {
    return (levels & evidence.bit()) != 0;
  }
}
