package com.aiqleads.marketplace.search;

import java.time.Duration;
import java.time.Instant;

/// Whether the index is being built anew. A rebuild that died counts for [#LONGEST] at most.
public interface Rebuilds {
  Duration LONGEST = Duration.ofMinutes(15);

  /// What became of asking to be the one that rebuilds.
  sealed interface Claim {

    /// It is the one, until it ends or is given up.
    record Taken() implements Claim {}

    /// Another one is, or has died less than [#LONGEST] after its beginning.
    record InProgress(Instant since) implements Claim {}
  }

  Claim begin(RebuildId rebuild);

  /// Nothing happens if it was given up and another one has begun.
  void end(RebuildId rebuild);

  boolean inProgress();
}
