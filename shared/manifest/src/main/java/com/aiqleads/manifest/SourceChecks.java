package com.aiqleads.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Every folder below `functions/` is a context or a function, built, and with its handler.
final class SourceChecks {

  private static final Set<String> NO_FUNCTIONS = Set.of("target", "src");

  private final Repository repository;
  private final List<Problem> problems = new ArrayList<>();

  private SourceChecks(Repository repository) {
    this.repository = repository;
  }

  static List<Problem> problems(Repository repository) {
    SourceChecks checks = new SourceChecks(repository);
    for (Path context : Manifests.foldersIn(repository.root().resolve("functions"))) {
      checks.context(Manifests.nameOf(context), context);
    }
    repository.functions().forEach(checks::function);
    return checks.problems;
  }

  private void context(String name, Path folder) {
    String path = "functions/" + name;
    if (repository.context(name).isEmpty()) {
      problems.add(new Problem(path, 1, "", "has no context.yaml"));
    }
    for (Path function : Manifests.foldersIn(folder)) {
      String child = Manifests.nameOf(function);
      if (!NO_FUNCTIONS.contains(child) && !Files.exists(function.resolve("function.yaml"))) {
        problems.add(new Problem(path + "/" + child, 1, "", "has no function.yaml"));
      }
    }
    listed("pom.xml", path, path);
  }

  private void function(FunctionManifest function) {
    FunctionId id = function.id();
    if (!id.name().contains("-")) {
      report(function, "must be named by a verb and a noun, such as score-lead");
    }
    String handler = "src/main/java/" + id.handlerClass().replace('.', '/') + ".java";
    if (!Files.exists(repository.root().resolve(id.folder()).resolve(handler))) {
      report(function, "has no handler " + id.folder() + "/" + handler);
    }
    listed("functions/" + id.context() + "/pom.xml", id.name(), id.folder());
  }

  private void listed(String pom, String module, String folder) {
    Path file = repository.root().resolve(pom);
    String text = Files.exists(file) ? ManifestFile.textOf(file) : "";
    if (!text.contains("<module>" + module + "</module>")) {
      problems.add(new Problem(folder, 1, "", "is not built: " + pom + " does not list it"));
    }
  }

  private void report(FunctionManifest function, String text) {
    problems.add(function.origin().problem("", text));
  }
}
