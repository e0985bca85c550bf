package com.aiqleads.manifest;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which functions emit an event and which get it, derived from all manifests.
public final class Routing {

  private final SortedMap<EventName, List<FunctionManifest>> producers = new TreeMap<>();
  private final SortedMap<EventName, List<FunctionManifest>> consumers = new TreeMap<>();

  public Routing(Repository repository) {
    for (FunctionManifest function : repository.functions()) {
      function.emits().forEach(event -> add(producers, event, function));
      function.consumes().forEach(event -> add(consumers, event, function));
    }
  }

  public List<FunctionManifest> producers(EventName event) {
    return producers.getOrDefault(event, List.of());
  }

  public List<FunctionManifest> consumers(EventName event) {
    return consumers.getOrDefault(event, List.of());
  }

  /// Every event that any manifest names.
  public Set<EventName> events() {
    Set<EventName> events = new TreeSet<>(producers.keySet());
    events.addAll(consumers.keySet());
    return Collections.unmodifiableSet(events);
  }

  private static void add(
      SortedMap<EventName, List<FunctionManifest>> map, EventName event, FunctionManifest who) {
    map.merge(event, List.of(who), Routing::joined);
  }

  private static List<FunctionManifest> joined(
      List<FunctionManifest> first, List<FunctionManifest> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
