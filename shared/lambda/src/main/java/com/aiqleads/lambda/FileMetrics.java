package com.aiqleads.lambda;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Leaves the figures of this environment in a file of its own, for a host that runs each in a
/// process of its own.
final class FileMetrics implements MetricsOutput {

  private final MeterRegistry registry;
  private final PrometheusText text;
  private final Path file;

  FileMetrics(MeterRegistry registry, FunctionIdentity function, Path file) {
    this.registry = registry;
    this.text = new PrometheusText(function);
    this.file = file;
  }

  /// Whole or not at all, whenever it is read.
  @Override
  public void flush() {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(draft, text.of(registry));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot leave figures in " + file, e);
    }
  }
}
