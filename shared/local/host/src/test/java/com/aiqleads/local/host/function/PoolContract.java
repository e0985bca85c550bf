package com.aiqleads.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.aiqleads.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a pool does with environments of any kind.
abstract class PoolContract {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<FunctionPool> pools = new ArrayList<>();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  abstract Isolation isolation();

  @AfterEach
  void close() {
    callers.shutdownNow();
    pools.forEach(FunctionPool::close);
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

  /// As Lambda does: nobody queues for a function that runs as often as it may.
  @Test
  void startsAnotherEnvironmentForEachCallAndRefusesAtOnceWhatIsMoreThanAllowed() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("pool-busy");
    FunctionPool pool = pool(SampleFunctions.with(function, SOON, 2));

    List<Future<Outcome>> sleeping =
        List.of(
            callers.submit(() -> pool.invoke(bytes("sleep!"))),
            callers.submit(() -> pool.invoke(bytes("sleep!"))));
    Eventually.await(SOON, () -> pool.environments() == 2);
    Outcome third = pool.invoke(bytes("{}"));

    assertThat(third)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, it -> assertThat(it.errorType()).isEqualTo(Outcome.Failed.BUSY));
    assertThat(sleeping).noneMatch(Future::isDone);
    assertThat(pool.figures().throttles()).isEqualTo(1);
    assertThat(pool.figures().invocations()).isZero();
  }

  /// Lambda would start another; this machine does not run as many.
  @Test
  void letsACallWaitThatOnlyThisMachineHasNoEnvironmentFor(@TempDir Path folder) throws Exception {
    DeployedFunction function = SampleFunctions.streaming("pool-wait");
    FunctionPool pool = pool(SampleFunctions.with(function, SOON, 3, 1));
    Path done = folder.resolve("done");

    Future<Outcome> first = callers.submit(() -> pool.invoke(bytes("until!" + done + "!")));
    Eventually.await(SOON, () -> Files.exists(folder.resolve("done-begun")));
    Future<Outcome> second = callers.submit(() -> pool.invoke(bytes("{}")));
    Outcome impatient = pool.invoke(bytes("{}"), Duration.ofMillis(10));
    assertThat(List.of(first, second)).noneMatch(Future::isDone);
    Files.createFile(done);

    assertThat(first.get()).isInstanceOf(Outcome.Answered.class);
    assertThat(second.get()).isInstanceOf(Outcome.Answered.class);
    assertThat(impatient)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, it -> assertThat(it.errorType()).isEqualTo(Outcome.Failed.BUSY));
    assertThat(pool.figures().coldStarts()).isEqualTo(1);
  }

  @Test
  void startsAnotherForTheOneWhoWaitsWhenAnEnvironmentEnds() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("pool-ended");
    FunctionPool pool = pool(SampleFunctions.with(function, Duration.ofSeconds(5), 2, 1));

    pool.invoke(bytes("{}"));
    Future<Outcome> late = callers.submit(() -> pool.invoke(bytes("sleep!")));
    Eventually.await(SOON, () -> pool.invoke(bytes("{}"), Duration.ZERO) instanceof Outcome.Failed);
    Outcome next = pool.invoke(bytes("{}"));

    assertThat(late.get()).isInstanceOf(Outcome.Failed.class);
    assertThat(next).isInstanceOf(Outcome.Answered.class);
    assertThat(pool.figures().coldStarts()).isEqualTo(2);
  }

  /// Of any answer, whoever asked for it.
  @Test
  void failsWhatAnswersMoreThanLambdaPasses() {
    FunctionPool pool = pool(SampleFunctions.streaming("pool-large"));
    int limit = 6 * 1024 * 1024 + 100;

    assertThat(pool.invoke(bytes("fill!" + limit + "!"))).isInstanceOf(Outcome.Answered.class);
    assertThat(pool.invoke(bytes("fill!" + (limit + 1) + "!")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            it -> assertThat(it.errorType()).isEqualTo("Function.ResponseSizeTooLarge"));
  }

  @Test
  void tellsEveryoneWhoWaitsThatTheFunctionDoesNotStart() throws Exception {
    DeployedFunction function = SampleFunctions.withoutLibraries(SampleFunctions.BROKEN);
    FunctionPool pool = pool(SampleFunctions.with(function, SOON, 3, 1));

    List<Callable<Outcome>> calls = Collections.nCopies(3, () -> pool.invoke(bytes("{}")));
    List<Future<Outcome>> outcomes = callers.invokeAll(calls);

    for (Future<Outcome> outcome : outcomes) {
      assertThat(((Outcome.Failed) outcome.get()).message()).contains("no configuration");
    }
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
    FunctionPool pool = new FunctionPool(function, isolation());
    pools.add(pool);
    return pool;
  }

  private static int calls(Outcome outcome) {
    return Json.read(((Outcome.Answered) outcome).payload()).path("calls").asInt();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
