package com.aiqleads.local.product;

import com.aiqleads.local.services.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The product in a process of its own, on free ports, with its data where it is told.
public final class RunningProduct implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
  private static final int KEPT_LINES = 400;
  private static final String READY = "ready";

  /// A driver asks more than a caller may. Each of its requests is counted all the same.
  private static final String MANY = "1000";

  private static final List<String> PORTS =
      List.of(
          "local.port",
          "local.aws.port",
          "local.admin.port",
          "local.sandbox.port",
          "local.provider.port");

  private final Process process;
  private final Map<String, Integer> ports;
  private final ConcurrentLinkedDeque<String> lines = new ConcurrentLinkedDeque<>();
  private final CompletableFuture<Instant> ready = new CompletableFuture<>();
  private final Instant startedAt = Instant.now();

  private RunningProduct(Process process, Map<String, Integer> ports) {
    this.process = process;
    this.ports = ports;
    Thread.ofVirtual().start(this::read);
  }

  /// Starts it without waiting for the ready line.
  public static RunningProduct launch(Path data, Map<String, String> options) {
    Map<String, Integer> ports = freePorts();
    ports.replaceAll((name, port) -> Integer.valueOf(options.getOrDefault(name, port.toString())));
    Map<String, String> properties = new TreeMap<>(options);
    properties.putIfAbsent("local.quotas", MANY);
    ports.forEach((name, port) -> properties.put(name, port.toString()));
    properties.put("local.data", data.toAbsolutePath().toString());
    try {
      ProcessBuilder builder = new ProcessBuilder(command(properties)).redirectErrorStream(true);
      builder.directory(root().toFile());
      builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "local");
      return new RunningProduct(builder.start(), ports);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the product", e);
    }
  }

  public static RunningProduct start(Path data, Map<String, String> options) {
    return launch(data, options).awaitReady();
  }

  public RunningProduct awaitReady() {
    try {
      ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return this;
    } catch (ExecutionException | TimeoutException e) {
      kill();
      throw new IllegalStateException(
          "the product did not get ready:\n" + String.join("\n", lines), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public URI gateway() {
    return at("local.port");
  }

  public URI aws() {
    return at("local.aws.port");
  }

  public URI admin() {
    return at("local.admin.port");
  }

  public URI sandbox() {
    return at("local.sandbox.port");
  }

  public URI provider() {
    return at("local.provider.port");
  }

  public long pid() {
    return process.pid();
  }

  public Duration startTime() {
    return Duration.between(startedAt, ready.join());
  }

  public List<String> lines() {
    return new ArrayList<>(lines);
  }

  /// Pulls the plug: no goodbye, as in a power cut.
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /// Waits until it ends by itself.
  public int awaitEnd() {
    return awaitEnd(STOP_LIMIT);
  }

  public int awaitEnd(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the product did not end:\n" + String.join("\n", lines));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Asks it to end, as Ctrl-C does.
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  /// Lets go of it, as our own death would.
  void leave() throws IOException {
    process.getOutputStream().close();
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (lines.size() > KEPT_LINES) {
          lines.poll();
        }
        if (line.startsWith(READY)) {
          ready.complete(Instant.now());
        }
      }
    } catch (IOException e) {
      lines.add("(output ended: " + e.getMessage() + ")");
    }
    ready.completeExceptionally(new IllegalStateException("the product ended"));
  }

  private URI at(String property) {
    return URI.create("http://127.0.0.1:" + ports.get(property));
  }

  private static List<String> command(Map<String, String> properties) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + root().resolve("shared/local/product/java.options"));
    command.add("-Drepository.root=" + root());
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(AttachedHost.class.getName());
    return command;
  }

  static Path root() {
    return Path.of(System.getProperty("repository.root"));
  }

  private static Map<String, Integer> freePorts() {
    Iterator<Integer> free = FreePorts.take(PORTS.size()).iterator();
    Map<String, Integer> ports = new TreeMap<>();
    PORTS.forEach(name -> ports.put(name, free.next()));
    return ports;
  }
}
