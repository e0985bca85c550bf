package com.aiqleads.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every event has its files, somebody who emits it and somebody who takes it.
final class EventChecks {

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
    checks.everySchemaIsEmittedAndHasOneOwner();
    return checks.problems;
  }

  private void emitted(FunctionManifest function, EventName event) {
    for (String missing : EventFiles.of(repository, function, event).missing()) {
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

  private void everySchemaIsEmittedAndHasOneOwner() {
    Map<EventName, String> owners = new HashMap<>();
    for (EventFiles files : EventFiles.all(repository)) {
      if (routing.producers(files.event()).isEmpty()) {
        problems.add(new Problem(files.schema(), 1, "", files.event() + " is emitted by nobody"));
      }
      String owner = owners.putIfAbsent(files.event(), files.context());
      if (owner != null) {
        problems.add(new Problem(files.schema(), 1, "", "belongs to " + owner + " already"));
      }
    }
  }

  private void report(FunctionManifest function, String key, String text) {
    problems.add(function.origin().problem(key, text));
  }
}
