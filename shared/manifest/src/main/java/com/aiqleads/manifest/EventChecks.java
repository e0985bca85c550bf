package com.aiqleads.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every event has its files, somebody who emits it and somebody who takes it.
final class EventChecks {

  private static final Pattern SCHEMA_FILE = Pattern.compile("v([0-9]+)\\.schema\\.json");

  private final Repository repository;
  private final Routing routing;
  private final List<Problem> problems = new ArrayList<>();

  private EventChecks(Repository repository) {
    this.repository = repository;
    this.routing = new Routing(repository);
  }

  static List<Problem> problems(Repository repository) {
    EventChecks checks = new EventChecks(repository);
    for (FunctionManifest function : repository.functions()) {
      function.emits().forEach(event -> checks.emitted(function, event));
      function.consumes().forEach(event -> checks.consumed(function, event));
      function.externalEvents().forEach(event -> checks.external(function, event));
    }
    checks.everySchemaIsEmitted();
    return checks.problems;
  }

  private void emitted(FunctionManifest function, EventName event) {
    EventSources sources = EventSources.of(repository, function.id().context(), event);
    for (String missing : sources.missing()) {
      report(function, "emits", event + " has no " + missing);
    }
    if (routing.consumers(event).isEmpty() && !function.externalEvents().contains(event)) {
      report(
          function,
          "emits",
          event + " reaches nobody; if that is meant, add it to external-events");
    }
  }

  private void consumed(FunctionManifest function, EventName event) {
    if (routing.producers(event).isEmpty()) {
      report(function, "trigger.events", event + " is emitted by nobody");
    }
  }

  private void external(FunctionManifest function, EventName event) {
    if (!function.emits().contains(event)) {
      report(function, "external-events", event + " is not under emits");
    }
    for (FunctionManifest consumer : routing.consumers(event)) {
      report(
          function, "external-events", event + " is not external: " + consumer.id() + " takes it");
    }
  }

  private void everySchemaIsEmitted() {
    for (Path context : Manifests.foldersIn(repository.root().resolve("events"))) {
      String name = Manifests.nameOf(context);
      Path folder = repository.root().resolve(EventSources.folder(name));
      for (Path event : Manifests.foldersIn(folder)) {
        schemasIn(event).forEach(version -> emittedBySomebody(name, event, version));
      }
    }
  }

  private void emittedBySomebody(String context, Path folder, int version) {
    EventName event = new EventName(Manifests.nameOf(folder), version);
    if (routing.producers(event).isEmpty()) {
      String file = EventSources.of(repository, context, event).schema();
      problems.add(new Problem(file, 1, "", event + " is emitted by nobody"));
    }
  }

  private static List<Integer> schemasIn(Path folder) {
    return Manifests.filesIn(folder).stream()
        .map(file -> SCHEMA_FILE.matcher(Manifests.nameOf(file)))
        .filter(Matcher::matches)
        .map(parts -> Integer.valueOf(parts.group(1)))
        .toList();
  }

  private void report(FunctionManifest function, String key, String text) {
    problems.add(function.origin().problem(key, text));
  }

  /// Where an event's files are, as paths below the root.
  record EventSources(Path root, String context, EventName event) {

    static EventSources of(Repository repository, String context, EventName event) {
      return new EventSources(repository.root(), context, event);
    }

    static String folder(String context) {
      return "events/" + context + "/src/main/resources/com/aiqleads/events/" + context;
    }

    String schema() {
      return stem() + ".schema.json";
    }

    private String stem() {
      return folder(context) + "/" + event.name() + "/v" + event.version();
    }

    List<String> missing() {
      String java = folder(context).replace("/resources/", "/java/");
      return List.of(schema(), stem() + ".example.json", java + "/" + event.recordName() + ".java")
          .stream()
          .filter(file -> !Files.exists(root.resolve(file)))
          .toList();
    }
  }
}
