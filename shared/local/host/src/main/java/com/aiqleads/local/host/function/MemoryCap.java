package com.aiqleads.local.host.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Kills a process that holds more memory than its function may have, as the machine that it would
/// run on does.
final class MemoryCap implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");

  private final int megabytes;
  private final Process process;
  private final Thread watch;
  private volatile @Nullable String exceeded;

  private MemoryCap(int megabytes, Process process) {
    this.megabytes = megabytes;
    this.process = process;
    this.watch = Thread.ofVirtual().name("memory of " + process.pid()).unstarted(this::watch);
  }

  static MemoryCap on(Process process, int megabytes) {
    MemoryCap cap = new MemoryCap(megabytes, process);
    cap.watch.start();
    return cap;
  }

  /// What to say of a process that this has killed.
  Optional<String> exceeded() {
    return Optional.ofNullable(exceeded);
  }

  private void watch() {
    try {
      while (process.isAlive()) {
        check();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    long resident = residentMegabytes(process.pid());
    if (resident > megabytes) {
      exceeded =
          "Runtime exited with error: signal: killed (%d MB used of %d MB)"
              .formatted(resident, megabytes);
      process.destroyForcibly();
    }
  }

  /// Nothing of a process that has ended.
  static long residentMegabytes(long pid) {
    try {
      Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      return resident.find() ? Long.parseLong(resident.group(1)) / 1024 : 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
