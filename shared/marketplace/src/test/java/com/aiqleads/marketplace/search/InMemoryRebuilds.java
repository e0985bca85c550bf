package com.aiqleads.marketplace.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Rebuilds in memory, all of which begin at the same time.
public final class InMemoryRebuilds implements Rebuilds {
  public static final Instant BEGAN = Instant.parse("2026-11-20T09:58:00Z");

  private @Nullable RebuildId inProgress;

  @Override
  public Claim begin(RebuildId rebuild) {
    if (inProgress != null) {
      return new Claim.InProgress(BEGAN);
    }
    inProgress = rebuild;
    return new Claim.Taken();
  }

  @Override
  public void end(RebuildId rebuild) {
    if (rebuild.equals(inProgress)) {
      inProgress = null;
    }
  }

  /// As if the one in progress had been in progress for too long.
  public void giveUp() {
    inProgress = null;
  }

  @Override
  public boolean inProgress() {
    return inProgress != null;
  }
}
