package com.aiqleads.acquisition.watching;

import java.time.Instant;
import java.util.List;

/// Why nothing that is read of a scope is told on.
///
/// @param objections to the first batch
/// @param proposals where its fields probably stand now
public record Quarantine(
    Instant since, String parserVersion, List<String> objections, List<String> proposals) {

  public Quarantine {
    objections = List.copyOf(objections);
    proposals = List.copyOf(proposals);
  }
}
