package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A module that is not on this one's class path would escape every rule.
class ModulesTest {

  private static final Set<String> TOPS = Set.of("functions", "shared", "events", "infra-cdk");
  private static final Pattern OWN_ARTIFACT =
      Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");

  @Test
  void everyModuleWithSourcesIsLookedAt() throws IOException {
    String own = Files.readString(Repository.ROOT.resolve("shared/architecture/pom.xml"));
    Set<String> missing = new TreeSet<>();

    for (String artifact : artifacts(modules())) {
      if (!own.contains("<artifactId>" + artifact + "</artifactId>")) {
        missing.add(artifact);
      }
    }

    assertThat(missing).as("dependencies of shared/architecture/pom.xml").isEmpty();
  }

  @Test
  void everyFunctionIsPackagedBeforeTheProductRuns() throws IOException {
    String product = Files.readString(Repository.ROOT.resolve("shared/local/product/pom.xml"));
    List<Path> functions =
        modules().stream().filter(module -> Files.exists(module.resolve("function.yaml"))).toList();
    Set<String> missing = artifacts(functions);

    missing.removeIf(artifact -> product.contains("<artifactId>" + artifact + "</artifactId>"));

    assertThat(functions).isNotEmpty();
    assertThat(missing).as("functions in shared/local/product/pom.xml").isEmpty();
  }

  private static Set<String> artifacts(List<Path> modules) throws IOException {
    Set<String> artifacts = new TreeSet<>();
    for (Path module : modules) {
      Matcher artifact = OWN_ARTIFACT.matcher(Files.readString(module.resolve("pom.xml")));
      assertThat(artifact.find()).as("artifactId after parent in %s", module).isTrue();
      artifacts.add(artifact.group(1));
    }
    return artifacts;
  }

  private static List<Path> modules() {
    return TOPS.stream()
        .flatMap(top -> walk(Repository.ROOT.resolve(top)))
        .filter(module -> Files.exists(module.resolve("src/main/java")))
        .toList();
  }

  private static Stream<Path> walk(Path top) {
    try (Stream<Path> poms = Files.find(top, 4, (path, _) -> path.endsWith("pom.xml"))) {
      return poms.map(Path::getParent).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot walk " + top, e);
    }
  }
}
