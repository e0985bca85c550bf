package com.aiqleads.lambda;

import jakarta.inject.Singleton;
import java.time.Duration;
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
    long start = System.nanoTime();
    MDC.put(CORRELATION_ID, delivery.correlationId().text());
    try {
      ScopedValue.where(CurrentDelivery.SCOPE, delivery).run(work);
    } finally {
      MDC.remove(CORRELATION_ID);
      metrics.time("handling", delivery.event(), Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
