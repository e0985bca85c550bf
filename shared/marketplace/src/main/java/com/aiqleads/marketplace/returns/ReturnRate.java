package com.aiqleads.marketplace.returns;

/// How much of what was sold in the last ninety days came back.
///
/// @param of the source, the team or the reason that is counted
/// @param recalled of the returned, those that we found out ourselves
public record ReturnRate(Kind kind, String of, int sold, int returned, int recalled) {

  /// By what it is counted.
  public enum Kind {
    /// Where a lead was found.
    SOURCE,
    TEAM,
    REASON
  }
}
