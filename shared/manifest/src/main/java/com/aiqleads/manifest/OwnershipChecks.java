package com.aiqleads.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that is used is defined, once; and no two functions answer one route.
final class OwnershipChecks {

  private final Repository repository;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> owners = new HashMap<>();

  private OwnershipChecks(Repository repository) {
    this.repository = repository;
  }

  static List<Problem> problems(Repository repository) {
    OwnershipChecks checks = new OwnershipChecks(repository);
    repository.contexts().forEach(checks::context);
    repository.functions().forEach(checks::function);
    return checks.problems;
  }

  private void context(ContextManifest context) {
    if (context.database() != null) {
      own("database " + context.database(), context.name(), context.origin(), "database");
    }
    context
        .indices()
        .keySet()
        .forEach(index -> own("index " + index, context.name(), context.origin(), "indices"));
  }

  private void function(FunctionManifest function) {
    for (Route route : function.routes()) {
      own(route.shape(), function.id().text(), function.origin(), "http." + route.key());
      if (route.access() instanceof RouteAccess.Scope scope) {
        requireContext(function, "http." + route.key(), scope.context());
      }
    }
    ids(function);
    Uses uses = function.uses();
    counted(function);
    defined(function, "uses.tables", uses.tables().keySet(), it -> it.tables().keySet());
    defined(function, "uses.buckets", uses.buckets().keySet(), it -> it.buckets().keySet());
    defined(function, "uses.secrets", uses.secrets(), it -> it.secrets().keySet());
    defined(function, "uses.keys", uses.keys(), it -> it.keys().keySet());
    if (function.trigger() instanceof Trigger.OnBucket(Resource bucket)) {
      defined(function, "trigger.bucket", List.of(bucket), it -> it.buckets().keySet());
    }
    if (uses.database() != Access.NONE && databaseOf(function.id().context()) == null) {
      report(function, "uses.database", "the context has no database: say so in its context.yaml");
    }
  }

  /// Or nobody would try whether somebody else gets at it.
  private void ids(FunctionManifest function) {
    for (Route route : function.routes()) {
      if (route.needsToken() && !route.pathToId().isEmpty() && function.ownerOf(route).isEmpty()) {
        report(
            function,
            "http." + route.key(),
            "whose is it? Say in ids: { \"%s\": person, team or everybody }"
                .formatted(route.pathToId()));
      }
    }
    for (String path : function.ids().keySet()) {
      if (function.routes().stream().noneMatch(route -> route.pathToId().equals(path))) {
        report(function, "ids." + path, "no route of this function has this id");
      }
    }
  }

  /// Known callers are counted by the function that answers them.
  private void counted(FunctionManifest function) {
    boolean knowsCallers = function.routes().stream().anyMatch(Route::needsToken);
    boolean thereAreQuotas =
        repository
            .context(Wiring.QUOTAS.context())
            .filter(context -> context.tables().containsKey(Wiring.QUOTAS.name()))
            .isPresent();
    boolean writes = function.uses().tables().getOrDefault(Wiring.QUOTAS, Access.NONE).writes();
    if (knowsCallers && thereAreQuotas && !writes) {
      report(function, "uses.tables", "routes that need a token write " + Wiring.QUOTAS);
    }
  }

  private @Nullable String databaseOf(String context) {
    return repository.context(context).map(ContextManifest::database).orElse(null);
  }

  private void requireContext(FunctionManifest function, String key, String context) {
    if (repository.context(context).isEmpty()) {
      report(function, key, "there is no context " + context);
    }
  }

  private void defined(
      FunctionManifest function,
      String key,
      Iterable<Resource> used,
      Function<ContextManifest, Set<String>> names) {
    for (Resource resource : used) {
      boolean known =
          repository
              .context(resource.context())
              .filter(context -> names.apply(context).contains(resource.name()))
              .isPresent();
      if (!known) {
        String home = "functions/" + resource.context() + "/context.yaml";
        report(function, key, resource.name() + " is not defined in " + home);
      }
    }
  }

  private void own(String thing, String owner, Origin origin, String key) {
    String first = owners.putIfAbsent(thing, owner);
    if (first != null) {
      problems.add(origin.problem(key, thing + " belongs to " + first + " already"));
    }
  }

  private void report(FunctionManifest function, String key, String text) {
    problems.add(function.origin().problem(key, text));
  }
}
