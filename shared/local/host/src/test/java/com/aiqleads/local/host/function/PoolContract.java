package com.aiqleads.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.aiqleads.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a pool does with environments of any kind.
abstract class PoolContract {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  abstract Isolation isolation();

  @AfterEach
  void close() {
    callers.shutdownNow();
    isolation().close();
  }

  @Test
  void usesOneEnvironmentForCallsOneAfterAnother() {
    FunctionPool pool = pool(SampleFunctions.streaming("pool-one"));

    assertThat(calls(pool.invoke(bytes("{}")))).isEqualTo(1);
    assertThat(calls(pool.invoke(bytes("{}")))).isEqualTo(2);
    assertThat(pool.environments()).isEqualTo(1);
    assertThat(pool.figures().invocations()).isEqualTo(2);
    assertThat(pool.figures().coldStarts()).isEqualTo(1);
    assertThat(pool.figures().coldStartSeconds()).isPositive();
    assertThat(pool.figures().invocationSeconds()).isPositive();
    pool.close();
    assertThat(pool.environments()).isZero();
  }

  @Test
  void startsAnotherEnvironmentWhenAllAreBusyButNotMoreThanAllowed() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("pool-busy");
    FunctionPool pool = pool(SampleFunctions.with(function, Duration.ofSeconds(1), 2));

    List<Future<Outcome>> sleeping =
        List.of(
            callers.submit(() -> pool.invoke(bytes("sleep!"), SOON)),
            callers.submit(() -> pool.invoke(bytes("sleep!"), SOON)));
    Eventually.await(SOON, () -> pool.environments() == 2);
    Outcome third = callers.submit(() -> pool.invoke(bytes("{}"))).get();

    assertThat(third)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, it -> assertThat(it.errorType()).isEqualTo(Outcome.Failed.BUSY));
    assertThat(sleeping).noneMatch(Future::isDone);
  }

  @Test
  void replacesAnEnvironmentThatTookTooLong() {
    DeployedFunction function = SampleFunctions.streaming("pool-replace");
    FunctionPool pool = pool(SampleFunctions.with(function, Duration.ofSeconds(5), 1));
    pool.invoke(bytes("{}"));

    assertThat(pool.invoke(bytes("sleep!"))).isInstanceOf(Outcome.Failed.class);

    assertThat(pool.invoke(bytes("{}"))).isInstanceOf(Outcome.Answered.class);
    assertThat(pool.figures().coldStarts()).isEqualTo(2);
    assertThat(pool.figures().errors()).isEqualTo(1);
  }

  @Test
  void findsAFunctionByAnyOfItsNames() {
    DeployedFunction function = SampleFunctions.streaming("pool-find");
    try (FunctionHost host = new FunctionHost(isolation(), List.of(function))) {
      assertThat(host.find("pool-find")).isPresent();
      assertThat(host.find(function.awsName())).isPresent();
      assertThat(host.find(function.arn())).isPresent();
      assertThat(host.find("other")).isEmpty();
      assertThat(host.pools()).hasSize(1);
    }
  }

  FunctionPool pool(DeployedFunction function) {
    return new FunctionPool(function, isolation());
  }

  private static int calls(Outcome outcome) {
    return Json.read(((Outcome.Answered) outcome).payload()).path("calls").asInt();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
