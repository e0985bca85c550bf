package com.aiqleads.platform.checkhealth;

import com.aiqleads.lambda.Invocations;
import com.aiqleads.lambda.Metrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks all stores at once, each with its own time. Anybody may ask for the health, so an answer
/// serves for a while: many questions are few to the stores.
@Singleton
final class CheckHealth {

  static final Duration KEPT_FOR = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(CheckHealth.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Stores stores;
  private final Invocations invocations;
  private final Metrics metrics;
  private final InstantSource clock;
  private Optional<Health> last = Optional.empty();

  CheckHealth(Stores stores, Invocations invocations, Metrics metrics, InstantSource clock) {
    this.stores = stores;
    this.invocations = invocations;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// One caller asks the stores; those who come meanwhile wait for its answer.
  synchronized Health check() {
    Instant now = clock.instant();
    Health health =
        last.filter(known -> now.isBefore(known.checkedAt().plus(KEPT_FOR)))
            .orElseGet(() -> new Health(now, ask(stores.all())));
    last = Optional.of(health);
    return health;
  }

  private record Answer(Duration took, String finding) {}

  private record Asked(StoreCheck check, Future<Answer> answer) {}

  private List<StoreHealth> ask(List<StoreCheck> checks) {
    long start = System.nanoTime();
    List<Asked> asked =
        checks.stream().map(check -> new Asked(check, threads.submit(timed(check)))).toList();
    List<StoreHealth> found = new ArrayList<>();
    for (Asked one : asked) {
      StoreHealth health = await(one, start);
      report(health);
      found.add(health);
    }
    return found;
  }

  private Callable<Answer> timed(StoreCheck check) {
    return invocations.carried(
        () -> {
          long start = System.nanoTime();
          String finding = check.question().ask();
          return new Answer(Duration.ofNanos(System.nanoTime() - start), finding);
        });
  }

  private static StoreHealth await(Asked asked, long start) {
    StoreCheck check = asked.check();
    Duration waited = Duration.ofNanos(System.nanoTime() - start);
    try {
      long left = Math.max(0, check.limit().minus(waited).toNanos());
      Answer answer = asked.answer().get(left, TimeUnit.NANOSECONDS);
      return new StoreHealth(check, StoreHealth.State.REACHED, answer.took(), answer.finding());
    } catch (TimeoutException _) {
      asked.answer().cancel(true);
      return new StoreHealth(check, StoreHealth.State.LATE, check.limit(), "");
    } catch (ExecutionException e) {
      LOG.atWarn().setCause(e.getCause()).addKeyValue("store", check.name()).log("not reached");
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new StoreHealth(check, StoreHealth.State.FAILED, took, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while stores were asked", e);
    }
  }

  private void report(StoreHealth health) {
    String store = health.check().name();
    metrics.count("store_checks", store, health.state().name().toLowerCase(Locale.ROOT));
    metrics.time("store_check", store, health.took());
  }
}
