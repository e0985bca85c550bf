package com.aiqleads.local.services;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The embedded services of one data directory, as child processes that end with this process.
public final class LocalServices implements AutoCloseable {
  private final DataFolder data;
  private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);
  private final Map<Service, URI> elsewhere;
  private final List<Consumer<ServiceProcess>> deathWatchers = new CopyOnWriteArrayList<>();

  private LocalServices(DataFolder data, Map<Service, URI> elsewhere) {
    this.data = data;
    this.elsewhere = elsewhere;
  }

  /// Starts the services side by side and returns when each has given its first answer.
  public static LocalServices start(Path data, Options options) {
    return start(data, options, Optional.empty());
  }

  static LocalServices start(Path data, Options options, Optional<Path> aotRecording) {
    var services =
        new LocalServices(Io.unchecked(() -> DataFolder.open(data)), options.elsewhere());
    try {
      services.prepare(options, aotRecording);
      services.inParallel(ServiceProcess::start);
      return services;
    } catch (RuntimeException failure) {
      services.close();
      throw failure;
    }
  }

  private void prepare(Options options, Optional<Path> aotRecording) {
    Io.unchecked(data::password);
    var commandLine = new CommandLine(options, data, aotRecording);
    var free = new ArrayList<>(FreePorts.take(options.services().size()));
    for (Service service : options.services()) {
      int port = options.ports().getOrDefault(service, free.removeLast());
      processes.put(
          service,
          new ServiceProcess(
              service,
              port,
              commandLine.of(service, port),
              data.runFiles(service),
              options.startLimit(),
              this::died));
    }
  }

  private void inParallel(Consumer<ServiceProcess> act) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var acts =
          processes.values().stream()
              .map(process -> CompletableFuture.runAsync(() -> act.accept(process), threads))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(acts).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  private void died(ServiceProcess process) {
    deathWatchers.forEach(watcher -> watcher.accept(process));
  }

  /// Called when a service ends by itself or is killed from outside; not on [#close] or `kill()`.
  public void onDeath(Consumer<ServiceProcess> watcher) {
    deathWatchers.add(watcher);
  }

  public PostgresAddress postgres() {
    int port = process(Service.POSTGRES).port();
    return new PostgresAddress(
        "127.0.0.1", port, "aiqleads", "postgres", Io.unchecked(data::password));
  }

  public URI dynamodb() {
    return address(Service.DYNAMODB);
  }

  public URI queues() {
    return address(Service.ELASTICMQ);
  }

  public URI objects() {
    return address(Service.S3);
  }

  public URI search() {
    return address(Service.OPENSEARCH);
  }

  private URI address(Service service) {
    URI others = elsewhere.get(service);
    return others == null ? process(service).address() : others;
  }

  /// The services that others run, and where they answer.
  public Map<Service, URI> elsewhere() {
    return elsewhere;
  }

  public List<ServiceProcess> processes() {
    return List.copyOf(processes.values());
  }

  public ServiceProcess process(Service service) {
    var process = processes.get(service);
    if (process == null) {
      throw new IllegalArgumentException(service.folder() + " was not asked for");
    }
    return process;
  }

  /// Every process of every service.
  public Map<Service, List<Long>> pids() {
    return processes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().pids()));
  }

  /// Stops all services and waits until they are gone.
  @Override
  public void close() {
    inParallel(ServiceProcess::close);
    data.close();
  }
}
