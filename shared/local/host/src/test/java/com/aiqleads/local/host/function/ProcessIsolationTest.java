package com.aiqleads.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.function.Isolation.Environment;
import com.aiqleads.local.host.function.Outcome.Failed;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.aiqleads.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only a process of its own can do.
class ProcessIsolationTest extends IsolationContract {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;
  private ProcessIsolation isolation = ProcessIsolations.in(Path.of("target"));

  @BeforeEach
  void open() {
    isolation = ProcessIsolations.in(folder);
  }

  @Override
  Isolation isolation() {
    return isolation;
  }

  @Test
  void killsWhatTakesTooLong() throws Exception {
    Environment environment = start(SampleFunctions.streaming("market-killed"), 1);
    ProcessHandle process = ProcessIsolations.children("sample.SampleHandler").getFirst();

    invoke(environment, "sleep!", Duration.ofMillis(100));

    assertThat(process.isAlive()).isFalse();
    assertThat(environment.spent()).isTrue();
  }

  @Test
  void endsAStartThatComputesForTooLong() {
    Duration work = Duration.ofSeconds(2);
    ProcessIsolation strict =
        new ProcessIsolation(ProcessIsolations.SERVICE, folder, false, Optional.empty(), work);

    assertThatThrownBy(
            () -> strict.start(SampleFunctions.withoutLibraries(SampleFunctions.ENDLESS), 1))
        .isInstanceOf(Isolation.InitFailed.class)
        .hasMessageContaining("not ready after 2 s of processor time");
    assertThat(ProcessIsolations.children(SampleFunctions.ENDLESS)).isEmpty();
  }

  @Test
  void survivesAFunctionThatExits() throws Exception {
    Environment environment = start(SampleFunctions.streaming("market-exit"), 1);

    Outcome outcome = invoke(environment, "exit!", LONG);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.errorType()).isEqualTo(Failed.EXITED);
              assertThat(failed.message()).endsWith("Runtime exited with error: exit status 3");
            });
    assertThat(environment.spent()).isTrue();
  }

  @Test
  void killsWhatHoldsMoreMemoryThanItMay() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("market-hoard");
    Environment environment = start(SampleFunctions.with(function, 192, false), 1);

    Outcome outcome = invoke(environment, "hoard!", LONG);

    assertThat(outcome.failed()).isTrue();
    assertThat(environment.spent()).isTrue();
    assertThat(((Failed) outcome).message()).contains("of 192 MB");
  }

  @Test
  void isAnsweredByTheNextEnvironmentAfterAKillFromOutside() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("market-again");
    try (FunctionPool pool = new FunctionPool(function, isolation)) {
      pool.invoke(bytes("{}"));
      ProcessHandle idle = ProcessIsolations.children("sample.SampleHandler").getFirst();
      idle.destroyForcibly();
      Eventually.await(LONG, () -> !idle.isAlive());

      assertThat(pool.invoke(bytes("{}")).failed()).isFalse();
    }
  }

  @Test
  void givesAFunctionItsOwnVariablesAndNothingOfTheHosts() throws Exception {
    Environment environment = start(SampleFunctions.streaming("market-variables"), 1);

    String seen = text(invoke(environment, "variables!", LONG));

    assertThat(seen)
        .contains("AIQLEADS_ODD", "AWS_LAMBDA_FUNCTION_NAME", "_HANDLER", "LAMBDA_TASK_ROOT")
        .doesNotContain("HOME", "USER", "MAVEN");
  }

  @Test
  void runsTheHooksAroundASnapshot() throws Exception {
    DeployedFunction function = SampleFunctions.withoutLibraries(SampleFunctions.SNAPSHOT);

    Environment environment = start(SampleFunctions.with(function, 512, true), 1);

    assertThat(text(invoke(environment, "{}", LONG))).isEqualTo("before after");
  }

  @Test
  void saysThatAHookFailed() {
    DeployedFunction function = SampleFunctions.withoutLibraries(SampleFunctions.BAD_SNAPSHOT);

    assertThatThrownBy(() -> start(SampleFunctions.with(function, 512, true), 1))
        .isInstanceOf(Isolation.InitFailed.class)
        .hasMessageContaining("CheckpointException");
  }

  @Test
  void keepsTheFiguresOfItsLivingEnvironments() throws Exception {
    Path figures = folder.resolve("figures/market-figures-1.prom");
    Environment environment = start(SampleFunctions.streaming("market-figures"), 1);
    Files.writeString(figures, "# TYPE a counter\n");

    assertThat(isolation.figures()).containsExactly("# TYPE a counter\n");

    environment.close();
    assertThat(isolation.figures()).isEqualTo(List.of());
  }

  @Test
  void startsFromWhatItKeptOfAnEarlierStart() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("market-cached");
    ProcessIsolation caching =
        new ProcessIsolation(ProcessIsolations.SERVICE, folder, true, Optional.empty());

    try (Environment environment = caching.start(function, 1)) {
      assertThat(invoke(environment, "{}", LONG).failed()).isFalse();
      assertThat(caches()).hasSize(1);
    }
    FileTime made = Files.getLastModifiedTime(caches().getFirst());
    ProcessIsolation later =
        new ProcessIsolation(ProcessIsolations.SERVICE, folder, true, Optional.empty());
    try (Environment environment = later.start(function, 1)) {
      assertThat(invoke(environment, "{}", LONG).failed()).isFalse();
    }

    assertThat(Files.getLastModifiedTime(caches().getFirst())).isEqualTo(made);
    assertThat(Files.readString(folder.resolve("logs/market-cached.log")))
        .doesNotContain("[error]");
  }

  @Test
  void saysThatItsFolderCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> ProcessIsolations.in(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("libaws-lambda-jni");
  }

  @Test
  void makesAnotherCacheForAnotherBuild() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("market-rebuilt");
    try (ProcessIsolation caching =
        new ProcessIsolation(ProcessIsolations.SERVICE, folder, true, Optional.empty())) {
      caching.start(function, 1).close();
      caching.start(function, 2).close();
    }
    List<Path> first = caches();
    Files.writeString(function.artefact().resolve("another.txt"), "another build");
    try (ProcessIsolation caching =
        new ProcessIsolation(ProcessIsolations.SERVICE, folder, true, Optional.empty())) {
      caching.start(function, 1).close();
    }

    assertThat(caches()).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  private List<Path> caches() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("caches"))) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }

  @Test
  void opensADebuggersPortWhenAskedTo() throws Exception {
    DeployedFunction function = SampleFunctions.streaming("market-debug");
    ProcessIsolation debugging =
        new ProcessIsolation(ProcessIsolations.SERVICE, folder, false, Optional.of("market-debug"));

    try (Environment environment = debugging.start(function, 1)) {
      assertThat(environment.spent()).isFalse();
      assertThat(Files.readString(folder.resolve("logs/market-debug.log"))).contains("5006");
    }
  }
}
