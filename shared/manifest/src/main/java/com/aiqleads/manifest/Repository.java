package com.aiqleads.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All manifests of a checkout, in the order of their names.
public record Repository(
    Path root, List<ContextManifest> contexts, List<FunctionManifest> functions) {

  public Repository {
    contexts = List.copyOf(contexts);
    functions = List.copyOf(functions);
  }

  public Optional<ContextManifest> context(String name) {
    return contexts.stream().filter(context -> context.name().equals(name)).findFirst();
  }

  public Optional<FunctionManifest> function(FunctionId id) {
    return functions.stream().filter(function -> function.id().equals(id)).findFirst();
  }

  /// By what routing calls it, for example `marketplace-price-lead`.
  public Optional<FunctionManifest> function(String text) {
    return functions.stream().filter(function -> function.id().text().equals(text)).findFirst();
  }

  /// `target/function` of a built function: classes, and `lib/*.jar`.
  public Path artefact(FunctionId id) {
    return root.resolve(id.folder()).resolve("target/function");
  }
}
