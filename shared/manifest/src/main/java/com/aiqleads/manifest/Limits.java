package com.aiqleads.manifest;

import java.time.Duration;

/// How much a function may take. `batch` and `window` matter to functions with a queue only.
/// `concurrency` bounds how many batches of a queue are handled at once, and how often a function
/// that a schedule or an operator starts runs at once; it says nothing of what people wait for.
public record Limits(int memoryMb, Duration timeout, int batch, Duration window, int concurrency) {

  /// What a manifest leaves unsaid. 512 MB: below that the first call of a JVM explodes.
  public static final Limits DEFAULTS =
      new Limits(512, Duration.ofSeconds(30), 10, Duration.ZERO, 10);
}
