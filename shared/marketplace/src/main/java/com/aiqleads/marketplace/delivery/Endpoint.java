package com.aiqleads.marketplace.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// Where a team wants the leads that it buys.
///
/// @param off why nothing is sent there any more, until somebody turns it on again
public record Endpoint(
    EndpointId id, Destination.Kind kind, URI address, Instant addedAt, Optional<Off> off) {

  /// Of one team.
  public static final int MOST = 5;

  public record Off(Reason reason, Instant since) {}

  public enum Reason {
    /// Its server said that it is gone for good.
    GONE,
    /// It took nothing for long.
    FAILING,
    /// Nobody who reads there has agreed to it yet.
    UNCONFIRMED,
    /// Whoever reads there wants no more of it.
    STOPPED
  }
}
