package com.aiqleads.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.function.Isolation.Environment;
import com.aiqleads.local.host.function.Isolation.InitFailed;
import com.aiqleads.local.host.function.Outcome.Answered;
import com.aiqleads.local.host.function.Outcome.Failed;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessIsolationTest {

  private final InProcessIsolation isolation = new InProcessIsolation();

  @AfterEach
  void close() {
    isolation.close();
  }

  @Test
  void tellsAFunctionWhoItIs() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("market-tell");

    JsonNode answer = answer(isolation.start(function, 1), "{}");

    assertThat(answer.path("function").asText()).isEqualTo("market-tell");
    assertThat(answer.path("name").asText()).isEqualTo("aiqleads-local-market-tell");
    assertThat(answer.path("arn").asText())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:aiqleads-local-market-tell");
    assertThat(answer.path("version").asText()).isEqualTo("$LATEST");
    assertThat(answer.path("logGroup").asText()).isEqualTo("/aws/lambda/" + function.awsName());
    assertThat(answer.path("stream").asText()).isEqualTo("market-tell/1");
    assertThat(answer.path("memory").asInt()).isEqualTo(512);
    assertThat(answer.path("remaining").asInt()).isBetween(1, 5_000);
    assertThat(answer.path("none").asBoolean()).isTrue();
    assertThat(answer.path("id").asText()).isNotEmpty();
  }

  @Test
  void showsAFunctionNothingOfTheHost() throws Exception {
    Environment environment = isolation.start(SampleFunctions.streaming("market-blind"), 1);

    assertThat(answer(environment, "{}").path("seesHost").asBoolean()).isFalse();
  }

  @Test
  void keepsStaticStateFromCallToCallButNotBetweenFunctions() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("market-count");
    Environment first = isolation.start(function, 1);
    Environment second = isolation.start(SampleFunctions.streaming("market-other"), 1);

    assertThat(answer(first, "{}").path("calls").asInt()).isEqualTo(1);
    assertThat(answer(first, "{}").path("calls").asInt()).isEqualTo(2);
    assertThat(answer(second, "{}").path("calls").asInt()).isEqualTo(1);
    first.close();
    second.close();
  }

  @Test
  void readsAndWritesWithTheFunctionsOwnSerializerAndTypes() throws Exception {
    Environment environment =
        isolation.start(SampleFunctions.withLibraries(SampleFunctions.TYPED), 1);

    assertThat(text(invoke(environment, "\"hello\"", Duration.ofSeconds(5))))
        .isEqualTo("\"java.lang.String hello java.lang.StringBuilder\"");
    assertThat(text(invoke(environment, "nothing", Duration.ofSeconds(5)))).isEmpty();
  }

  @Test
  void reportsWhatTheFunctionThrew() throws Exception {
    Environment environment = isolation.start(SampleFunctions.streaming("market-throw"), 1);

    Outcome outcome = invoke(environment, "throw!", Duration.ofSeconds(5));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.errorType()).isEqualTo("java.lang.IllegalStateException");
              assertThat(failed.json().path("errorMessage").asText()).isEqualTo("told to");
              assertThat(failed.json().path("stackTrace").get(0).asText()).contains("sample.");
            });
    assertThat(environment.spent()).isFalse();
  }

  @Test
  void abandonsAnEnvironmentThatTakesTooLong() throws Exception {
    Environment environment = isolation.start(SampleFunctions.streaming("market-slow"), 1);

    Outcome outcome = invoke(environment, "sleep!", Duration.ofMillis(100));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class, it -> assertThat(it.errorType()).isEqualTo(Failed.TIMED_OUT));
    assertThat(environment.spent()).isTrue();
    environment.close();
  }

  @Test
  void saysWhyAFunctionDoesNotStart() {
    assertThatThrownBy(() -> start(SampleFunctions.withoutLibraries("sample.Missing")))
        .isInstanceOf(InitFailed.class)
        .hasMessageContaining("sample-alone did not start")
        .hasMessageContaining("sample.Missing");
    assertThatThrownBy(() -> start(SampleFunctions.withoutLibraries(SampleFunctions.NO_HANDLER)))
        .hasMessageContaining("neither RequestHandler nor RequestStreamHandler");
    assertThatThrownBy(() -> start(SampleFunctions.withoutLibraries(SampleFunctions.TYPED)))
        .hasMessageContaining("exactly one CustomPojoSerializer on its class path and has 0");
    assertThatThrownBy(() -> start(SampleFunctions.withLibraries(SampleFunctions.UNTYPED)))
        .hasMessageContaining("does not say its input and output types");
    assertThatThrownBy(() -> start(SampleFunctions.withoutLibraries(SampleFunctions.BROKEN)))
        .hasMessageContaining("no configuration");
  }

  @Test
  void sharesLibrariesOnlyBetweenEqualSets(@TempDir Path other) throws Exception {
    LibraryLoaders loaders = new LibraryLoaders();
    DeployedFunction function = SampleFunctions.withLibraries(SampleFunctions.TYPED);
    Path lib = Files.createDirectories(other.resolve("lib"));
    Path jar = SampleFunctions.librariesOf(function).resolve("sample-library-1-SNAPSHOT.jar");
    Path copy = Files.copy(jar, lib.resolve(jar.getFileName()));

    ClassLoader first = loaders.loaderOf(Artefact.of(function.artefact()));

    assertThat(loaders.loaderOf(Artefact.of(other))).isSameAs(first);
    byte[] changed = Files.readAllBytes(copy);
    changed[changed.length - 1] ^= 1;
    Files.write(copy, changed);
    assertThat(loaders.loaderOf(Artefact.of(other))).isNotSameAs(first);
    loaders.close();
  }

  private void start(DeployedFunction function) throws InitFailed {
    isolation.start(function, 1).close();
  }

  private static JsonNode answer(Environment environment, String payload) {
    return Json.read(text(invoke(environment, payload, Duration.ofSeconds(5))));
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Answered answered -> new String(answered.payload(), StandardCharsets.UTF_8);
      case Failed failed -> throw new AssertionError(failed.message());
    };
  }

  private static Outcome invoke(Environment environment, String payload, Duration limit) {
    return environment.invoke(
        Invocation.of(payload.getBytes(StandardCharsets.UTF_8), Instant.now().plus(limit)));
  }
}
