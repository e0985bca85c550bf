package com.aiqleads.local.host;

import com.aiqleads.manifest.Repository;
import java.util.List;

/// With class loaders for an isolation, debugging a function means debugging this process.
final class Debugging {

  private static final String AGENT = "-agentlib:jdwp=";

  private Debugging() {}

  /// Checks that a debugger can do what was asked for.
  ///
  /// @param jvmArguments how this JVM was started
  static void check(
      String function,
      IsolationChoice isolation,
      Repository repository,
      List<String> jvmArguments) {
    if (function.isBlank()) {
      return;
    }
    if (repository.function(function).isEmpty()) {
      throw new StartRefused(
          "-D%s=%s: there is no such function".formatted(LocalOptions.DEBUG, function));
    }
    if (isolation != IsolationChoice.IN_PROCESS) {
      return;
    }
    if (jvmArguments.stream().noneMatch(argument -> argument.startsWith(AGENT))) {
      throw new StartRefused(
          "-D%s needs a JVM with %stransport=dt_socket,server=y,suspend=n,address=127.0.0.1:5005"
              .formatted(LocalOptions.DEBUG, AGENT));
    }
  }
}
