package com.aiqleads.acquisition.watching;

import java.util.List;
import java.util.Set;

/// One page as its parser understood it.
///
/// @param outcome `read`, or the code of why it was refused
public record Sighting(String parserVersion, String outcome, List<Sighted> records) {

  static final String READ = "read";

  /// Codes of pages that ought to be readable.
  private static final Set<String> UNREADABLE =
      Set.of("unknown", "unpainted", "malformed", "other_listing", "oversized");

  public Sighting {
    records = List.copyOf(records);
  }

  /// It looks like nothing that we know, or has come to harm.
  boolean isUnknown() {
    return outcome.equals("unknown") || outcome.equals("malformed");
  }

  boolean isUnreadable() {
    return UNREADABLE.contains(outcome);
  }
}
