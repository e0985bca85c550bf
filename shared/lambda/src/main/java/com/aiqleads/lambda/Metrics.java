package com.aiqleads.lambda;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Counts what happens to events and requests, and lets the figures out after each invocation.
@Singleton
public final class Metrics {

  private final MeterRegistry registry;
  private final MetricsOutput output;

  Metrics(MeterRegistry registry, MetricsOutput output) {
    this.registry = registry;
    this.output = output;
  }

  public void count(String name, String of, String outcome) {
    registry.counter(name, "of", of, "outcome", outcome).increment();
  }

  public void time(String name, String of, Duration duration) {
    registry.timer(name, "of", of).record(duration);
  }

  void flush() {
    output.flush();
  }
}
