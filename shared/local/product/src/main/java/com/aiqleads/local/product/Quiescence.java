package com.aiqleads.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// Waits until nothing waits: every queue is empty and stays so. The host answers by the queue that
/// was busy last: to count all of them each time would be work beside that which is measured.
record Quiescence(ApiClient admin) {

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int LOOKS_IN_A_ROW = 8;

  static Quiescence of(URI admin) {
    return new Quiescence(new ApiClient(admin));
  }

  /// The moment from which on all was empty.
  Instant await(Duration limit) {
    Instant end = Instant.now().plus(limit);
    Instant emptySince = Instant.now();
    for (int looks = 0; looks < LOOKS_IN_A_ROW; looks++) {
      if (!isQuiet()) {
        looks = -1;
      } else if (looks == 0) {
        emptySince = Instant.now();
      }
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("still waiting: " + admin.json("/queues"));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return emptySince;
  }

  private boolean isQuiet() {
    return admin.json("/quiet").path("quiet").asBoolean();
  }

  /// Sends all dead letters back; how many there were.
  long redrive() {
    long dead = dead();
    for (JsonNode queue : admin.json("/queues").path("queues")) {
      if (queue.path("dead").asLong() > 0) {
        admin.post("/redrive/" + queue.path("function").asText(), new byte[0]);
      }
    }
    return dead;
  }

  long dead() {
    long sum = 0;
    for (JsonNode queue : admin.json("/queues").path("queues")) {
      sum += queue.path("dead").asLong();
    }
    return sum;
  }
}
