package com.aiqleads.local.product;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// What a process and all it started use, as Linux counts it.
record ProcessTree(ProcessHandle root) {

  /// An environment of any function, where each is a process.
  static final String FUNCTION = "function";

  private static final int MS_PER_TICK = 10;
  /// Of the process, and of its children that have ended: user and system.
  private static final int FIRST_TICKS_FIELD = 11;

  private static final int TICKS_FIELDS = 4;

  static ProcessTree of(long pid) {
    return new ProcessTree(ProcessHandle.of(pid).orElseThrow());
  }

  /// Proportional set size: shared pages are counted once over all processes.
  long memoryKb() throws IOException {
    long sum = 0;
    for (ProcessHandle process : processes().toList()) {
      Path rollup = Path.of("/proc/" + process.pid() + "/smaps_rollup");
      for (String line : lines(rollup)) {
        if (line.startsWith("Pss:")) {
          sum += Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    }
    return sum;
  }

  /// CPU milliseconds so far by component: the host, and each embedded service with its children.
  Map<String, Long> cpuMsByComponent() throws IOException {
    Map<String, Long> byComponent = new LinkedHashMap<>();
    for (ProcessHandle process : processes().toList()) {
      byComponent.merge(component(process), cpuMs(process), Long::sum);
    }
    return byComponent;
  }

  /// Kills every process of an embedded service, as the system does when memory runs out.
  void kill(String component) throws IOException {
    for (ProcessHandle process : processes().toList()) {
      if (component(process).equals(component)) {
        process.destroyForcibly();
      }
    }
  }

  /// Kills one process of a component; whether there was one.
  boolean killOne(String component, Random random) throws IOException {
    List<ProcessHandle> all = new ArrayList<>();
    for (ProcessHandle process : processes().toList()) {
      if (component(process).equals(component)) {
        all.add(process);
      }
    }
    return !all.isEmpty() && all.get(random.nextInt(all.size())).destroyForcibly();
  }

  /// Kills one process of this function; whether there was one.
  boolean killFunction(String context, String function) throws IOException {
    String name = "AWS_LAMBDA_FUNCTION_NAME=aiqleads-local-" + context + "-" + function + "\0";
    for (ProcessHandle process : processes().toList()) {
      String environment = String.join(" ", lines(Path.of("/proc/" + process.pid() + "/environ")));
      if ((environment + "\0").contains(name)) {
        return process.destroyForcibly();
      }
    }
    return false;
  }

  private Stream<ProcessHandle> processes() {
    return Stream.concat(Stream.of(root), root.descendants());
  }

  private String component(ProcessHandle process) throws IOException {
    if (process.pid() == root.pid()) {
      return "functions-and-host";
    }
    String command =
        String.join(" ", lines(Path.of("/proc/" + process.pid() + "/cmdline"))).replace('\0', ' ');
    if (command.contains("FunctionProcess")) {
      return FUNCTION;
    }
    return Stream.of("postgres", "dynamodb", "elasticmq", "s3", "opensearch")
        .filter(command::contains)
        .findFirst()
        .orElse("other");
  }

  private static long cpuMs(ProcessHandle process) throws IOException {
    List<String> stat = lines(Path.of("/proc/" + process.pid() + "/stat"));
    if (stat.isEmpty()) {
      return 0;
    }
    String line = stat.getFirst();
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return MS_PER_TICK
        * Stream.of(fields)
            .skip(FIRST_TICKS_FIELD)
            .limit(TICKS_FIELDS)
            .mapToLong(Long::parseLong)
            .sum();
  }

  private static List<String> lines(Path path) throws IOException {
    try {
      return Files.readAllLines(path);
    } catch (FileSystemException _) {
      // It has ended, or ends while we look.
      return List.of();
    }
  }
}
