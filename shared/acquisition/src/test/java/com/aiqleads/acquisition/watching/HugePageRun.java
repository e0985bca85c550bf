package com.aiqleads.acquisition.watching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Pages of 10 MB in a JVM of its own, with the heap that a function's memory leaves.
///
/// @param heapMegabytes the most that it may have
record HugePageRun(int heapMegabytes, int status, List<String> lines) {

  /// As in its manifest, where that says nothing.
  private static final int USUAL_MEMORY = 512;

  /// As AWS and the local cloud start it; the rest is for classes, code and threads.
  private static final int HEAP_PERCENT = 85;

  private static final Pattern MEMORY = Pattern.compile("memory: (\\d+) MB");
  private static final String PEAK = "peak: ";

  /// @param step `scrape` or `parse`
  static HugePageRun of(String function, String step) throws IOException {
    int heap = memoryMegabytes(function) * HEAP_PERCENT / 100;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                HugePages.class.getName(),
                step)
            .redirectErrorStream(true)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    return new HugePageRun(heap, process.onExit().join().exitValue(), lines);
  }

  private static int memoryMegabytes(String function) throws IOException {
    Path manifest =
        Path.of(
            System.getProperty("repository.root"),
            "functions/acquisition/" + function + "/function.yaml");
    return MEMORY
        .matcher(Files.readString(manifest))
        .results()
        .map((MatchResult found) -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElse(USUAL_MEMORY);
  }

  int peakMegabytes() {
    return lines.stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> Integer.parseInt(line.substring(PEAK.length())))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(String.join("\n", lines)));
  }
}
