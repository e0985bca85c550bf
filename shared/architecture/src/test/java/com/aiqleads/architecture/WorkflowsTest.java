package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the workflows and the hook run is there to be run. They themselves run elsewhere.
class WorkflowsTest {

  private static final String FOLDER = ".github/workflows";
  private static final Pattern PROFILE = Pattern.compile("(?<= )-P([a-z]+)");
  private static final Pattern MODULES = Pattern.compile("-pl ([a-z,/-]+)");
  private static final Pattern ACTION =
      Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+@(v\\d+(\\.\\d+\\.\\d+)?|[0-9a-f]{40})");
  private static final Pattern CALL = Pattern.compile("(?m)(?:^|[;&|] *)(\\.?[A-Za-z0-9_./-]+)");

  private static final Pattern SECRETS = Pattern.compile("(?m)^secrets='(.*)'$");

  /// Programs that the machines of the workflows have.
  private static final Set<String> PROGRAMS = Set.of("git", "awk", "aws", "curl", "grep", "npx");

  /// Whose makers move no tag of a whole major version: it cannot be resolved, and nothing of the
  /// job runs.
  private static final Set<String> WITHOUT_MAJOR_TAGS = Set.of("google/osv-scanner-action");

  @TestFactory
  Stream<DynamicTest> runOnlyWhatExists() {
    return Documents.files(FOLDER, ".yml").stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  @Test
  void areAllThere() {
    assertThat(Documents.files(FOLDER, ".yml"))
        .extracting(file -> file.getFileName().toString())
        .contains("ci.yml", "lint.yml", "security.yml", "cd.yml");
  }

  @Test
  void goThroughTheStagesOneAfterAnother() {
    Map<String, Object> jobs = map(parsed("cd.yml").get("jobs"));

    assertThat(map(jobs.get("dev")).get("needs")).isEqualTo("build");
    assertThat(map(jobs.get("staging")).get("needs")).isEqualTo("dev");
    assertThat(map(jobs.get("prod")).get("needs")).isEqualTo("staging");
  }

  @Test
  void deployWithTheCommandOfTheInfrastructure() {
    assertThat(steps(parsed("deploy.yml")))
        .filteredOn(step -> String.valueOf(step.get("run")).startsWith("npx aws-cdk@"))
        .hasSize(3)
        .allMatch(step -> "infra-cdk".equals(step.get("working-directory")));
  }

  @Test
  void nameTagsThatTheMakersHave() {
    assertThat(steps(parsed("security.yml")))
        .extracting(step -> String.valueOf(step.get("uses")))
        .filteredOn(uses -> WITHOUT_MAJOR_TAGS.stream().anyMatch(uses::startsWith))
        .isNotEmpty()
        .allMatch(uses -> !uses.matches(".*@v\\d+"));
  }

  /// The scanner tells a list of what we build on by these names alone.
  @Test
  void scanTheListThatTheBuildLeavesUnderANameThatTheScannerKnows() {
    String scanned =
        steps(parsed("security.yml")).stream()
            .filter(step -> String.valueOf(step.get("uses")).contains("osv-scanner"))
            .map(step -> String.valueOf(map(step.get("with")).get("scan-args")))
            .collect(Collectors.joining());

    assertThat(scanned).matches("--lockfile=target/sbom/(bom|.+\\.cdx)\\.json");
    assertThat(Documents.text("pom.xml"))
        .contains("<outputDirectory>${project.build.directory}/sbom</outputDirectory>")
        .contains("<outputName>" + scanned.replaceFirst(".*/(.+)\\.json", "$1") + "</outputName>");
  }

  /// What is checked out of a pull request ends with a merge of the host's, `Merge <hash> into
  /// <hash>`: with it no pull request could pass.
  @Test
  void measureNoSubjectThatNobodyWrote() {
    assertThat(steps(parsed("lint.yml")))
        .extracting(step -> String.valueOf(step.get("run")))
        .filteredOn(run -> run.startsWith("git log"))
        .hasSize(1)
        .allMatch(run -> run.contains(" --no-merges "));
  }

  /// The scanner asks for the commits of a pull request, and fails if it may not.
  @Test
  void mayReadThePullRequestThatTheyLookForSecretsIn() {
    Map<String, Object> job = map(map(parsed("security.yml").get("jobs")).get("secrets"));

    assertThat(map(job.get("permissions")))
        .containsEntry("contents", "read")
        .containsEntry("pull-requests", "read");
  }

  @Test
  void haveAHookThatIsInstalledByOneLine() {
    Path hook = Repository.ROOT.resolve(".githooks/pre-commit");

    assertThat(hook).isExecutable();
    assertThat(Documents.text("CONTRIBUTING.md")).contains("git config core.hooksPath .githooks");
    assertThat(Documents.text(hook)).contains("./mvnw").contains("spotless:check");
  }

  /// Taken apart here, or the hook would refuse this very file.
  @Test
  void stopWhatLooksLikeASecretOfOurs() {
    Matcher pattern = SECRETS.matcher(Documents.text(".githooks/pre-commit"));
    assertThat(pattern.find()).isTrue();
    Pattern secrets = Pattern.compile(pattern.group(1));

    for (String begins : List.of("AK" + "IA", "sk_" + "live_", "rk_" + "live_", "xox" + "b-")) {
      assertThat(secrets.matcher(begins + "A0".repeat(8)).find()).as(begins).isTrue();
    }
    assertThat(secrets.matcher("\"apiKey\": \"rk_live_…\"").find()).isFalse();
  }

  private static void check(Path file) {
    Map<String, Object> workflow = Documents.parsed(file);
    assertThat(workflow).containsKeys("name", "on", "permissions", "jobs");
    for (Map<String, Object> step : steps(workflow)) {
      assertThat(step.containsKey("run") || step.containsKey("uses")).as("%s", step).isTrue();
      if (step.containsKey("run")) {
        runs(String.valueOf(step.get("run")));
      } else {
        assertThat(String.valueOf(step.get("uses"))).matches(ACTION);
      }
    }
    for (Object job : map(workflow.get("jobs")).values()) {
      Object other = map(job).get("uses");
      assertThat(other == null || Files.exists(Repository.ROOT.resolve(String.valueOf(other))))
          .as("%s", other)
          .isTrue();
    }
  }

  private static void runs(String command) {
    for (String call : Documents.found(CALL, command)) {
      boolean ours = Files.isExecutable(Repository.ROOT.resolve(call));
      assertThat(ours || PROGRAMS.contains(call)).as("%s in: %s", call, command).isTrue();
    }
    assertThat(profiles()).containsAll(Documents.found(PROFILE, command));
    for (String modules : Documents.found(MODULES, command)) {
      assertThat(modules.split(","))
          .allMatch(module -> Files.exists(Repository.ROOT.resolve(module + "/pom.xml")));
    }
  }

  private static Set<String> profiles() {
    Pattern id = Pattern.compile("<profile>\\s*(?:<!--(?:(?!-->).)*-->\\s*)?<id>([a-z]+)</id>", 32);
    Set<String> profiles = new TreeSet<>(Documents.found(id, Documents.text("pom.xml")));
    for (String module : List.of("shared/local/product", "infra-cdk")) {
      if (Files.exists(Repository.ROOT.resolve(module + "/pom.xml"))) {
        profiles.addAll(Documents.found(id, Documents.text(module + "/pom.xml")));
      }
    }
    return profiles;
  }

  private static List<Map<String, Object>> steps(Map<String, Object> workflow) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Object job : map(workflow.get("jobs")).values()) {
      if (map(job).get("steps") instanceof List<?> listed) {
        steps.addAll(listed.stream().map(WorkflowsTest::map).collect(Collectors.toList()));
      }
    }
    return steps;
  }

  private static Map<String, Object> parsed(String name) {
    return Documents.parsed(Repository.ROOT.resolve(FOLDER).resolve(name));
  }

  @SuppressWarnings("unchecked") // a mapping of a workflow has texts as keys
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
