package com.aiqleads.acquisition.contacting;

import java.time.Instant;
import java.util.Optional;

/// When the registry was last asked for each area: it may be once in 24 hours.
public interface AreaPulls {

  /// One question; its size is of the last list that was believed, if there was one yet.
  record Pull(Instant at, Optional<Integer> size) {}

  Optional<Pull> last(AreaCode area);

  void note(AreaCode area, Pull pull);
}
