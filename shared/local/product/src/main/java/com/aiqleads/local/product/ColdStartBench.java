package com.aiqleads.local.product;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.function.Isolation.Environment;
import com.aiqleads.local.host.function.ProcessIsolation;
import com.aiqleads.manifest.Access;
import com.aiqleads.manifest.AwsNames;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Repository;
import com.aiqleads.manifest.Surroundings;
import com.aiqleads.manifest.Uses;
import com.aiqleads.manifest.Wiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a start costs: processor seconds of each function's own process, driven by AWS's client,
/// until it asks for its first event. Without a snapshot, and so without what is done before one;
/// for functions without a store also with the JVM's cache of an earlier start. Then, for one of
/// these, whose event nobody takes, the first event and the ones after it. And, for one that people
/// wait for, the first request after the hooks around a snapshot have run, as with SnapStart.
final class ColdStartBench {

  private static final int STARTS = 3;
  private static final double MS_PER_S = 1_000;

  private final Repository repository = Manifests.read(RunningProduct.root());
  private final Map<String, Double> cpuSeconds = new TreeMap<>();
  private final Map<String, Double> cachedCpuSeconds = new TreeMap<>();
  private double firstEventMs = Double.MAX_VALUE;
  private double firstEventCpuMs = Double.MAX_VALUE;

  Figures run() throws Exception {
    Path folder = Files.createTempDirectory("aiqleads-cold-start");
    try (ProcessIsolation plain = isolation(folder, false);
        ProcessIsolation cached = isolation(folder, true)) {
      for (FunctionManifest function : repository.functions()) {
        cpuSeconds.put(function.id().text(), cheapestStart(plain, deployed(function, false)));
        if (isSimple(function)) {
          cachedCpuSeconds.put(
              function.id().text(), cheapestStart(cached, deployed(function, false)));
        }
      }
      return figures(firstEvents(plain)).with("first-request", firstRequest(plain), "ms");
    } finally {
      Scratch.delete(folder);
    }
  }

  private static ProcessIsolation isolation(Path folder, boolean cached) {
    Path service = RunningProduct.root().resolve("shared/local/runtime/target/service");
    return new ProcessIsolation(service, folder, cached, Optional.empty());
  }

  private Figures figures(double[] eventMs) {
    Figures figures = Figures.of();
    cpuSeconds.forEach((function, seconds) -> figures.with("cpu-" + function, seconds, "s"));
    double[] warm =
        Arrays.copyOfRange(eventMs, eventMs.length - FirstEvents.EVENTS, eventMs.length);
    Arrays.sort(warm);
    return figures
        .with("cpu-to-ready", slowest(cpuSeconds, ColdStartBench::isSimple), "s")
        .with(
            "cpu-to-ready-sdk", slowest(cpuSeconds, it -> !isSimple(it) && !it.isWaitedFor()), "s")
        .with("cpu-to-ready-api", slowest(cpuSeconds, FunctionManifest::isWaitedFor), "s")
        .with("cpu-to-ready-aot", slowest(cachedCpuSeconds, ColdStartBench::isSimple), "s")
        .with("first-event", firstEventMs, "ms")
        .with("first-event-cpu", firstEventCpuMs, "ms")
        .with("warm-p50", warm[FirstEvents.EVENTS / 2], "ms");
  }

  /// Whether a function's start makes no client of a store.
  private static boolean isSimple(FunctionManifest function) {
    Uses uses = function.uses();
    return !function.isWaitedFor()
        && uses.database() == Access.NONE
        && uses.search() == Access.NONE
        && uses.tables().isEmpty()
        && uses.buckets().isEmpty();
  }

  private double slowest(Map<String, Double> seconds, Predicate<FunctionManifest> which) {
    return repository.functions().stream()
        .filter(which)
        .mapToDouble(function -> seconds.getOrDefault(function.id().text(), 0.0))
        .max()
        .orElseThrow();
  }

  /// The least of a few starts: what disturbs a start makes it dearer, never cheaper.
  private static double cheapestStart(ProcessIsolation isolation, DeployedFunction function)
      throws Exception {
    double least = Double.MAX_VALUE;
    for (int start = 1; start <= STARTS; start++) {
      Set<Long> before = children();
      try (Environment _ = isolation.start(function, start)) {
        least = Math.min(least, cpuMs(startedSince(before)) / MS_PER_S);
      }
    }
    return least;
  }

  private static ProcessHandle startedSince(Set<Long> before) {
    return ProcessHandle.current()
        .children()
        .filter(child -> !before.contains(child.pid()))
        .findFirst()
        .orElseThrow();
  }

  private static double cpuMs(ProcessHandle process) {
    return process.info().totalCpuDuration().orElseThrow().toMillis();
  }

  private static Set<Long> children() {
    return ProcessHandle.current()
        .children()
        .map(ProcessHandle::pid)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// All of the last start's. Of the first ones the cheapest counts, as of the starts: half of the
  /// very first is what this process loads to send it.
  private double[] firstEvents(ProcessIsolation isolation) throws Exception {
    FunctionManifest step = repository.function(FirstEvents.STEP).orElseThrow();
    double[] eventMs = {};
    for (int start = 1; start <= STARTS; start++) {
      Set<Long> before = children();
      try (Environment environment = isolation.start(deployed(step, false), STARTS + start)) {
        ProcessHandle process = startedSince(before);
        double ready = cpuMs(process);
        eventMs =
            FirstEvents.of(
                environment,
                () -> firstEventCpuMs = Math.min(firstEventCpuMs, cpuMs(process) - ready));
        firstEventMs = Math.min(firstEventMs, eventMs[0]);
      }
    }
    return eventMs;
  }

  private double firstRequest(ProcessIsolation isolation) throws Exception {
    FunctionManifest search = repository.function(FirstEvents.SEARCH).orElseThrow();
    try (Environment environment = isolation.start(deployed(search, true), STARTS + 1)) {
      return FirstEvents.request(environment);
    }
  }

  /// As the local stage has it, with addresses at which nobody listens: no start may need one.
  private DeployedFunction deployed(FunctionManifest function, boolean snapStart) {
    String nobody = "http://127.0.0.1:1";
    Map<String, String> more =
        Map.of(
            "AWS_ENDPOINT_URL",
            nobody,
            "AWS_ACCESS_KEY_ID",
            "local",
            "AWS_SECRET_ACCESS_KEY",
            "local");
    Surroundings surroundings =
        new Surroundings("local", DeployedFunction.REGION, nobody, nobody, nobody, more);
    Map<String, String> variables =
        new TreeMap<>(new Wiring(repository, surroundings).environmentOf(function));
    variables.computeIfPresent("AIQLEADS_ROUTES", (_, routes) -> routes.replaceAll("=[^;]*", "="));
    return new DeployedFunction(
        function.id().text(),
        new AwsNames("local").function(function.id()),
        function.id().handlerClass(),
        repository.artefact(function.id()),
        function.limits().timeout(),
        function.limits().memoryMb(),
        1,
        1,
        snapStart,
        variables);
  }
}
