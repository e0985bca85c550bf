package com.aiqleads.local.host.function;

import java.util.concurrent.atomic.LongAdder;

/// What has happened to one function since the host started.
public final class FunctionFigures {

  private final LongAdder invocations = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder throttles = new LongAdder();
  private final LongAdder invocationNanos = new LongAdder();
  private final LongAdder coldStarts = new LongAdder();
  private final LongAdder coldStartNanos = new LongAdder();
  private final LongAdder failedStarts = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder messages = new LongAdder();
  private final LongAdder failedMessages = new LongAdder();

  void invoked(long nanos, Outcome outcome) {
    invocations.increment();
    invocationNanos.add(nanos);
    if (outcome.failed()) {
      errors.increment();
    }
  }

  /// Turned away, which AWS counts as neither an invocation nor an error.
  void throttled() {
    throttles.increment();
  }

  void started(long nanos) {
    coldStarts.increment();
    coldStartNanos.add(nanos);
  }

  void notStarted() {
    failedStarts.increment();
  }

  public void batch(int size, int failed) {
    batches.increment();
    messages.add(size);
    failedMessages.add(failed);
  }

  public long invocations() {
    return invocations.sum();
  }

  public long errors() {
    return errors.sum();
  }

  public long throttles() {
    return throttles.sum();
  }

  public double invocationSeconds() {
    return invocationNanos.sum() / 1e9;
  }

  public long coldStarts() {
    return coldStarts.sum();
  }

  public double coldStartSeconds() {
    return coldStartNanos.sum() / 1e9;
  }

  public long failedStarts() {
    return failedStarts.sum();
  }

  public long batches() {
    return batches.sum();
  }

  public long messages() {
    return messages.sum();
  }

  public long failedMessages() {
    return failedMessages.sum();
  }
}
