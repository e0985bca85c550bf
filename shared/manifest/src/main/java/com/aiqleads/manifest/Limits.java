package com.aiqleads.manifest;

import java.time.Duration;

/// How much a function may take. `batch`, `window` and `concurrency` matter to functions with a
/// queue only.
public record Limits(int memoryMb, Duration timeout, int batch, Duration window, int concurrency) {

  /// What a manifest leaves unsaid. 512 MB: below that the first call of a JVM explodes.
  public static final Limits DEFAULTS =
      new Limits(512, Duration.ofSeconds(30), 10, Duration.ZERO, 10);
}
