package com.aiqleads.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The classes and contexts of this repository.
final class Repository {

  static final Path ROOT = Path.of(System.getProperty("repository.root"));

  /// What people wrote: no tests, nothing that Micronaut or JTE generated.
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/$") && !location.contains("/gg/jte/"))
          .importPackages("com.aiqleads");

  private Repository() {}

  /// The folders below `functions/`.
  static List<String> contexts() {
    return foldersIn(ROOT.resolve("functions")).stream()
        .filter(it -> !it.equals("target"))
        .toList();
  }

  static List<String> foldersIn(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(path -> String.valueOf(path.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /// Whether the class was built by this module, be it a folder of classes or a jar.
  static boolean isOf(JavaClass type, String artifact, String folder) {
    String source = type.getSource().map(it -> it.getUri().toString()).orElse("");
    return source.contains("/" + artifact + "-1-SNAPSHOT")
        || source.contains("/" + folder + "/target/");
  }
}
