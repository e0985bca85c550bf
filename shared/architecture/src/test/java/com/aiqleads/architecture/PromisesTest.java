package com.aiqleads.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents promise is kept by something that is there.
class PromisesTest {

  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+Test)`");
  private static final Pattern PATH =
      Pattern.compile("`((?:shared|functions|events|docs|infra-cdk|\\.github)/[A-Za-z0-9_./-]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
  private static final Pattern REFUSED_BY_FUNCTIONS = Pattern.compile("super\\(([45]\\d\\d),");
  private static final Pattern TOLD_OF_FUNCTIONS = Pattern.compile("\\| (\\d{3}) \\| `[a-z]");

  /// A bug: no failure of ours says it.
  private static final String FAILED = "500";

  private static final Pattern REFUSED_BY_THE_GATEWAY =
      Pattern.compile("message\\(exchange, (\\d+, \"[^\"]+\")\\)");
  private static final String FAILURES =
      "shared/lambda-http/src/main/java/com/aiqleads/lambda/http";
  private static final String GATEWAY =
      "shared/local/host/src/main/java/com/aiqleads/local/host/gateway/Gateway.java";
  private static final Set<String> REPLACED =
      Set.of(
          "redis",
          "postgis",
          "pgvector",
          "mongodb",
          "clickhouse",
          "graphql",
          "next-js",
          "streamlit",
          "kubernetes");

  @Test
  void whatSecurityAndRefusalsPromiseIsTestedByClassesThatExist() {
    Set<String> named = Documents.found(TEST, Documents.text("docs/security.md"));
    assertThat(named).hasSizeGreaterThan(10);
    named.addAll(Documents.found(TEST, Documents.text("docs/refusals.md")));

    assertThat(testClasses()).containsAll(named);
  }

  @Test
  void whatSecurityAndRefusalsPointToExists() {
    for (String document : new String[] {"docs/security.md", "docs/refusals.md"}) {
      String text = Documents.text(document);
      assertThat(Documents.found(PATH, text)).as(document).allMatch(PromisesTest::exists);
      assertThat(Documents.found(LINK, text)).as(document).allMatch(link -> exists("docs/" + link));
    }
  }

  @Test
  void everyRefusalOfFunctionsAndOfTheGatewayIsToldToCallers() {
    String refusals = Documents.text("docs/refusals.md");
    String failures =
        Documents.files(FAILURES, ".java").stream().map(Documents::text).collect(joining());

    assertThat(Documents.found(REFUSED_BY_FUNCTIONS, failures))
        .hasSizeGreaterThan(5)
        .allMatch(status -> refusals.contains("| " + status + " | `"));
    assertThat(Documents.found(TOLD_OF_FUNCTIONS, refusals))
        .filteredOn(status -> !status.equals(FAILED))
        .isSubsetOf(Documents.found(REFUSED_BY_FUNCTIONS, failures));
    assertThat(Documents.found(REFUSED_BY_THE_GATEWAY, Documents.text(GATEWAY)))
        .hasSizeGreaterThan(5)
        .map(answer -> answer.replace(", \"", " | `{\"message\":\""))
        .allMatch(answer -> refusals.contains("| " + answer + "}`"));
  }

  @Test
  void whatOthersUseAndWeDoNotIsDecidedWithAWayBack() {
    for (String technology : REPLACED) {
      String page = "docs/decisions/2026-11-21-no-" + technology + ".md";
      assertThat(Documents.text(page)).as(page).contains("**Would make us revert.**");
      assertThat(Documents.text(page).lines().count()).as(page).isLessThanOrEqualTo(25);
    }
  }

  private static boolean exists(String path) {
    return Files.exists(Repository.ROOT.resolve(path));
  }

  private static Set<String> testClasses() {
    return Stream.of("shared", "functions", "events", "infra-cdk")
        .flatMap(folder -> Documents.files(folder, "Test.java").stream())
        .map(Path::getFileName)
        .map(name -> name.toString().replace(".java", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
