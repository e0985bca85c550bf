package com.aiqleads.local.host.function;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The isolation by processes, with the runtime that this build has made.
public final class ProcessIsolations {

  static final Path SERVICE =
      Path.of(System.getProperty("repository.root", "../../.."))
          .resolve("shared/local/runtime/target/service")
          .toAbsolutePath()
          .normalize();

  private ProcessIsolations() {}

  public static ProcessIsolation in(Path folder) {
    return new ProcessIsolation(SERVICE, folder, false, Optional.empty());
  }

  /// For compiling against what AWS's runtime offers.
  public static String runtimeClassPath() {
    return Artefact.of(SERVICE).libraries().stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// This process's own children that run that handler.
  static List<ProcessHandle> children(String handler) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").endsWith(handler))
        .toList();
  }
}
