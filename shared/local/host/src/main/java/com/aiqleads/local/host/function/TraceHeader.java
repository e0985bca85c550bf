package com.aiqleads.local.host.function;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/// The trace that X-Ray would have begun: not sampled, as nothing here collects it.
final class TraceHeader {

  private TraceHeader() {}

  static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "Root=1-%08x-%08x%016x;Parent=%016x;Sampled=0"
        .formatted(
            Instant.now().getEpochSecond(), random.nextInt(), random.nextLong(), random.nextLong());
  }
}
