package com.aiqleads.lambda;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.MDC;

/// Runs the handling of one delivery as such: its ids stand in every log line, its time is kept.
@Singleton
public final class Handling {

  private static final String CORRELATION_ID = "correlationId";

  private final Metrics metrics;

  Handling(Metrics metrics) {
    this.metrics = metrics;
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
    long start = System.nanoTime();
    MDC.put(CORRELATION_ID, delivery.correlationId().text());
    try {
      return ScopedValue.where(CurrentDelivery.SCOPE, delivery).call(work::get);
    } finally {
      MDC.remove(CORRELATION_ID);
      metrics.time("handling", delivery.event(), Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
