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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a schedule fires, and what becomes of an asynchronous invocation.
abstract class SchedulesContract {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofMillis(10);
  private static final RetryPolicy AT_ONCE = retrying(MOMENT, Duration.ZERO);
  private static final RetryPolicy NEVER = retrying();
  private static final RetryPolicy TOMORROW = retrying(Duration.ofDays(1));

  @TempDir Path folder;
  private final Map<String, String> dead = new ConcurrentHashMap<>();
  private final DeployedFunction function = SampleFunctions.streaming("sample-scrape");
  private final FunctionHost functions;
  private final DeployedFunction alone =
      SampleFunctions.with(SampleFunctions.streaming("sample-single"), SOON, 1);
  private final FunctionPool pool;
  private final FunctionPool single;
  private final SetClock clock = new SetClock();

  SchedulesContract(Isolation isolation) {
    functions = new FunctionHost(isolation, List.of(function, alone));
    pool = functions.pool("sample-scrape");
    single = functions.pool("sample-single");
  }

  private static final class SetClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }
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

  /// A timer that is early by a moment finds the time still to come.
  @Test
  void firesOnceForEachTime() {
    List<String> fired = new CopyOnWriteArrayList<>();
    List<Schedules.Entry> often = List.of(entry(Duration.ofMillis(50)));
    Schedules.Target target = (_, it) -> fired.add(new String(it, StandardCharsets.UTF_8));
    InstantSource slow = () -> Instant.now().minusMillis(5L * fired.size());
    try (Schedules schedules = new Schedules(often, target, target, slow, MOMENT)) {
      schedules.start(_ -> true);
      Eventually.await(SOON, () -> fired.size() >= 3);
    }

    assertThat(fired).doesNotHaveDuplicates();
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
    try (AsyncInvocations async = async(AT_ONCE)) {
      async.submit("sample-scrape", bytes("\"throw!\""));

      Eventually.await(SOON, () -> async.givenUp() == 1 && async.open() == 0);
      assertThat(pool.figures().invocations()).isEqualTo(3);
      assertThat(files()).isZero();
      assertThat(dead).containsExactly(Map.entry("sample-scrape", "\"throw!\""));
    }
  }

  /// Lambda tries for hours, and counts none of it.
  @Test
  void triesAgainWithoutCountingWhileTheFunctionRunsAsOftenAsItMay(@TempDir Path other)
      throws IOException {
    Path done = other.resolve("done");
    Thread.startVirtualThread(() -> single.invoke(bytes("until!" + done + "!")));
    Eventually.await(SOON, () -> single.environments() == 1);
    try (AsyncInvocations async = async(NEVER)) {
      async.submit("sample-single", bytes("{}"));
      Eventually.await(SOON, () -> single.figures().throttles() > 3);
      assertThat(dead).isEmpty();
      assertThat(files()).isEqualTo(1);
      Files.createFile(done);

      Eventually.await(SOON, () -> async.open() == 0);
      assertThat(async.givenUp()).isZero();
      assertThat(dead).isEmpty();
      assertThat(files()).isZero();
    }
  }

  @Test
  void givesUpWhatCouldNotRunForTooLong(@TempDir Path other) throws IOException {
    Path done = other.resolve("done");
    Thread.startVirtualThread(() -> single.invoke(bytes("until!" + done + "!")));
    Eventually.await(SOON, () -> single.environments() == 1);
    try (AsyncInvocations async = async(NEVER)) {
      async.submit("sample-single", bytes("{}"));
      Eventually.await(SOON, () -> single.figures().throttles() > 1);
      clock.now = clock.now.plus(Duration.ofHours(6));
      long soFar = single.figures().throttles();
      Eventually.await(SOON, () -> single.figures().throttles() > soFar + 1);
      assertThat(async.givenUp()).isZero();
      clock.now = clock.now.plusMillis(1);

      Eventually.await(SOON, () -> async.givenUp() == 1);
      assertThat(dead).containsExactly(Map.entry("sample-single", "{}"));
      Files.createFile(done);
    }
  }

  /// Not Lambda's retries: the scheduler's own, of what could not even be handed over.
  @Test
  void handsOverAgainWhatWasNotTakenAndGoesOnFiring() {
    List<String> tried = new CopyOnWriteArrayList<>();
    List<String> aside = new CopyOnWriteArrayList<>();
    Schedules.Target refusing =
        (_, payload) -> {
          tried.add(new String(payload, StandardCharsets.UTF_8));
          throw new UncheckedIOException(new IOException("no space left"));
        };
    List<Schedules.Entry> hourly = List.of(entry(Duration.ofMillis(50)));
    try (Schedules schedules =
        new Schedules(
            hourly,
            refusing,
            (_, payload) -> aside.add(new String(payload, StandardCharsets.UTF_8)),
            InstantSource.system(),
            Duration.ZERO)) {
      schedules.start(_ -> true);
      Eventually.await(SOON, () -> Set.copyOf(tried).size() >= 3 && !aside.isEmpty());
    }

    String first = tried.getFirst();
    assertThat(tried).filteredOn(first::equals).hasSize(4);
    assertThat(aside).startsWith(first).doesNotHaveDuplicates();
  }

  /// Somebody has put a file where invocations are kept.
  @Test
  void putsAsideWhatCouldNeverBeHandedOver() throws IOException {
    Path kept = folder.resolve("kept");
    try (AsyncInvocations async =
            new AsyncInvocations(functions, kept, this::putAside, clock, NEVER);
        Schedules schedules =
            new Schedules(
                List.of(entry(Duration.ofMillis(50))),
                async::submit,
                async::putAside,
                InstantSource.system(),
                Duration.ZERO)) {
      Files.delete(kept);
      Files.createFile(kept);
      schedules.start(_ -> true);

      Eventually.await(SOON, () -> async.givenUp() > 0);
      assertThat(dead).containsOnlyKeys("sample-scrape");
      assertThat(pool.figures().invocations()).isZero();
    }
  }

  @Test
  void keepsWhatCannotBePutAside() {
    AsyncInvocations.DeadLetters full =
        (_, _) -> {
          throw new IOException("no queue");
        };
    try (AsyncInvocations async = new AsyncInvocations(functions, folder, full, clock, NEVER)) {
      async.submit("sample-scrape", bytes("\"throw!\""));

      Eventually.await(SOON, () -> async.givenUp() == 1);
      assertThat(files()).isEqualTo(1);
    }
  }

  @Test
  void takesUpWhatAKilledHostHasLeft() {
    try (AsyncInvocations killed = async(TOMORROW)) {
      killed.submit("sample-scrape", bytes("\"throw!\""));
      Eventually.await(SOON, () -> pool.figures().errors() == 1);
    }
    Eventually.await(SOON, () -> files() == 1);

    try (AsyncInvocations restarted = async(AT_ONCE)) {
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

  private AsyncInvocations async(RetryPolicy policy) {
    return new AsyncInvocations(functions, folder, this::putAside, clock, policy);
  }

  private static RetryPolicy retrying(Duration... afterFailures) {
    return new RetryPolicy(List.of(afterFailures), MOMENT, Duration.ofHours(6));
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
