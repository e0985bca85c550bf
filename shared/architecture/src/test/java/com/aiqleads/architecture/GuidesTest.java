package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the pages for newcomers tell them to open, to run and to look at is there.
class GuidesTest {

  private static final String FIRST_HOUR = "docs/first-hour.md";
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*)`");
  private static final Pattern PATH =
      Pattern.compile("`((?:shared|functions|events|docs|infra-cdk|\\.github)/[A-Za-z0-9_./-]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
  private static final Pattern MODULES = Pattern.compile("-pl ([A-Za-z0-9/,-]+)");
  private static final Pattern COMMAND = Pattern.compile("(\\./mvnw [^`\n]+)");
  private static final Pattern TESTS = Pattern.compile("-Dtest='?([A-Za-z0-9*]+)(?:#([^' ]+))?");
  private static final Pattern METHOD =
      Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|Contract)\\.[a-z][A-Za-z0-9]+)`");
  private static final Pattern FUNCTION =
      Pattern.compile("(?:local\\.debug=|/schedules/)([a-z]+-[a-z-]+)");

  @Test
  void everyClassThatTheFirstHourNamesExists() {
    Set<String> named = Documents.found(CLASS, Documents.text(FIRST_HOUR));

    assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(source(".", name)).isNotEmpty());
  }

  @Test
  void everyFunctionThatTheFirstHourNamesExists() {
    assertThat(Documents.found(FUNCTION, Documents.text(FIRST_HOUR)))
        .isNotEmpty()
        .map(function -> "functions/" + function.replaceFirst("-", "/") + "/function.yaml")
        .allMatch(GuidesTest::exists);
  }

  @Test
  void everyTestThatTheFirstHourRunsExists() {
    List<String> commands =
        Documents.found(COMMAND, Documents.text(FIRST_HOUR)).stream()
            .filter(command -> command.contains("-Dtest="))
            .toList();

    assertThat(commands).isNotEmpty().allSatisfy(GuidesTest::runsATest);
  }

  /// A fresh checkout has none of our modules in its local repository.
  @ParameterizedTest
  @ValueSource(strings = {FIRST_HOUR, "README.md", "CONTRIBUTING.md", "docs/local.md"})
  void everyModuleIsBuiltWithWhatItDependsOn(String page) {
    List<String> commands =
        Documents.found(COMMAND, Documents.text(page)).stream()
            .filter(command -> command.contains(" -pl "))
            .toList();

    assertThat(commands).allMatch(command -> command.contains(" -am"));
  }

  @ParameterizedTest
  @ValueSource(strings = {FIRST_HOUR, "README.md", "CONTRIBUTING.md", "docs/local.md"})
  void everyFileThatAPageNamesExists(String page) {
    String text = Documents.text(page);
    Set<String> named = Documents.found(PATH, text);
    for (String modules : Documents.found(MODULES, text)) {
      Stream.of(modules.split(",")).map(module -> module + "/pom.xml").forEach(named::add);
    }

    assertThat(named).allMatch(GuidesTest::exists);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FIRST_HOUR,
        "README.md",
        "CONTRIBUTING.md",
        "docs/local.md",
        "docs/new-function.md",
        "docs/deploy.md",
        "docs/reliability.md"
      })
  void everyLinkOfAPageLeadsSomewhere(String page) {
    Path folder = Repository.ROOT.resolve(page).getParent();

    assertThat(Documents.found(LINK, Documents.text(page)))
        .allMatch(link -> Files.exists(folder.resolve(link)));
  }

  @Test
  void everyTestOfTheLocalCloudThatItsPageNamesExists() {
    Set<String> named = Documents.found(METHOD, Documents.text("docs/local.md"));

    assertThat(named)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name -> {
              String[] parts = name.split("\\.");
              assertThat(methods(source("shared", parts[0]))).contains(parts[1]);
            });
  }

  private static void runsATest(String command) {
    String module = Documents.found(MODULES, command).iterator().next();
    var test = TESTS.matcher(command);
    assertThat(test.find()).isTrue();
    List<Path> classes = source(module, test.group(1));
    assertThat(classes).isNotEmpty();
    if (test.group(2) != null) {
      Pattern wanted = glob(test.group(2));
      assertThat(methods(classes)).anyMatch(method -> wanted.matcher(method).matches());
    }
  }

  /// Sources of classes with such a name, in which `*` stands for anything.
  private static List<Path> source(String folder, String name) {
    Pattern wanted = glob(name + ".java");
    return Documents.files(folder, ".java").stream()
        .filter(file -> wanted.matcher(String.valueOf(file.getFileName())).matches())
        .toList();
  }

  private static Set<String> methods(List<Path> sources) {
    Set<String> methods = new TreeSet<>();
    Pattern method = Pattern.compile("void ([a-z][A-Za-z0-9]*)\\(");
    sources.forEach(source -> methods.addAll(Documents.found(method, Documents.text(source))));
    return methods;
  }

  private static Pattern glob(String text) {
    return Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E");
  }

  private static boolean exists(String path) {
    return Files.exists(Repository.ROOT.resolve(path));
  }
}
