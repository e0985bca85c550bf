package com.aiqleads.local.product;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// From the start of the host's JVM to the ready line, with warm artefacts and seeded data.
final class StartBench {

  private static final double MS_PER_S = 1000;
  private static final double KB_PER_MB = 1024;

  Figures run() throws Exception {
    Path data = Files.createTempDirectory("aiqleads-start");
    try (RunningProduct seeding = RunningProduct.start(data, Map.of())) {
      seeding.awaitReady();
    }
    try (RunningProduct product = RunningProduct.start(data, Map.of())) {
      return Figures.of()
          .with("local-start", product.startTime().toMillis() / MS_PER_S, "s")
          .with("local-memory", ProcessTree.of(product.pid()).memoryKb() / KB_PER_MB, "MB");
    } finally {
      Scratch.delete(data);
    }
  }
}
