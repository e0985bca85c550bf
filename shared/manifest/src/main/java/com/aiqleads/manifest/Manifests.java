package com.aiqleads.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads the manifests of a checkout.
public final class Manifests {

  private Manifests() {}

  /// Every context and function below `functions/`.
  ///
  /// @throws BadManifests with all that is wrong in any of the files
  public static Repository read(Path root) {
    List<Problem> problems = new ArrayList<>();
    List<ContextManifest> contexts = new ArrayList<>();
    List<FunctionManifest> functions = new ArrayList<>();
    for (Path folder : foldersWith("context.yaml", root.resolve("functions"))) {
      String context = nameOf(folder);
      contexts.add(ContextReader.read(context, text(folder, "context.yaml"), problems));
      for (Path function : foldersWith("function.yaml", folder)) {
        FunctionId id = new FunctionId(context, nameOf(function));
        functions.add(FunctionReader.read(id, text(function, "function.yaml"), problems));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadManifests(problems);
    }
    return new Repository(root, contexts, functions);
  }

  private static List<Path> foldersWith(String file, Path folder) {
    return foldersIn(folder).stream().filter(it -> Files.exists(it.resolve(file))).toList();
  }

  static List<Path> foldersIn(Path folder) {
    return list(folder, Files::isDirectory);
  }

  static List<Path> filesIn(Path folder) {
    return list(folder, Files::isRegularFile);
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static String text(Path folder, String file) {
    return ManifestFile.textOf(folder.resolve(file));
  }

  static String nameOf(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
