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

  /// Has the figures of an event there, at nothing, before the first one comes: who watches them
  /// sees that one, too, and it does not wait until they are made.
  void expect(String event) {
    registry.counter("handled", "of", event, "outcome", "done");
    registry.timer("handling", "of", event);
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
