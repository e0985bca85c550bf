package com.aiqleads.platform;

import java.time.Instant;
import java.util.Set;

/// The keys that verifiers can read, and since when they have been exactly these.
public record Publication(Set<String> keyIds, Instant since) {

  public static final Publication NONE = new Publication(Set.of(), Instant.EPOCH);

  public Publication {
    keyIds = Set.copyOf(keyIds);
  }
}
