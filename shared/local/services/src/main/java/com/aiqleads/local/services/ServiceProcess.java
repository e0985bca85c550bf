package com.aiqleads.local.services;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One embedded service: a child process that can be killed and started again on its port and data.
public final class ServiceProcess {
  private static final Duration POLL = Duration.ofMillis(40);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(35);

  private final Service service;
  private final int port;
  private final List<String> command;
  private final RunFiles files;
  private final Duration startLimit;
  private final Consumer<ServiceProcess> onDeath;
  private volatile @Nullable Process process;

  /// Who was there when the service was ready: what the death of the first of them made an orphan
  /// is nobody's descendant, and still ours to end.
  private volatile List<ProcessHandle> firstFamily = List.of();

  ServiceProcess(
      Service service,
      int port,
      List<String> command,
      RunFiles files,
      Duration startLimit,
      Consumer<ServiceProcess> onDeath) {
    this.service = service;
    this.port = port;
    this.command = command;
    this.files = files;
    this.startLimit = startLimit;
    this.onDeath = onDeath;
  }

  public Service service() {
    return service;
  }

  public int port() {
    return port;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// The process itself and those it started, such as PostgreSQL below its wrapper.
  public List<Long> pids() {
    return family().map(ProcessHandle::pid).toList();
  }

  public boolean isAlive() {
    var current = process;
    return current != null && current.isAlive();
  }

  public Path log() {
    return files.log();
  }

  /// Ends the service as `kill -9` does.
  public synchronized void kill() {
    var family = family().toList();
    process = null;
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(ServiceProcess::awaitEnd);
  }

  /// Starts the service again, on the same port and data, and awaits its first answer.
  public synchronized void restart() {
    kill();
    start();
  }

  synchronized void start() {
    var started = Io.unchecked(this::spawn);
    process = started;
    Thread.ofVirtual().start(() -> watch(started));
    awaitReady(started);
    firstFamily = family().toList();
  }

  /// Standard input stays open as long as we live: its end tells the child to stop.
  private Process spawn() throws IOException {
    files.leftOver().ifPresent(ServiceProcess::end);
    files.writeCommand(command);
    var started =
        new ProcessBuilder(javaProgram(), "@" + files.command())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(files.log().toFile()))
            .start();
    files.writePid(started.pid());
    return started;
  }

  static String javaProgram() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private void awaitReady(Process started) {
    var readiness = Readiness.of(service);
    Instant limit = Instant.now().plus(startLimit);
    while (!answers(readiness)) {
      if (!started.isAlive()) {
        throw failed("ended with status " + started.exitValue());
      }
      if (Instant.now().isAfter(limit)) {
        throw failed("did not answer within " + startLimit);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private boolean answers(Readiness readiness) {
    try {
      return readiness.isReady(port) && files.logContains(service.readyLine());
    } catch (IOException notYet) {
      return false;
    }
  }

  private ServiceFailed failed(String how) {
    return new ServiceFailed(
        "%s on port %d %s; its log %s ends:%n%s"
            .formatted(service.folder(), port, how, files.log(), files.logTail()));
  }

  private void watch(Process started) {
    started.onExit().join();
    if (started == process) {
      onDeath.accept(this);
    }
  }

  /// Asks the service to stop by the end of its standard input, and ends it if it does not.
  synchronized void close() {
    var family = family().toList();
    Optional.ofNullable(process).ifPresent(ServiceProcess::askToStop);
    process = null;
    family.forEach(ServiceProcess::awaitEnd);
    family.forEach(ServiceProcess::end);
    Io.unchecked(files::deletePid);
  }

  private static void askToStop(Process process) {
    Io.unchecked(
        () -> {
          process.getOutputStream().close();
          return process;
        });
  }

  private Stream<ProcessHandle> family() {
    return Stream.concat(Stream.ofNullable(process).map(Process::toHandle), firstFamily.stream())
        .filter(ProcessHandle::isAlive)
        .flatMap(member -> Stream.concat(Stream.of(member), member.descendants()))
        .distinct();
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    awaitEnd(process);
  }

  private static void awaitEnd(ProcessHandle process) {
    process
        .onExit()
        .completeOnTimeout(process, STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
