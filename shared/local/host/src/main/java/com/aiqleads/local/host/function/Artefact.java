package com.aiqleads.local.host.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of a packaged function, in the order in which the runtime puts them on the class path.
record Artefact(Path root, List<Path> libraries) {

  static Artefact of(Path root) {
    Path lib = root.resolve("lib");
    return new Artefact(root, Files.isDirectory(lib) ? jars(lib) : List.of());
  }

  private static List<Path> jars(Path lib) {
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the libraries could not be listed: " + lib, e);
    }
  }
}
