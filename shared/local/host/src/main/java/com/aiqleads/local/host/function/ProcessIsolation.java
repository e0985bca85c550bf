package com.aiqleads.local.host.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Each environment is a process in which AWS's own runtime interface client asks this host for
/// invocations: real timeouts, memory caps, kills, exits and starts. What it cannot do: freeze an
/// environment between invocations, or restore one from a snapshot; the hooks around a snapshot do
/// run.
public final class ProcessIsolation implements Isolation {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /// Lambda gives a start ten seconds. Here it shares its processors with all that runs, so that
  /// only the time counts in which it had one.
  private static final Duration START_WORK = Duration.ofSeconds(10);

  /// Before a snapshot nobody waits, and Lambda gives more.
  private static final Duration SNAPSHOT_WORK = Duration.ofSeconds(130);

  private static final int REHEARSAL = 0;
  private static final String MAIN = "com.aiqleads.local.runtime.FunctionProcess";

  private final RuntimeFiles runtime;
  private final Folders folders;
  private final Optional<FunctionAotCaches> caches;
  private final Optional<String> debugged;
  private final Duration startWork;

  /// Where the processes leave what they say and what they measure.
  private record Folders(Path logs, Path figures) {

    static Folders in(Path folder) {
      try {
        Path figures = folder.resolve("figures");
        Files.createDirectories(figures);
        return new Folders(Files.createDirectories(folder.resolve("logs")), figures);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make folders in " + folder, e);
      }
    }
  }

  /// @param service what the build left of shared/local/runtime
  /// @param folder for logs, figures and the native library
  /// @param cached starts each function once to keep its classes loaded and linked for later starts
  /// @param debugged the function whose first environment listens for a debugger
  public ProcessIsolation(Path service, Path folder, boolean cached, Optional<String> debugged) {
    this(service, folder, cached, debugged, START_WORK);
  }

  ProcessIsolation(
      Path service, Path folder, boolean cached, Optional<String> debugged, Duration startWork) {
    this.runtime = RuntimeFiles.of(service, folder);
    this.folders = Folders.in(folder);
    this.caches =
        cached
            ? Optional.of(new FunctionAotCaches(runtime, folder.resolve("caches")))
            : Optional.empty();
    this.debugged = debugged;
    this.startWork = startWork;
    deleteFigures();
  }

  /// Why this computer cannot run functions as processes, if so.
  public static Optional<String> refusal() {
    return RuntimeFiles.refusal();
  }

  @Override
  public void deploy(DeployedFunction function) {
    // It starts on its first use.
  }

  @Override
  public Duration startLimit() {
    return START_LIMIT;
  }

  @Override
  public Environment start(DeployedFunction function, int number) throws InitFailed {
    return start(function, number, classes(function));
  }

  private ProcessClasses classes(DeployedFunction function) throws InitFailed {
    if (caches.isEmpty()) {
      return ProcessClasses.of(function, runtime);
    }
    return caches.get().of(function, classes -> start(function, REHEARSAL, classes).finish());
  }

  private ProcessEnvironment start(DeployedFunction function, int number, ProcessClasses classes)
      throws InitFailed {
    RuntimeApi api = new RuntimeApi(function);
    Path figures = folders.figures().resolve("%s-%d.prom".formatted(function.id(), number));
    try {
      Process process = process(function, number, classes, api.address(), figures);
      ProcessEnvironment environment =
          new ProcessEnvironment(
              function,
              process,
              api,
              MemoryCap.on(process, function.memoryMegabytes()),
              () -> delete(figures));
      return started(function, environment);
    } catch (IOException e) {
      api.close();
      throw new InitFailed(function, e);
    }
  }

  private ProcessEnvironment started(DeployedFunction function, ProcessEnvironment environment)
      throws InitFailed {
    try {
      environment.awaitStart(START_LIMIT, function.snapStart() ? SNAPSHOT_WORK : startWork);
      return environment;
    } catch (Exception e) {
      environment.close();
      throw new InitFailed(function, e);
    }
  }

  private Process process(
      DeployedFunction function, int number, ProcessClasses classes, String api, Path figures)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ProcessOptions.of(function, runtime));
    command.addAll(classes.options());
    if (number == 1 && debugged.filter(function.id()::equals).isPresent()) {
      command.add(ProcessOptions.DEBUGGER);
    }
    command.addAll(List.of("-cp", classes.path(), MAIN, function.handler()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(function.artefact().toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        Redirect.appendTo(folders.logs().resolve(function.id() + ".log").toFile()));
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(ProcessVariables.of(function, number, api));
    variables.put("LAMBDA_TASK_ROOT", classes.taskRoot().toString());
    variables.put("AIQLEADS_METRICS", "file");
    variables.put("AIQLEADS_METRICS_FILE", figures.toString());
    return builder.start();
  }

  @Override
  public List<String> figures() {
    try (Stream<Path> files = Files.list(folders.figures())) {
      return files.filter(file -> file.toString().endsWith(".prom")).map(this::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folders.figures(), e);
    }
  }

  /// An environment that ends just now takes its file with it.
  private String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return "";
    }
  }

  private void deleteFigures() {
    try (Stream<Path> files = Files.list(folders.figures())) {
      files.forEach(ProcessIsolation::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + folders.figures(), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  @Override
  public void close() {
    // Its environments belong to their pools.
  }
}
