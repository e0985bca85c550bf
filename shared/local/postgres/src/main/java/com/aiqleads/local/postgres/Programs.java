package com.aiqleads.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs PostgreSQL's programs. They refuse to run as root, so root runs them in a user namespace of
/// their own, where it is nobody and yet owns its files.
record Programs(Path home, List<String> prefix) {
  private static final String SETPRIV = "/usr/bin/setpriv";

  static Programs in(Path home) {
    return new Programs(home, isRoot() ? List.of("unshare", "--user") : List.of());
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /// A program that the kernel ends when this thread ends, where it can be told so; elsewhere the
  /// next start ends what a killed wrapper left.
  ProcessBuilder prepareToEndWithUs(List<String> command) {
    var builder = prepare(command);
    if (Files.isExecutable(Path.of(SETPRIV))) {
      builder.command().addAll(prefix.size(), List.of(SETPRIV, "--pdeathsig", "INT"));
    }
    return builder;
  }

  void run(List<String> command) throws IOException, InterruptedException {
    finish(prepare(command));
  }

  void finish(ProcessBuilder builder) throws IOException, InterruptedException {
    int status = builder.start().waitFor();
    if (status != 0) {
      throw new IOException("%s ended with %d".formatted(builder.command(), status));
    }
  }

  /// Output goes where ours goes. The locale of whoever starts us must not change the messages.
  ProcessBuilder prepare(List<String> command) {
    var line = new ArrayList<>(prefix);
    line.add(home.resolve("bin").resolve(command.getFirst()).toString());
    line.addAll(command.subList(1, command.size()));
    var builder =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LC_ALL", "C");
    return builder;
  }
}
