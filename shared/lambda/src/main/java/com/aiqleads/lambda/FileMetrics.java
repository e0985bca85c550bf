package com.aiqleads.lambda;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leaves the figures of this environment in a file of its own, for a host that runs each in a
/// process of its own: at once, and while events follow each other at most ten times a second.
/// Putting a file in another's place takes longer than a small event.
final class FileMetrics implements MetricsOutput {

  /// Runs something after the pause.
  @FunctionalInterface
  interface Later {
    void run(Runnable work);
  }

  private static final Logger LOG = LoggerFactory.getLogger(FileMetrics.class);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final MeterRegistry registry;
  private final PrometheusText text;
  private final Path file;
  private final Later later;
  private boolean pausing;
  private boolean more;

  FileMetrics(MeterRegistry registry, FunctionIdentity function, Path file) {
    this(registry, function, file, FileMetrics::afterPause);
  }

  FileMetrics(MeterRegistry registry, FunctionIdentity function, Path file, Later later) {
    this.registry = registry;
    this.text = new PrometheusText(function);
    this.file = file;
    this.later = later;
  }

  @Override
  public synchronized void flush() {
    if (pausing) {
      more = true;
    } else {
      writeAndPause();
    }
  }

  private void writeAndPause() {
    write();
    more = false;
    pausing = true;
    later.run(this::afterwards);
  }

  private synchronized void afterwards() {
    pausing = false;
    if (more) {
      try {
        writeAndPause();
      } catch (UncheckedIOException e) {
        LOG.warn("figures not left", e);
      }
    }
  }

  /// Whole or not at all, whenever it is read.
  private void write() {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(draft, text.of(registry));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot leave figures in " + file, e);
    }
  }

  private static void afterPause(Runnable work) {
    Thread.ofPlatform()
        .daemon()
        .name("figures")
        .start(
            () -> {
              try {
                Thread.sleep(PAUSE);
                work.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
