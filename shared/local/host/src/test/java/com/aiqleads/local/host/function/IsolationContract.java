package com.aiqleads.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.function.Isolation.Environment;
import com.aiqleads.local.host.function.Isolation.InitFailed;
import com.aiqleads.local.host.function.Outcome.Answered;
import com.aiqleads.local.host.function.Outcome.Failed;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every isolation must do, whatever it is made of.
abstract class IsolationContract {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<Environment> started = new ArrayList<>();

  abstract Isolation isolation();

  @AfterEach
  void close() {
    started.forEach(Environment::close);
    isolation().close();
  }

  @Test
  void tellsAFunctionWhoItIs() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("market-tell");

    JsonNode answer = answer(start(function, 1), "{}");

    assertThat(answer.path("function").asText()).isEqualTo("market-tell");
    assertThat(answer.path("name").asText()).isEqualTo("aiqleads-local-market-tell");
    assertThat(answer.path("arn").asText())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:aiqleads-local-market-tell");
    assertThat(answer.path("version").asText()).isEqualTo("$LATEST");
    assertThat(answer.path("logGroup").asText()).isEqualTo("/aws/lambda/" + function.awsName());
    assertThat(answer.path("stream").asText()).isEqualTo("market-tell/1");
    assertThat(answer.path("memory").asInt()).isEqualTo(512);
    assertThat(answer.path("remaining").asInt()).isBetween(1, 60_000);
    assertThat(answer.path("none").asBoolean()).isTrue();
    assertThat(answer.path("id").asText()).isNotEmpty();
  }

  @Test
  void showsAFunctionNothingOfTheHost() throws Exception {
    Environment environment = start(SampleFunctions.streaming("market-blind"), 1);

    assertThat(answer(environment, "{}").path("seesHost").asBoolean()).isFalse();
  }

  @Test
  void keepsStaticStateFromCallToCallButNotBetweenFunctions() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("market-count");
    Environment first = start(function, 1);
    Environment second = start(SampleFunctions.streaming("market-other"), 1);

    assertThat(answer(first, "{}").path("calls").asInt()).isEqualTo(1);
    assertThat(answer(first, "{}").path("calls").asInt()).isEqualTo(2);
    assertThat(answer(second, "{}").path("calls").asInt()).isEqualTo(1);
  }

  @Test
  void readsAndWritesWithTheFunctionsOwnSerializerAndTypes() throws Exception {
    Environment environment = start(SampleFunctions.withLibraries(SampleFunctions.TYPED), 1);

    assertThat(text(invoke(environment, "\"hello\"", SOON)))
        .isEqualTo("\"java.lang.String hello java.lang.StringBuilder\"");
    assertThat(text(invoke(environment, "nothing", SOON)))
        .isEqualTo("\"null java.lang.StringBuilder\"");
  }

  /// Not always at its start: the client of the Runtime API waits for a call to say so.
  @Test
  void tellsTheFirstCallerWhatAFunctionLacksThatDoesNotStart() {
    assertThat(firstCall(SampleFunctions.withoutLibraries("sample.Missing")).message())
        .contains("sample.Missing");
    assertThat(firstCall(SampleFunctions.withoutLibraries(SampleFunctions.BROKEN)).message())
        .contains("no configuration");
  }

  private Failed firstCall(DeployedFunction function) {
    try (FunctionPool pool = new FunctionPool(function, isolation())) {
      return (Failed) pool.invoke(bytes("{}"));
    }
  }

  @Test
  void reportsWhatTheFunctionThrew() throws Exception {
    Environment environment = start(SampleFunctions.streaming("market-throw"), 1);

    Outcome outcome = invoke(environment, "throw!", SOON);

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
    Environment environment = start(SampleFunctions.streaming("market-slow"), 1);

    Outcome outcome = invoke(environment, "sleep!", Duration.ofMillis(100));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class, it -> assertThat(it.errorType()).isEqualTo(Failed.TIMED_OUT));
    assertThat(environment.spent()).isTrue();
  }

  Environment start(DeployedFunction function, int number) throws InitFailed {
    Environment environment = isolation().start(function, number);
    started.add(environment);
    return environment;
  }

  static JsonNode answer(Environment environment, String payload) {
    return Json.read(text(invoke(environment, payload, SOON)));
  }

  static String text(Outcome outcome) {
    return switch (outcome) {
      case Answered answered -> new String(answered.payload(), StandardCharsets.UTF_8);
      case Failed failed -> throw new AssertionError(failed.message());
    };
  }

  static Outcome invoke(Environment environment, String payload, Duration limit) {
    return environment.invoke(Invocation.of(bytes(payload), Instant.now().plus(limit)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
