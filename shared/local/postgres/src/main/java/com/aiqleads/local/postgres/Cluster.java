package com.aiqleads.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One data directory of PostgreSQL.
record Cluster(Programs programs, Path data, Path passwordFile) {
  /// Made in a draft folder and renamed when whole: a kill in between leaves nothing half done.
  void createIfMissing() throws IOException, InterruptedException {
    if (Files.exists(data)) {
      return;
    }
    Path draft = data.resolveSibling("draft");
    deleteTree(draft);
    Files.createDirectories(data.getParent());
    // The builtin locale sorts alike on every system; --no-sync, as a draft can be made again.
    programs.run(
        List.of(
            "initdb",
            "--pgdata=" + draft,
            "--username=postgres",
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--no-sync",
            "--no-instructions"));
    createDatabase(draft);
    Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private void createDatabase(Path draft) throws IOException, InterruptedException {
    Path statement = Files.writeString(draft.resolve("create.sql"), "CREATE DATABASE aiqleads;\n");
    programs.finish(
        programs
            .prepare(List.of("postgres", "--single", "-F", "-D", draft.toString(), "postgres"))
            .redirectInput(statement.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD));
    Files.delete(statement);
  }

  /// Ends a postmaster that outlived its wrapper, and forgets one that did not: PostgreSQL refuses
  /// to start when the old number belongs to some other process by now.
  void clearDeadRun() throws IOException, InterruptedException {
    Path pidFile = data.resolve("postmaster.pid");
    if (Files.exists(pidFile) && isOurs(Files.readAllLines(pidFile))) {
      stop("immediate");
    }
    Files.deleteIfExists(pidFile);
  }

  private boolean isOurs(List<String> pidFile) {
    return !pidFile.isEmpty()
        && ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip()))
            .flatMap(process -> process.info().commandLine())
            .filter(line -> line.contains(data.toString()))
            .isPresent();
  }

  void stop(String mode) throws IOException, InterruptedException {
    programs.run(
        List.of("pg_ctl", "stop", "-s", "-w", "-t", "8", "-m", mode, "-D", data.toString()));
  }

  Process start(String port) throws IOException {
    var command = new ArrayList<>(List.of("postgres", "-D", data.toString(), "-p", port));
    Settings.ALL.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return programs.prepareToEndWithUs(command).start();
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
