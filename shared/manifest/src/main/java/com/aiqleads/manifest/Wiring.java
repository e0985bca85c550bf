package com.aiqleads.manifest;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The environment of each function. The local host and the CDK app hand out the same.
public final class Wiring {

  /// What counts requests; a function that writes it counts its own.
  static final Resource QUOTAS = new Resource("platform", "quotas");

  private final Routing routing;
  private final Surroundings surroundings;

  public Wiring(Repository repository, Surroundings surroundings) {
    this.routing = new Routing(repository);
    this.surroundings = surroundings;
  }

  public SortedMap<String, String> environmentOf(FunctionManifest function) {
    SortedMap<String, String> environment = new TreeMap<>(surroundings.more());
    environment.put("AIQLEADS_STAGE", surroundings.stage());
    environment.put("AIQLEADS_CONTEXT", function.id().context());
    environment.put("AIQLEADS_FUNCTION", function.id().name());
    environment.put("AIQLEADS_API_URL", surroundings.apiUrl());
    environment.put("AIQLEADS_ISSUER", surroundings.issuer());
    environment.put("AWS_REGION", surroundings.region());
    if (!function.emits().isEmpty()) {
      environment.put("AIQLEADS_ROUTES", routes(function));
    }
    if (!function.routes().isEmpty()) {
      environment.put("AIQLEADS_ACCESS", access(function.routes()));
    }
    if (function.uses().tables().containsKey(QUOTAS)) {
      environment.putIfAbsent("AIQLEADS_QUOTAS", "1");
    }
    if (function.uses().search() != Access.NONE) {
      environment.put("AIQLEADS_SEARCH_URL", surroundings.searchUrl());
    }
    return environment;
  }

  /// For example `LeadRejected=acquisition-keep-refusals;LeadScored=a-b,c-d`. An event that nobody
  /// here takes stands with nothing behind it: publishing it is allowed and goes nowhere.
  private String routes(FunctionManifest function) {
    return function.emits().stream()
        .sorted()
        .map(event -> event.recordName() + "=" + targets(event))
        .collect(Collectors.joining(";"));
  }

  private String targets(EventName event) {
    return routing.consumers(event).stream().map(Wiring::target).collect(Collectors.joining(","));
  }

  /// A queue that keeps order needs a group: `careers-send-telegram.fifo#conversation`.
  private static String target(FunctionManifest consumer) {
    return switch (consumer.ordering()) {
      case Ordering.Unordered() -> consumer.id().text();
      case Ordering.By(String field) -> consumer.id().text() + ".fifo#" + field;
    };
  }

  private static String access(List<Route> routes) {
    return routes.stream()
        .map(route -> route.key() + "=" + route.access().text())
        .collect(Collectors.joining(";"));
  }
}
