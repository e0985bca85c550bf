package com.aiqleads.lambda;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.MDC;

/// Runs the handling of one delivery as such: its ids stand in every log line, its time and its
/// span are kept.
@Singleton
public final class Handling {

  private static final String CORRELATION_ID = "correlationId";

  private final Metrics metrics;
  private final Spans spans;
  private final ActingKey acting;
  private final InstantSource clock;

  Handling(Metrics metrics, Spans spans, ActingKey acting, InstantSource clock) {
    this.metrics = metrics;
    this.spans = spans;
    this.acting = acting;
    this.clock = clock;
  }

  public void run(Delivery delivery, Runnable work) {
    call(
        delivery,
        () -> {
          work.run();
          return delivery;
        });
  }

  public <T> T call(Delivery delivery, Supplier<T> work) {
    Instant begin = clock.instant();
    long start = System.nanoTime();
    boolean failed = true;
    MDC.put(CORRELATION_ID, delivery.correlationId().text());
    try {
      T result = ScopedValue.where(CurrentDelivery.SCOPE, delivery).call(work::get);
      failed = false;
      return result;
    } finally {
      MDC.remove(CORRELATION_ID);
      acting.end();
      metrics.time("handling", delivery.event(), Duration.ofNanos(System.nanoTime() - start));
      spans.ended(delivery, begin, failed);
    }
  }

  /// Called at the end of an invocation: in Lambda nothing runs after it.
  public void end() {
    metrics.flush();
    spans.flush();
  }
}
