package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.manifest.ContextManifest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What docs/deploy.md tells people to type, and what the workflow of a deployment types, exists:
/// commands with their options, profiles, modules, stacks, and names of what is deployed.
class CommandsTest {

  private static final String DEPLOY = text("docs/deploy.md");
  private static final String WORKFLOW = text(".github/workflows/deploy.yml");

  /// What an operator makes: while restoring, and for the workflow.
  private static final Set<String> MADE_BY_HAND = Set.of("restored", "replaced", "workflow");

  private static final Pattern SET = Pattern.compile("(?m)(?:^|[ `])([A-Z_]{2,})=");
  private static final Pattern READ = Pattern.compile("\\bread -r\\w*(?: '[^']*')?([A-Z_ ]+)");
  private static final Pattern USED = Pattern.compile("\\$\\{?([A-Z_]{2,})");

  private static final Pattern ASKED =
      Pattern.compile("curl (?:-X ([A-Z]+) )?(?:\\$API|https://<domain>)(/[^\\s`]*)");

  /// What the host of the workflows gives by itself.
  private static final String OF_THE_HOST = "GITHUB_TOKEN";

  private static final Pattern NESTED = Pattern.compile("\\$\\(([^()]*)\\)");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:^|[;&|(`] *|\\$\\( *|[a-z]: )"
              + "((?:aws|cdk|npx aws-cdk@[0-9.]+) [a-z0-9][^`\\n;|&]*)");
  private static final Pattern OPTION = Pattern.compile("(?<= )--?[a-z][a-z0-9-]*");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");

  private final Synthesized prod = Synthesized.any();

  @Test
  void existWithTheirOptions() {
    Set<String> known = new TreeSet<>(lines("infra-cdk/src/test/resources/commands.txt"));
    known.removeIf(line -> line.isEmpty() || line.startsWith("#"));

    assertThat(String.join("\n", commands())).isEqualTo(String.join("\n", known));
  }

  /// `aws sqs get-queue-url --queue-name`, each command and option once, in order.
  private static Set<String> commands() {
    Set<String> found = new TreeSet<>();
    for (String line : calls()) {
      String call = line.replaceFirst("npx aws-cdk@[0-9.]+", "cdk");
      String plain = QUOTED.matcher(call).replaceAll("TEXT");
      String[] words = plain.split(" +");
      int named = words[0].equals("aws") ? words[2].equals("wait") ? 4 : 3 : 2;
      String command = String.join(" ", List.of(words).subList(0, named));
      found.add(command);
      OPTION
          .matcher(plain)
          .results()
          .map(MatchResult::group)
          .forEach(option -> found.add(command + " " + option));
    }
    return found;
  }

  private static List<String> calls() {
    List<String> calls = new ArrayList<>();
    for (String document : List.of(DEPLOY, WORKFLOW)) {
      // Lines that go on, in blocks and in sentences alike.
      String joined =
          document
              .replaceAll("\\\\\\n\\s*", " ")
              .replaceAll("(`(?:aws|\\./mvnw)[^`\\n]*)\\n([^`\\n]*)\\n?([^`\\n]*`)", "$1 $2 $3");
      String outer = joined;
      while (NESTED.matcher(outer).find()) {
        calls.addAll(found(COMMAND, NESTED.matcher(outer).results().map(it -> it.group(1))));
        outer = NESTED.matcher(outer).replaceAll("VALUE");
      }
      calls.addAll(found(COMMAND, outer.lines()));
    }
    return calls;
  }

  private static List<String> found(Pattern pattern, Stream<String> texts) {
    return texts
        .flatMap(text -> pattern.matcher(text.strip()).results())
        .map(result -> result.group(1).strip())
        .toList();
  }

  @Test
  void useOneVersionOfTheCommandLine() {
    assertThat(
            Pattern.compile("npx \\S+")
                .matcher(DEPLOY + WORKFLOW)
                .results()
                .map(it -> it.group().replace("'", ""))
                .distinct())
        .hasSize(1)
        .allMatch(it -> it.matches("npx aws-cdk@2\\.[0-9.]+"));
  }

  @Test
  void buildWithProfilesAndModulesThatExist() {
    String poms = text("pom.xml") + text("infra-cdk/pom.xml") + text("infra-cdk/cdk.json");

    for (String profile : all("\\./mvnw[^`\\n]* -P([a-z]+)", DEPLOY + poms)) {
      assertThat(poms).contains("<id>" + profile + "</id>");
    }
    assertThat(all("\\./mvnw[^`\\n]* -pl ([a-z/-]+)", DEPLOY + poms)).containsOnly("infra-cdk");
    assertThat(text("infra-cdk/pom.xml")).contains("<snapshots>compare</snapshots>");
    assertThat(DEPLOY).contains("-Dsnapshots=renew");
  }

  /// The secret of a context that is new is made by the one, its tables by the second, and its
  /// functions by the third.
  @Test
  void deployTheStoresThenMigrateThenDeployTheRest() {
    String page = DEPLOY.substring(DEPLOY.indexOf("## Every later deployment"));

    assertThat(page)
        .containsSubsequence(
            "\ncdk deploy -c stage=$STAGE data",
            "\naws lambda update-function-code",
            "\naws lambda invoke",
            "\ncdk deploy -c stage=$STAGE --all\n");
    assertThat(WORKFLOW)
        .containsSubsequence(
            " deploy data -c", "update-function-code", "lambda invoke", " deploy --all -c");
  }

