package com.aiqleads.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One `function.yaml`.
///
/// @param ids whose it is what a route's address names, by the address up to the id
public record FunctionManifest(
    FunctionId id,
    String purpose,
    String errorImpact,
    Trigger trigger,
    List<EventName> emits,
    List<EventName> externalEvents,
    Uses uses,
    Limits limits,
    Ordering ordering,
    Map<String, IdOwner> ids,
    Origin origin) {

  public FunctionManifest {
    emits = List.copyOf(emits);
    externalEvents = List.copyOf(externalEvents);
    ids = Map.copyOf(ids);
  }

  /// Empty for a route without an id, and where nobody says so.
  public Optional<IdOwner> ownerOf(Route route) {
    return Optional.ofNullable(ids.get(route.pathToId()));
  }

  /// The events on its queue; none unless events trigger it.
  public List<EventName> consumes() {
    return trigger instanceof Trigger.OnEvents(List<EventName> events) ? events : List.of();
  }

  /// The routes it answers; none unless HTTP triggers it.
  public List<Route> routes() {
    return trigger instanceof Trigger.OnHttp(List<Route> routes) ? routes : List.of();
  }

  /// Whether somebody waits for its answer, so that its start must be short.
  public boolean isWaitedFor() {
    return trigger instanceof Trigger.OnHttp;
  }

  public boolean hasQueue() {
    return trigger instanceof Trigger.OnEvents;
  }
}
