package com.aiqleads.manifest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What AWS would refuse, or quietly cut off.
final class LimitChecks {

  private static final int MIN_MEMORY_MB = 128;
  private static final int MAX_MEMORY_MB = 10_240;
  private static final Duration MAX_TIMEOUT = Duration.ofMinutes(15);

  /// The HTTP API answers 503 after this, whatever the function still does.
  private static final Duration MAX_HTTP_TIMEOUT = Duration.ofSeconds(30);

  private static final int MAX_BATCH = 10_000;
  private static final int MAX_BATCH_WITHOUT_WINDOW = 10;
  private static final Duration MAX_WINDOW = Duration.ofMinutes(5);
  private static final int MIN_CONCURRENCY = 2;
  private static final int MAX_CONCURRENCY = 1000;

  private final FunctionManifest function;
  private final List<Problem> problems;

  private LimitChecks(FunctionManifest function, List<Problem> problems) {
    this.function = function;
    this.problems = problems;
  }

  static List<Problem> problems(Repository repository) {
    List<Problem> problems = new ArrayList<>();
    repository.functions().forEach(function -> new LimitChecks(function, problems).check());
    return problems;
  }

  private void check() {
    Limits limits = function.limits();
    within("memory", limits.memoryMb(), MIN_MEMORY_MB, MAX_MEMORY_MB, "MB");
    Duration longest =
        function.trigger() instanceof Trigger.OnHttp ? MAX_HTTP_TIMEOUT : MAX_TIMEOUT;
    within("timeout", limits.timeout().toSeconds(), 1, longest.toSeconds(), "s");
    if (function.hasQueue()) {
      queue(limits);
    } else {
      withoutQueue(limits);
    }
  }

  private void queue(Limits limits) {
    boolean fifo = function.ordering() instanceof Ordering.By;
    int maxBatch = fifo ? MAX_BATCH_WITHOUT_WINDOW : MAX_BATCH;
    within("batch", limits.batch(), 1, maxBatch, "messages");
    within("window", limits.window().toSeconds(), 0, fifo ? 0 : MAX_WINDOW.toSeconds(), "s");
    within("concurrency", limits.concurrency(), MIN_CONCURRENCY, MAX_CONCURRENCY, "batches");
    if (limits.batch() > MAX_BATCH_WITHOUT_WINDOW && limits.window().isZero()) {
      report("limits.batch", "more than 10 messages need a window of 1 s or more");
    }
  }

  private void withoutQueue(Limits limits) {
    Limits usual = Limits.DEFAULTS;
    if (limits.batch() != usual.batch() || !limits.window().equals(usual.window())) {
      report("limits", "batch and window are for functions that events trigger");
    }
    if (!function.routes().isEmpty() && limits.concurrency() != usual.concurrency()) {
      report("limits.concurrency", "says nothing of a function that people wait for");
    }
    if (function.ordering() instanceof Ordering.By) {
      report("order-by", "is for functions that events trigger");
    }
  }

  private void within(String key, long value, long min, long max, String unit) {
    if (value < min || value > max) {
      String range = "must be " + min + " to " + max + " " + unit + ", not " + value;
      report("limits." + key, range);
    }
  }

  private void report(String key, String text) {
    problems.add(function.origin().problem(key, text));
  }
}
