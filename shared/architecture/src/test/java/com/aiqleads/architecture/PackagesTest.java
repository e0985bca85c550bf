package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The packages that the product is built on are really in what is deployed, and those that tests
/// are built on really in the POMs: each as soon as what it is for exists.
class PackagesTest {

  /// @param due whether what it is for exists
  private record Library(String artifact, boolean due) {}

  private static final List<Library> SHIPPED =
      List.of(
          new Library("micronaut-function-aws", folder("functions")),
          new Library("micronaut-data-jdbc", folder("functions")),
          new Library("dynamodb", folder("functions")),
          new Library("sqs", folder("functions")),
          new Library("s3", folder("functions")),
          new Library("opensearch-java", folder("functions")),
          new Library("micronaut-security-jwt", folder("functions")),
          new Library("micronaut-micrometer-core", folder("functions")),
          new Library("geotools-wrapper", folder("functions/insights")));

  private static final List<Library> TESTED_WITH =
      List.of(
          new Library("micronaut-test-junit5", folder("functions")),
          new Library("testcontainers-localstack", profile("localstack")));

  @TestFactory
  Stream<DynamicTest> areInWhatIsDeployed() {
    Set<String> libraries = libraries();
    return due(SHIPPED)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.artifact(),
                    () ->
                        assertThat(libraries.stream().anyMatch(jar -> isOf(jar, one.artifact())))
                            .as("%s is in no function", one.artifact())
                            .isTrue()));
  }

  @TestFactory
  Stream<DynamicTest> areWhatTestsAreBuiltOn() {
    String poms =
        Stream.of("functions", "shared")
            .flatMap(folder -> Documents.files(folder, "pom.xml").stream())
            .map(Documents::text)
            .collect(Collectors.joining());
    return due(TESTED_WITH)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.artifact(),
                    () -> assertThat(poms).contains("<artifactId>" + one.artifact() + "<")));
  }

  private static Stream<Library> due(List<Library> packages) {
    return packages.stream().filter(Library::due);
  }

  private static boolean folder(String path) {
    return Files.isDirectory(Repository.ROOT.resolve(path));
  }

  /// Of the build, at the root or in a module of the local cloud.
  private static boolean profile(String id) {
    return Stream.concat(
            Stream.of(Documents.text("pom.xml")),
            Documents.files("shared/local", "pom.xml").stream().map(Documents::text))
        .anyMatch(pom -> pom.contains("<id>" + id + "</id>"));
  }

  /// `s3-2.41.18.jar` is of `s3`, `s3-transfer-manager-2.41.18.jar` is not.
  private static boolean isOf(String jar, String artifact) {
    return jar.matches(artifact + "-[0-9][^/]*\\.jar");
  }

  /// Of every packaged function, as its zip carries them.
  private static Set<String> libraries() {
    Set<String> jars = new TreeSet<>();
    for (String context : Repository.contexts()) {
      for (String function :
          Repository.foldersIn(Repository.ROOT.resolve("functions/" + context))) {
        Path libraries =
            Repository.ROOT.resolve(
                "functions/" + context + "/" + function + "/target/function/lib");
        if (Files.isDirectory(libraries)) {
          jars.addAll(namesIn(libraries));
        }
      }
    }
    return jars;
  }

  private static Set<String> namesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