  @Test
  void deployStacksThatExistInTheirOrder() {
    String first = DEPLOY.substring(0, DEPLOY.indexOf("## Every later deployment"));
    List<String> deployed =
        all("(?m)^cdk deploy -c stage=\\$STAGE ([a-z ]+)$", first).stream()
            .flatMap(names -> Stream.of(names.split(" ")))
            .toList();

    assertThat(deployed).containsExactlyInAnyOrderElementsOf(prod.templates().keySet());
    List<String> order = prod.product().stacks().stream().map(it -> it.getNode().getId()).toList();
    assertThat(deployed.indexOf("issuer")).isLessThan(deployed.indexOf("platform"));
    assertThat(order).startsWith(deployed.getFirst()).endsWith(deployed.getLast());
  }

  @Test
  void nameWhatTheTemplatesMake() {
    String templates =
        prod.templates().values().stream().map(JsonNode::toString).collect(Collectors.joining());
    List<String> names = all("aiqleads-\\$STAGE-([a-z0-9-]+)", DEPLOY);
    Set<String> stacks =
        prod.product().stacks().stream()
            .map(software.amazon.awscdk.Stack::getStackName)
            .collect(Collectors.toSet());

    assertThat(names).isNotEmpty();
    for (String name : names) {
      String full = "aiqleads-prod-" + name;
      assertThat(
              MADE_BY_HAND.contains(name)
                  || stacks.contains(full)
                  || templates.contains("\"" + full + "\""))
          .as(full)
          .isTrue();
    }
    for (String secret : all("aiqleads/\\$STAGE/([a-z0-9/-]+)", DEPLOY)) {
      assertThat(templates).contains("\"aiqleads/prod/" + secret + "\"");
    }
  }

  @Test
  void askAddressesThatAnswer() {
    List<Pattern> routes =
        prod.all("AWS::ApiGatewayV2::Route").stream()
            .map(it -> it.text("/RouteKey").replaceAll("\\{[^}]*}", "[^/]+"))
            .map(Pattern::compile)
            .toList();

    assertThat(ASKED.matcher(DEPLOY).results())
        .hasSizeGreaterThan(5)
        .map(it -> (it.group(1) == null ? "GET" : it.group(1)) + " " + it.group(2))
        .allSatisfy(
            asked -> assertThat(routes).as(asked).anyMatch(it -> it.matcher(asked).matches()));
    assertThat(all("curl https://issuer\\.<domain>/(\\S+)", DEPLOY))
        .containsOnly(".well-known/openid-configuration");
    assertThat(
            text(
                "functions/platform/rotate-keys/src/main/java/com/aiqleads/platform/rotatekeys/"
                    + "Discovery.java"))
        .contains(".well-known/openid-configuration");
  }

  @Test
  void useNoVariableThatThePageDoesNotSet() {
    Set<String> set =
        Stream.concat(SET.matcher(DEPLOY).results(), READ.matcher(DEPLOY).results())
            .flatMap(found -> Stream.of(found.group(1).strip().split(" +")))
            .collect(Collectors.toSet());

    assertThat(USED.matcher(DEPLOY).results().map(it -> it.group(1)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(set).contains(name));
  }

  @Test
  void tellWhatTheWorkflowsMustBeGiven() {
    for (String workflow : List.of("cd", "ci", "deploy", "lint", "security")) {
      assertThat(
              all(
                  "\\b(?:vars|secrets)\\.([A-Z_]+)",
                  text(".github/workflows/" + workflow + ".yml")))
          .filteredOn(name -> !name.equals(OF_THE_HOST))
          .allMatch(name -> DEPLOY.contains("`" + name + "`"));
    }
    assertThat(WORKFLOW).contains("vars.DEPLOY_ROLE");
  }

  /// A payload that a function does not know would only make it do its daily work.
  @Test
  void tellFunctionsWhatTheyKnow() {
    assertThat(DEPLOY)
        .contains("{\"admin\": \"<address>\"}", "\\\"schedule\\\":\\\"replace-at-once\\\"");
    assertThat(
            text(
                "functions/platform/migrate-database/src/main/java/com/aiqleads/platform/"
                    + "migratedatabase/MigrateDatabaseHandler.java"))
        .contains("ADMIN = \"admin\"");
    assertThat(
            text(
                "functions/platform/rotate-keys/src/main/java/com/aiqleads/platform/rotatekeys/"
                    + "RotateKeysHandler.java"))
        .contains("AT_ONCE = \"replace-at-once\"");
  }

  @Test
  void readOutputsThatStacksHave() {
    assertThat(DEPLOY).contains("starts_with(OutputKey,'Search$1')");
    for (String output : all("\\$\\(output (Search[A-Z][a-z]+)\\)", DEPLOY)) {
      assertThat(prod.template("data").path("Outputs").properties())
          .anyMatch(it -> it.getKey().startsWith("Search" + output));
    }
  }

  @Test
  void sayOfEverySecretHowItIsChanged() {
    String chapter = DEPLOY.substring(DEPLOY.indexOf("## Rotate"));

    for (ContextManifest context : Synthesized.REPOSITORY.contexts()) {
      assertThat(context.secrets().keySet())
          .as("of %s", context.name())
          .allMatch(secret -> chapter.contains("`" + secret + "`"));
    }
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static String text(String file) {
    return String.join("\n", lines(file));
  }

  private static List<String> lines(String file) {
    Path path = Synthesized.ROOT.resolve(file);
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
