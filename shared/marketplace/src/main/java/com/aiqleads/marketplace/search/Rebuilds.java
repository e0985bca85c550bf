package com.aiqleads.marketplace.search;

import java.time.Duration;

/// Whether the index is being built anew. A rebuild that died counts for [#LONGEST] at most.
public interface Rebuilds {
  Duration LONGEST = Duration.ofMinutes(15);

  /// False if another one is in progress.
  boolean begin();

  void end();

  boolean inProgress();
}
