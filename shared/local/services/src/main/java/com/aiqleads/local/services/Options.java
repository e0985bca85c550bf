package com.aiqleads.local.services;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What to start, from where, and how long to wait.
///
/// @param repository the checkout whose shared/local/<service>/target/service hold the class paths
/// @param queueAddress the address in queue URLs; of ElasticMQ itself when empty
/// @param ports fixed ports; services not listed get a free one
/// @param elsewhere services that others run, and where they answer
public record Options(
    Path repository,
    Set<Service> services,
    Optional<URI> queueAddress,
    Map<Service, Integer> ports,
    Map<Service, URI> elsewhere,
    Duration startLimit,
    boolean temporary) {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  public Options {
    services = Set.copyOf(services);
    ports = Map.copyOf(ports);
    elsewhere = Map.copyOf(elsewhere);
  }

  public static Options defaults() {
    return new Options(
        repositoryRoot(),
        EnumSet.allOf(Service.class),
        Optional.empty(),
        Map.of(),
        Map.of(),
        START_LIMIT,
        false);
  }

  public Options only(Service... wanted) {
    return new Options(
        repository, Set.of(wanted), queueAddress, ports, elsewhere, startLimit, temporary);
  }

  public Options withQueueAddress(URI address) {
    return new Options(
        repository, services, Optional.of(address), ports, elsewhere, startLimit, temporary);
  }

  public Options withPorts(Map<Service, Integer> fixed) {
    return new Options(repository, services, queueAddress, fixed, elsewhere, startLimit, temporary);
  }

  /// For data that goes with the services: they end without saving it, which can take PostgreSQL
  /// more than half a minute where tests made many databases on a slow disk.
  public Options forTemporaryData() {
    return new Options(repository, services, queueAddress, ports, elsewhere, startLimit, true);
  }

  /// Without those that others run.
  public Options without(Map<Service, URI> others) {
    Set<Service> ours = new HashSet<>(services);
    ours.removeAll(others.keySet());
    return new Options(repository, ours, queueAddress, ports, others, startLimit, temporary);
  }

  /// The build tells it; a program started otherwise looks for it above its working directory.
  private static Path repositoryRoot() {
    String told = System.getProperty("repository.root");
    return told != null ? Path.of(told) : repositoryAbove(Path.of("").toAbsolutePath());
  }

  static Path repositoryAbove(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no repository above " + start + ": set -Drepository.root");
  }
}
