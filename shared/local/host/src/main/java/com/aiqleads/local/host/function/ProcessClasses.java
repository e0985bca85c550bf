package com.aiqleads.local.host.function;

import java.nio.file.Path;
import java.util.List;

/// Where a function's process finds its classes.
///
/// @param path the JVM's own class path
/// @param taskRoot what AWS's client loads by a class loader of its own
/// @param options for the JVM
record ProcessClasses(String path, Path taskRoot, List<String> options) {

  /// As AWS does it.
  static ProcessClasses of(DeployedFunction function, RuntimeFiles runtime) {
    return new ProcessClasses(runtime.classPath(), function.artefact(), List.of());
  }
}
