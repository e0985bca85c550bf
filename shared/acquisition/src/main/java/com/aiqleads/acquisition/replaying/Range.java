package com.aiqleads.acquisition.replaying;

import com.aiqleads.acquisition.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Pages of a source that were fetched from a moment on and before another.
///
/// @param market null for all of them
public record Range(Source source, @Nullable String market, Instant from, Instant to) {

  public Range {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a range ends after it begins");
    }
  }

  public boolean holds(Instant fetchedAt) {
    return !fetchedAt.isBefore(from) && fetchedAt.isBefore(to);
  }
}
