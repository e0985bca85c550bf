package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.infra.Synthesized.Resource;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Surroundings;
import com.aiqleads.manifest.Wiring;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Functions are told here what the local host tells them, and read what they are told.
class EnvironmentTest {

  /// Where only AWS has something to say.
  private static final Set<String> ONLY_HERE =
      Set.of(
          "AIQLEADS_DATABASE_AUTHORITIES",
          "AIQLEADS_DATABASE_HOST",
          "AIQLEADS_EDGE_SECRETS",
          "AIQLEADS_KEYS_URL");

  private static final Pattern KEY = Pattern.compile("\\$\\{(aiqleads[a-z.]+)(:?)[^}]*}");

  private final Synthesized synthesized = Synthesized.any();

  static List<FunctionManifest> functions() {
    return Synthesized.REPOSITORY.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isWhatTheManifestsSay(FunctionManifest function) {
    Map<String, String> made = environment(function);
    made.keySet().removeAll(ONLY_HERE);
    made.computeIfPresent("AIQLEADS_SEARCH_URL", (_, _) -> "search");

    assertThat(made).isEqualTo(expected(function));
  }

  private static Map<String, String> expected(FunctionManifest function) {
    Surroundings surroundings =
        new Surroundings(
            "prod",
            "us-east-1",
            "https://aiqleads.example",
            "https://issuer.aiqleads.example",
            "search",
            Map.of());
    Map<String, String> expected =
        new TreeMap<>(new Wiring(Synthesized.REPOSITORY, surroundings).environmentOf(function));
    // Lambda sets it, and refuses whoever wants to.
    expected.remove("AWS_REGION");
    return expected;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void holdsWhatEveryPlaceOfTheFunctionMustBeTold(FunctionManifest function) {
    Map<String, String> made = environment(function);

    assertThat(made.containsKey("AIQLEADS_EDGE_SECRETS")).isEqualTo(!function.routes().isEmpty());
    assertThat(made.containsKey("AIQLEADS_KEYS_URL"))
        .isEqualTo(
            !function.routes().isEmpty() && Placement.of(function.uses()) == Placement.INSIDE);
    assertThat(made.containsKey("AIQLEADS_DATABASE_HOST"))
        .isEqualTo(
            function.uses().database() != com.aiqleads.manifest.Access.NONE
                && SpecialFunctions.passesByProxy(function));
    assertThat(made.containsKey("AIQLEADS_DATABASE_AUTHORITIES"))
        .as("whoever does not pass by the proxy, whose certificate everybody knows")
        .isEqualTo(
            function.uses().database() != com.aiqleads.manifest.Access.NONE
                && !SpecialFunctions.passesByProxy(function));
  }

  @Test
  void namesAuthoritiesOfTheDatabaseThatFunctionsShip() {
    assertThat(
            Synthesized.ROOT.resolve(
                "shared/lambda-database/src/main/resources/" + Database.AUTHORITIES))
        .content()
        .contains("BEGIN CERTIFICATE");
  }

  @Test
  void leavesNothingUnsaidThatAFunctionCannotDoWithout() {
    Set<String> told = new TreeSet<>();
    functions().forEach(function -> told.addAll(environment(function).keySet()));

    assertThat(told).containsAll(keysInSources(""));
  }

  @Test
  void saysNothingThatNobodyReads() {
    Set<String> read = keysInSources(":");
    read.addAll(keysInSources(""));
    // Read as records, FunctionIdentity and IssuerSettings, and as a condition of Quotas.
    read.addAll(
        List.of(
            "AIQLEADS_STAGE",
            "AIQLEADS_CONTEXT",
            "AIQLEADS_FUNCTION",
            "AIQLEADS_ISSUER",
            "AIQLEADS_KEYS_URL",
            "AIQLEADS_QUOTAS"));

    for (FunctionManifest function : functions()) {
      assertThat(read).containsAll(environment(function).keySet());
    }
  }

  @Test
  void namesTheHeadersThatFunctionsAskFor() {
    assertThat(text(sources("shared/lambda-http").filter(it -> it.endsWith("EdgeSecret.java"))))
        .contains("\"" + EdgeStack.HEADER + "\"", "\"" + EdgeStack.VIEWER_ADDRESS + "\"");
  }

  @Test
  void namesTheAudienceThatFunctionsWant() {
    assertThat(text(sources("shared/lambda-http").filter(it -> it.endsWith("TokenVerifier.java"))))
        .contains("AUDIENCE = \"" + Api.AUDIENCE + "\"");
  }

  private Map<String, String> environment(FunctionManifest function) {
    Resource made =
        synthesized.one(
            "AWS::Lambda::Function",
            "/FunctionName",
            synthesized.stage().names().function(function.id()));
    Map<String, String> environment = new TreeMap<>();
    JsonNode variables = made.properties().at("/Environment/Variables");
    variables.properties().forEach(it -> environment.put(it.getKey(), it.getValue().asText()));
    return environment;
  }

  /// `${aiqleads.api.url}` of any source, or with a default after the colon.
  private static Set<String> keysInSources(String colon) {
    Set<String> keys = new TreeSet<>();
    Matcher found =
        KEY.matcher(text(Stream.of("shared", "functions").flatMap(EnvironmentTest::sources)));
    while (found.find()) {
      if (found.group(2).equals(colon)) {
        keys.add(found.group(1).toUpperCase(Locale.ROOT).replace('.', '_'));
      }
    }
    return keys;
  }

  private static Stream<Path> sources(String folder) {
    Path root = Synthesized.ROOT.resolve(folder);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(it -> it.toString().endsWith(".java") && it.toString().contains("/src/main/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot walk " + root, e);
    }
  }

  private static String text(Stream<Path> files) {
    return files
        .map(
            file -> {
              try {
                return Files.readString(file);
              } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
              }
            })
        .collect(Collectors.joining("\n"));
  }
}
