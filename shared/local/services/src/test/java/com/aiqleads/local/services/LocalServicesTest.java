package com.aiqleads.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalServicesTest {
  private static final Options POSTGRES = Options.defaults().only(Service.POSTGRES);

  @TempDir Path data;

  @Test
  void leavesNoProcessAndNoPort() {
    var services = LocalServices.start(data, POSTGRES);
    var pids = services.pids().get(Service.POSTGRES);
    int port = services.postgres().port();

    services.close();
    services.close();

    assertThat(pids).hasSizeGreaterThan(1).noneMatch(LocalServicesTest::isAlive);
    assertThat(FreePorts.isFree(port)).isTrue();
  }

  @Test
  void savesWhatIsToStayAndNothingOfWhatIsNot() {
    assertThat(endOf(POSTGRES)).contains("fast shutdown", "checkpoint starting: shutdown");
    assertThat(endOf(POSTGRES.forTemporaryData()))
        .contains("immediate shutdown")
        .doesNotContain("fast shutdown", "checkpoint starting: shutdown");
  }

  /// What the service wrote until its end.
  private String endOf(Options options) {
    var services = LocalServices.start(data, options);
    Path log = services.process(Service.POSTGRES).log();
    services.close();
    return Io.unchecked(() -> Files.readString(log));
  }

  @Test
  void tellsOfDeathButNotOfClosing() throws Exception {
    var died = new CompletableFuture<Service>();
    try (var services = LocalServices.start(data, POSTGRES)) {
      services.onDeath(process -> died.complete(process.service()));

      long pid = services.process(Service.POSTGRES).pids().getFirst();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();

      assertThat(died.get(60, TimeUnit.SECONDS)).isEqualTo(Service.POSTGRES);
      assertThat(services.process(Service.POSTGRES).isAlive()).isFalse();
    }
  }

  @Test
  void endsWhatTheDeathOfItsParentLeftBehind() {
    List<Long> family;
    try (var services = LocalServices.start(data, POSTGRES)) {
      family = services.process(Service.POSTGRES).pids();
      ProcessHandle.of(family.getFirst()).orElseThrow().destroyForcibly();
    }

    assertThat(family).hasSizeGreaterThan(1).noneMatch(LocalServicesTest::isAlive);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void endsPostgresWithItsKilledWrapper() throws Exception {
    try (var services = LocalServices.start(data, POSTGRES)) {
      var family = services.process(Service.POSTGRES).pids();

      ProcessHandle.of(family.getFirst()).orElseThrow().destroyForcibly();

      for (long pid : family) {
        ProcessHandle.of(pid).ifPresent(LocalServicesTest::awaitEnd);
      }
      services.process(Service.POSTGRES).restart();
      assertThat(services.pids().get(Service.POSTGRES)).doesNotContainAnyElementsOf(family);
    }
  }

  @Test
  void refusesDataDirectoryThatIsNone() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "");

    assertThatThrownBy(() -> LocalServices.start(file, POSTGRES))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void keepsTheLogInTheDataDirectory() {
    try (var services = LocalServices.start(data, POSTGRES)) {
      assertThat(services.process(Service.POSTGRES).log())
          .isEqualTo(data.resolve("run/postgres.log"));
    }
  }

  @Test
  void refusesDataThatAnotherRunUses() {
    try (var _ = LocalServices.start(data, POSTGRES)) {
      assertThatThrownBy(() -> LocalServices.start(data, POSTGRES))
          .isInstanceOf(ServiceFailed.class)
          .hasMessageContaining("another run is using the data directory " + data);
    }
  }

  @Test
  void showsTheLogOfWhatDoesNotStart() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var options = POSTGRES.withPorts(Map.of(Service.POSTGRES, taken.getLocalPort()));

      assertThatThrownBy(() -> LocalServices.start(data, options))
          .isInstanceOf(ServiceFailed.class)
          .hasMessageContaining("postgres on port " + taken.getLocalPort())
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void givesUpOnWhatDoesNotAnswerInTime() {
    var impatient =
        new Options(
            POSTGRES.repository(),
            Set.of(Service.S3),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Duration.ZERO,
            false);

    assertThatThrownBy(() -> LocalServices.start(data, impatient))
        .isInstanceOf(ServiceFailed.class)
        .hasMessageContaining("did not answer within PT0S");
  }

  @Test
  void saysWhatIsNotBuilt() {
    var elsewhere =
        new Options(
            data,
            Set.of(Service.S3),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Duration.ofSeconds(1),
            false);

    assertThatThrownBy(() -> LocalServices.start(data, elsewhere))
        .isInstanceOf(ServiceFailed.class)
        .hasMessageContaining("build shared/local first");
  }

  @Test
  void knowsOnlyWhatWasAskedFor() {
    try (var services = LocalServices.start(data, POSTGRES)) {
      assertThatThrownBy(services::search)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("opensearch was not asked for");
    }
  }

  @Test
  void putsTheGivenAddressIntoQueueUrls() throws Exception {
    var options =
        Options.defaults()
            .only(Service.ELASTICMQ)
            .withQueueAddress(URI.create("http://127.0.0.1:4566"));
    try (var services = LocalServices.start(data, options)) {
      var address = services.queues() + "/?Action=CreateQueue&QueueName=one";

      var answer = Keepsake.Http.call(URI.create(address), "POST", "", Map.of());

      assertThat(answer).contains("http://127.0.0.1:4566/000000000000/one");
    }
  }

  @Test
  void startsNothingThatOthersRun() {
    var others = URI.create("http://127.0.0.1:4510");
    var options =
        Options.defaults().only(Service.POSTGRES, Service.S3).without(Map.of(Service.S3, others));

    try (var services = LocalServices.start(data, options)) {
      assertThat(services.objects()).isEqualTo(others);
      assertThat(services.elsewhere()).containsOnlyKeys(Service.S3);
      assertThat(services.processes())
          .extracting(ServiceProcess::service)
          .containsExactly(Service.POSTGRES);
    }
  }

  @Test
  void hidesThePassword() {
    var address = new PostgresAddress("127.0.0.1", 5432, "aiqleads", "postgres", "secret");

    assertThat(address).hasToString("jdbc:postgresql://127.0.0.1:5432/aiqleads as postgres");
  }

  private static void awaitEnd(ProcessHandle process) {
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).isPresent();
  }
}
