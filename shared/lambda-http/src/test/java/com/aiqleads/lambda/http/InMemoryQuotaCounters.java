package com.aiqleads.lambda.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Singleton
@Replaces(DynamoDbQuotaCounters.class)
@Requires(property = "quotas", value = "in-memory")
final class InMemoryQuotaCounters implements QuotaCounters {

  private final Map<String, Integer> counts = new HashMap<>();
  private boolean oneWindow;
  private boolean down;
  private int asked;

  @Override
  public synchronized Count count(String team, Instant window, List<Counter> counters) {
    asked++;
    if (down) {
      throw new IllegalStateException("the counters do not answer");
    }
    String row = team + "/" + (oneWindow ? Instant.EPOCH : window) + "/";
    boolean admitted =
        counters.stream().allMatch(it -> counts.getOrDefault(row + it.name(), 0) < it.limit());
    if (admitted) {
      counters.forEach(it -> counts.merge(row + it.name(), 1, Integer::sum));
    }
    return new Count(
        admitted, counters.stream().map(it -> counts.getOrDefault(row + it.name(), 0)).toList());
  }

  /// From now on no minute ends, however slow the test is.
  synchronized void stopTheClock() {
    oneWindow = true;
  }

  synchronized void goDown() {
    down = true;
  }

  synchronized int timesAsked() {
    return asked;
  }
}
