package com.aiqleads.local.host.function;

import java.util.ArrayList;
import java.util.List;

/// How AWS starts the JVM of a Java function.
final class ProcessOptions {

  /// Beside 5005, where the host's own process listens when a function is debugged.
  static final String DEBUGGER =
      "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:5006";

  /// What a function's memory leaves for its heap; the rest is for classes, code and threads.
  private static final int HEAP_PERCENT = 85;

  private static final String CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi";

  private ProcessOptions() {}

  static List<String> of(DeployedFunction function, RuntimeFiles runtime) {
    List<String> options = new ArrayList<>();
    options.add("-Xmx%dm".formatted(function.memoryMegabytes() * HEAP_PERCENT / 100));
    options.add("-XX:+UseSerialGC");
    if (!function.snapStart()) {
      options.add("-XX:TieredStopAtLevel=1");
    }
    options.add("-D%s.NativeClient.JNI=%s".formatted(CLIENT, runtime.nativeLibrary()));
    options.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("--sun-misc-unsafe-memory-access=allow");
    return options;
  }
}
