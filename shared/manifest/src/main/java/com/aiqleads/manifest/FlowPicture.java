package com.aiqleads.manifest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The Mermaid picture of a context: what comes in, who hands on what, and where it goes.
final class FlowPicture {

  private final Routing routing;
  private final List<FunctionManifest> functions;

  /// Sorted, so that the page changes only where a manifest did.
  private final Set<String> nodes = new TreeSet<>();

  private final Set<String> edges = new TreeSet<>();

  FlowPicture(Routing routing, List<FunctionManifest> functions) {
    this.routing = routing;
    this.functions = functions;
  }

  String text() {
    functions.forEach(this::draw);
    return "```mermaid\nflowchart LR\n" + lines(nodes) + lines(edges) + "```\n";
  }

  private void draw(FunctionManifest function) {
    nodes.add(key(function) + "[" + function.id().name() + "]");
    switch (function.trigger()) {
      case Trigger.OnEvents(List<EventName> events) -> events.forEach(it -> arrives(it, function));
      case Trigger.OnSchedule(Schedule schedule) -> source(schedule.expression(), function);
      case Trigger.OnBucket(Resource bucket) -> source("bucket " + bucket, function);
      case Trigger.OnHttp(List<Route> _) -> source("HTTP", function);
      case Trigger.OnDemand() -> source("demand", function);
    }
    function.emits().forEach(event -> leaves(event, function));
  }

  private void arrives(EventName event, FunctionManifest function) {
    routing.producers(event).forEach(producer -> connect(producer, event, function));
  }

  private void leaves(EventName event, FunctionManifest function) {
    List<FunctionManifest> consumers = routing.consumers(event);
    consumers.forEach(consumer -> connect(function, event, consumer));
    if (consumers.isEmpty()) {
      nodes.add(event.recordName() + "_out([" + event + "])");
      edges.add(key(function) + " --> " + event.recordName() + "_out");
    }
  }

  private void connect(FunctionManifest from, EventName event, FunctionManifest to) {
    stranger(from);
    stranger(to);
    edges.add(key(from) + " -- " + event + " --> " + key(to));
  }

  private void stranger(FunctionManifest function) {
    if (!functions.contains(function)) {
      FunctionId id = function.id();
      nodes.add(key(function) + "([" + id.context() + ": " + id.name() + "])");
    }
  }

  private void source(String label, FunctionManifest function) {
    nodes.add(key(function) + "_in>\"" + label + "\"]");
    edges.add(key(function) + "_in --> " + key(function));
  }

  private static String key(FunctionManifest function) {
    return function.id().text().replace('-', '_');
  }

  private static String lines(Set<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }
}
