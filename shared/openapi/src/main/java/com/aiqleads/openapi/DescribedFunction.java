package com.aiqleads.openapi;

import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A function with the document that its compilation made from its controllers.
record DescribedFunction(FunctionManifest manifest, JsonNode document) {

  /// Pages for people are not part of the API for programs.
  static boolean isForPrograms(FunctionManifest manifest) {
    return !manifest.routes().isEmpty()
        && manifest.routes().stream()
            .noneMatch(route -> route.access() instanceof RouteAccess.Session);
  }

  static String documentOf(FunctionManifest manifest) {
    return "META-INF/swagger/" + manifest.id().text() + ".json";
  }

  Optional<JsonNode> operation(Route route) {
    JsonNode operation =
        document.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
    return operation.isObject() ? Optional.of(operation) : Optional.empty();
  }

  /// For example `GET /leads/{id}`.
  Set<String> describedRoutes() {
    Set<String> routes = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return routes;
  }
}
