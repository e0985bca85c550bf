package com.aiqleads.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How often a lead may be sold, and how often it still can.
///
/// @param freeAt when the first of those that are held is free again; only if none is free
public record Slots(int total, int free, @Nullable Instant freeAt) {

  public Slots {
    if (free < 0 || free > total) {
      throw new IllegalArgumentException(free + " of " + total + " slots cannot be free");
    }
  }
}
