package com.aiqleads.local.host.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.FunctionPool;
import com.aiqleads.local.host.function.Isolation;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.aiqleads.manifest.Schedule;
import com.aiqleads.testkit.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a schedule fires, and what becomes of an asynchronous invocation.
abstract class SchedulesContract {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<Duration> AT_ONCE = List.of(Duration.ofMillis(10), Duration.ZERO);

  @TempDir Path folder;
  private final Map<String, String> dead = new ConcurrentHashMap<>();
  private final DeployedFunction function = SampleFunctions.streaming("sample-scrape");
  private final FunctionHost functions;
  private final FunctionPool pool;

  SchedulesContract(Isolation isolation) {
    functions = new FunctionHost(isolation, List.of(function));
    pool = functions.pool("sample-scrape");
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void firesWhenItIsTimeAndAgainAfterwards() {
    try (AsyncInvocations async =
            new AsyncInvocations(functions, folder, AsyncInvocations.DeadLetters.NONE);
        Schedules schedules = schedules(Duration.ofMillis(50), async)) {
      schedules.start(_ -> true);

      Eventually.await(SOON, () -> pool.figures().invocations() >= 3);
    }
  }

  @Test
  void firesOneNowByTheNameOfItsFunction() {
    try (AsyncInvocations async =
            new AsyncInvocations(functions, folder, AsyncInvocations.DeadLetters.NONE);
        Schedules schedules = schedules(Duration.ofDays(1), async)) {
      assertThat(schedules.fire("sample-other")).isFalse();
      assertThat(schedules.fire("sample-scrape")).isTrue();

      Eventually.await(SOON, () -> async.open() == 0);
      assertThat(pool.figures().invocations()).isEqualTo(1);
      assertThat(files()).isZero();
      assertThat(schedules.entries()).hasSize(1);
    }
  }

  @Test
  void givesTheFunctionWhatTheDeployedScheduleGives() {
    byte[] input =
        Schedules.input(entry(Duration.ofDays(1)), Instant.parse("2026-11-20T10:00:00Z"));

    assertThat(new String(input, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"schedule\":\"aiqleads-local-sample-scrape\","
                + "\"scheduledTime\":\"2026-11-20T10:00:00Z\"}");
  }

  @Test
  void triesTwiceMoreAndThenGivesUp() {
    try (AsyncInvocations async =
        new AsyncInvocations(functions, folder, this::putAside, AT_ONCE)) {
      async.submit("sample-scrape", bytes("\"throw!\""));

      Eventually.await(SOON, () -> async.givenUp() == 1 && async.open() == 0);
      assertThat(pool.figures().invocations()).isEqualTo(3);
      assertThat(files()).isZero();
      assertThat(dead).containsExactly(Map.entry("sample-scrape", "\"throw!\""));
    }
  }

  @Test
  void keepsWhatCannotBePutAside() {
    AsyncInvocations.DeadLetters full =
        (_, _) -> {
          throw new IOException("no queue");
        };
    try (AsyncInvocations async = new AsyncInvocations(functions, folder, full, List.of())) {
      async.submit("sample-scrape", bytes("\"throw!\""));

      Eventually.await(SOON, () -> async.givenUp() == 1);
      assertThat(files()).isEqualTo(1);
    }
  }

  @Test
  void takesUpWhatAKilledHostHasLeft() {
    List<Duration> tomorrow = List.of(Duration.ofDays(1));
    try (AsyncInvocations killed =
        new AsyncInvocations(functions, folder, this::putAside, tomorrow)) {
      killed.submit("sample-scrape", bytes("\"throw!\""));
      Eventually.await(SOON, () -> pool.figures().errors() == 1);
    }
    Eventually.await(SOON, () -> files() == 1);

    try (AsyncInvocations restarted =
        new AsyncInvocations(functions, folder, this::putAside, AT_ONCE)) {
      restarted.start();
      Eventually.await(SOON, () -> restarted.givenUp() == 1);
    }
    assertThat(files()).isZero();
  }

  @Test
  void forgetsWhatWasMeantForAFunctionThatIsGone() {
    try (AsyncInvocations async =
        new AsyncInvocations(functions, folder, AsyncInvocations.DeadLetters.NONE)) {
      async.submit("sample-gone", bytes("{}"));

      Eventually.await(SOON, () -> async.open() == 0);
      assertThat(files()).isZero();
    }
  }

  private void putAside(String functionId, byte[] payload) {
    dead.put(functionId, new String(payload, StandardCharsets.UTF_8));
  }

  private long files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Schedules schedules(Duration every, AsyncInvocations async) {
    return new Schedules(List.of(entry(every)), async, InstantSource.system());
  }

  private static Schedules.Entry entry(Duration every) {
    return new Schedules.Entry(
        "sample-scrape", "aiqleads-local-sample-scrape", new Schedule.Rate("rate(…)", every));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
