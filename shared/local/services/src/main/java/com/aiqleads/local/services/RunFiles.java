package com.aiqleads.local.services;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What one running service leaves in <data>/run: its command line, its process id, its log.
record RunFiles(Path folder, String name) {
  private static final int LOG_TAIL_BYTES = 4_000;

  Path command() {
    return folder.resolve(name + ".args");
  }

  Path log() {
    return folder.resolve(name + ".log");
  }

  private Path pid() {
    return folder.resolve(name + ".pid");
  }

  void writeCommand(List<String> arguments) throws IOException {
    Files.write(command(), arguments.stream().map(RunFiles::quoted).toList());
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  void writePid(long pid) throws IOException {
    Files.writeString(pid(), Long.toString(pid));
  }

  boolean deletePid() throws IOException {
    return Files.deleteIfExists(pid());
  }

  /// The process of a run that ended without ending it. Ids are reused: only one whose command
  /// line names our file is ours.
  Optional<ProcessHandle> leftOver() throws IOException {
    if (!Files.exists(pid())) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(Files.readString(pid()).strip()))
        .filter(process -> commandLine(process).contains(command().toString()));
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  boolean logContains(String line) throws IOException {
    return Files.readString(log()).contains(line);
  }

  String logTail() {
    try (var file = new RandomAccessFile(log().toFile(), "r")) {
      long from = Math.max(0, file.length() - LOG_TAIL_BYTES);
      byte[] tail = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(tail);
      return new String(tail, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "(no log: %s)".formatted(unreadable.getMessage());
    }
  }
}
