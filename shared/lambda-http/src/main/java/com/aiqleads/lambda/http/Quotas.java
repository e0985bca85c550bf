package com.aiqleads.lambda.http;

import com.aiqleads.lambda.Invocations;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.http.QuotaCounters.Counter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the requests of known callers against their quotas. When the counters cannot be had,
/// requests pass uncounted: a quota protects our capacity, and to lose the product over it would be
/// the greater loss. Who is unknown is counted by the firewall, by address.
@Singleton
@Requires(property = Quotas.SWITCH)
final class Quotas {

  static final String SWITCH = "aiqleads.quotas";
  static final Duration WINDOW = Duration.ofMinutes(1);

  /// How long a request waits for its counters; and how long they are left alone after a failure,
  /// so that not every request waits for them in vain.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration REST = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(Quotas.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final QuotaCounters counters;
  private final Invocations invocations;
  private final Metrics metrics;
  private final InstantSource clock;
  private final int times;
  private volatile Instant restsUntil = Instant.EPOCH;

  /// @param times how many times the numbers of the table, usually 1
  Quotas(
      QuotaCounters counters,
      Invocations invocations,
      Metrics metrics,
      InstantSource clock,
      @Value("${" + SWITCH + "}") int times) {
    this.counters = counters;
    this.invocations = invocations;
    this.metrics = metrics;
    this.clock = clock;
    this.times = times;
  }

  /// Counts a request of a key of a team; empty if it could not be counted.
  Optional<RateLimits> count(String team, String key, String route) {
    Instant now = clock.instant();
    List<Quota> quotas = QuotaTable.of(route, times);
    Instant window = Instant.ofEpochMilli(now.toEpochMilli() / millis() * millis());
    Optional<RateLimits> limits =
        counted(now, team, window, counters(quotas, key, route))
            .map(count -> RateLimits.of(quotas, count, reset(now, window)));
    metrics.count("quotas", route, outcome(limits));
    return limits;
  }

  private static long millis() {
    return WINDOW.toMillis();
  }

  /// Whole seconds, rounded up: whoever waits so long is let through.
  private static Duration reset(Instant now, Instant window) {
    Duration left = Duration.between(now, window.plus(WINDOW));
    return Duration.ofSeconds(left.plusSeconds(1).minusNanos(1).toSeconds());
  }

  private static List<Counter> counters(List<Quota> quotas, String key, String route) {
    return quotas.stream().map(quota -> counter(quota, key, route)).toList();
  }

  private static Counter counter(Quota quota, String key, String route) {
    return switch (quota.name()) {
      case "team" -> new Counter("all", quota.requests());
      case "key" -> new Counter(key, quota.requests());
      default -> new Counter(key + " " + route, quota.requests());
    };
  }

  private static String outcome(Optional<RateLimits> limits) {
    return limits.map(known -> known.admitted() ? "within" : "exceeded").orElse("uncounted");
  }

  private Optional<QuotaCounters.Count> counted(
      Instant now, String team, Instant window, List<Counter> names) {
    if (now.isBefore(restsUntil)) {
      return Optional.empty();
    }
    Future<QuotaCounters.Count> count =
        threads.submit(invocations.carried(() -> counters.count(team, window, names)));
    try {
      return Optional.of(count.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      count.cancel(true);
      restsUntil = now.plus(REST);
      LOG.atWarn().setCause(e).log("quotas not counted");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a request was counted", e);
    }
  }
}
