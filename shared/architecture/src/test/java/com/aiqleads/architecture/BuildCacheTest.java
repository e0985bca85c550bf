package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A cached build leaves a module's tests out while its inputs are as they were. What they read of
/// others is one of these only if the module's POM says so: or it stays green, whatever is there.
class BuildCacheTest {

  private static final Pattern READ =
      Pattern.compile(
          "\"((?:docs|shared|functions|events|infra-cdk|\\.github|\\.githooks)(?:/[^\"\\s]*)?)\"");
  private static final Pattern INPUT =
      Pattern.compile("<maven\\.build\\.cache\\.input\\.\\d+>\\$\\{repository\\.root}/([^<]+)</");

  /// Whose tests read what they have written into a folder of their own.
  private static final Set<String> READ_THEIR_OWN =
      Set.of("shared/local/host", "shared/local/services", "shared/manifest");

  @TestFactory
  Stream<DynamicTest> knowsWhatTestsReadOfOtherModules() {
    List<String> modules =
        Stream.of("functions", "shared", "events", "infra-cdk")
            .flatMap(folder -> Documents.files(folder, "pom.xml").stream())
            .map(pom -> Repository.ROOT.relativize(pom.getParent()).toString())
            .filter(BuildCacheTest::readsTheRepository)
            .toList();
    assertThat(modules).contains("infra-cdk", "shared/architecture", "shared/authorization");
    return modules.stream()
        .filter(module -> !READ_THEIR_OWN.contains(module))
        .map(module -> DynamicTest.dynamicTest(module, () -> declares(module)));
  }

  private static void declares(String module) {
    Set<String> inputs = new TreeSet<>(Documents.found(INPUT, Documents.text(module + "/pom.xml")));
    inputs.add(module);

    for (Path test : tests(module)) {
      assertThat(Documents.found(READ, Documents.text(test)))
          .as("what %s reads", test.getFileName())
          .allMatch(path -> inputs.stream().anyMatch(input -> isBelow(path, input)));
    }
  }

  private static boolean isBelow(String path, String input) {
    return Path.of(path).startsWith(Path.of(input));
  }

  private static boolean readsTheRepository(String module) {
    return tests(module).stream()
        .anyMatch(test -> Documents.text(test).contains("\"repository.root\""));
  }

  /// What only a bench reads is of no build.
  private static List<Path> tests(String module) {
    String folder = module + "/src/test/java";
    return Files.isDirectory(Repository.ROOT.resolve(folder))
        ? Documents.files(folder, ".java").stream()
            .filter(file -> !file.toString().endsWith("Run.java"))
            .toList()
        : List.of();
  }
}
