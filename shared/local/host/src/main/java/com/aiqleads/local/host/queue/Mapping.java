package com.aiqleads.local.host.queue;

import java.time.Duration;

/// How one queue is handed to one function.
///
/// @param window how long a batch may wait to fill
/// @param concurrency how many batches may be with the function at once
public record Mapping(
    String functionId,
    String queue,
    String deadLetters,
    int batchSize,
    Duration window,
    int concurrency) {

  private static final int MAX_FIFO_BATCH = 10;
  private static final int MAX_BATCH = 10_000;
  private static final Duration MAX_WINDOW = Duration.ofMinutes(5);

  public Mapping {
    refuse(batchSize < 1 || batchSize > MAX_BATCH, "batch must be 1 to 10000", functionId);
    refuse(
        batchSize > MAX_FIFO_BATCH && window.toSeconds() < 1,
        "a batch above 10 needs a window of 1 s or more",
        functionId);
    refuse(
        window.isNegative() || window.compareTo(MAX_WINDOW) > 0,
        "window must be 0 to 300 s",
        functionId);
    boolean fifo = queue.endsWith(".fifo");
    refuse(fifo && batchSize > MAX_FIFO_BATCH, "an ordered batch is at most 10", functionId);
    refuse(fifo && !window.isZero(), "an ordered queue has no window", functionId);
    refuse(concurrency < 1, "concurrency must be 1 or more", functionId);
  }

  private static void refuse(boolean wrong, String rule, String functionId) {
    if (wrong) {
      throw new IllegalArgumentException(functionId + ": limits: " + rule);
    }
  }
}
