package com.aiqleads.local.host;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.gateway.RouteTable;
import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.schedule.Schedules;
import com.aiqleads.manifest.AwsNames;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.QueueSettings;
import com.aiqleads.manifest.Repository;
import com.aiqleads.manifest.Trigger;
import com.aiqleads.manifest.Wiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// The manifests, as what the parts of the host need of them.
record Deployment(Repository repository, AwsNames names, int maxEnvironments) {

  static final String STAGE = "local";

  private static final int ACCOUNT_CONCURRENCY = 1000;

  static Deployment of(Repository repository, int maxEnvironments) {
    Deployment deployment = new Deployment(repository, new AwsNames(STAGE), maxEnvironments);
    deployment.refuseMissingArtefacts();
    return deployment;
  }

  private void refuseMissingArtefacts() {
    List<String> missing =
        repository.functions().stream()
            .filter(function -> !Files.exists(handler(function)))
            .map(function -> function.id().folder())
            .toList();
    if (!missing.isEmpty()) {
      throw new StartRefused(
          "not built: %s: run ./mvnw package first".formatted(String.join(", ", missing)));
    }
  }

  private Path handler(FunctionManifest function) {
    String file = function.id().handlerClass().replace('.', '/') + ".class";
    return repository.artefact(function.id()).resolve(file);
  }

  List<DeployedFunction> functions(Wiring wiring) {
    return repository.functions().stream()
        .map(function -> deployed(function, wiring.environmentOf(function)))
        .toList();
  }

  private DeployedFunction deployed(
      FunctionManifest function, SortedMap<String, String> variables) {
    return new DeployedFunction(
        function.id().text(),
        names.function(function.id()),
        function.id().handlerClass(),
        repository.artefact(function.id()),
        function.limits().timeout(),
        function.limits().memoryMb(),
        concurrency(function),
        Math.min(function.limits().concurrency(), maxEnvironments),
        function.isWaitedFor(),
        variables);
  }

  /// As infra-cdk bounds it: what people wait for by the account only, and what has a queue by its
  /// mapping besides.
  private static int concurrency(FunctionManifest function) {
    return function.hasQueue() || function.isWaitedFor()
        ? ACCOUNT_CONCURRENCY
        : function.limits().concurrency();
  }

  List<QueueSettings> queues() {
    return repository.functions().stream()
        .filter(FunctionManifest::hasQueue)
        .map(function -> QueueSettings.of(function, names))
        .toList();
  }

  /// Where asynchronous invocations end that failed for good, as infra-cdk has it; a function with
  /// a queue has its dead letters there.
  Map<String, QueueSettings> asynchronous() {
    return repository.functions().stream()
        .filter(function -> !function.hasQueue())
        .collect(Collectors.toMap(f -> f.id().text(), f -> QueueSettings.of(f, names)));
  }

  List<Mapping> mappings() {
    return repository.functions().stream()
        .filter(FunctionManifest::hasQueue)
        .map(this::mapping)
        .toList();
  }

  private Mapping mapping(FunctionManifest function) {
    return new Mapping(
        function.id().text(),
        names.queue(function),
        names.deadLetters(function),
        function.limits().batch(),
        function.limits().window(),
        Math.min(function.limits().concurrency(), maxEnvironments));
  }

  List<RouteTable.Entry> routes() {
    return repository.functions().stream()
        .flatMap(f -> f.routes().stream().map(it -> new RouteTable.Entry(it, f.id().text())))
        .toList();
  }

  List<Schedules.Entry> schedules() {
    List<Schedules.Entry> entries = new ArrayList<>();
    for (FunctionManifest function : repository.functions()) {
      if (function.trigger() instanceof Trigger.OnSchedule scheduled) {
        String name = names.schedule(function.id());
        entries.add(new Schedules.Entry(function.id().text(), name, scheduled.schedule()));
      }
    }
    return entries;
  }

  Map<String, List<String>> bucketTriggers() {
    Map<String, List<String>> triggers = new HashMap<>();
    for (FunctionManifest function : repository.functions()) {
      if (function.trigger() instanceof Trigger.OnBucket triggered) {
        triggers
            .computeIfAbsent(names.bucket(triggered.bucket()), _ -> new ArrayList<>())
            .add(function.id().text());
      }
    }
    return triggers;
  }
}
