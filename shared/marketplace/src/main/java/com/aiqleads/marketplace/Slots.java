package com.aiqleads.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How often a lead may be sold, and how often it still can.
///
/// @param free less what is due to those who wait
/// @param freeAt when the first of those that are held is free again; only if none is free and
///     nobody waits
/// @param waiting how many teams wait
public record Slots(int total, int free, @Nullable Instant freeAt, int waiting) {

  public Slots {
    if (free < 0 || free > total) {
      throw new IllegalArgumentException(free + " of " + total + " slots cannot be free");
    }
  }
}
