package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.local.host.http.PortTaken;
import com.aiqleads.testkit.Eventually;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Everything together, once, with small functions and all the real services.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalCloudTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final LocalCloud cloud;
  private final Running running;
  private final Calls calls;

  LocalCloudTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path repository = SampleRepository.in(Files.createDirectories(folder.resolve("checkout")));
    cloud = new LocalCloud(options(repository, folder.resolve("data")), said::add);
    running = cloud.start();
    calls = new Calls(running);
  }

  private static LocalOptions options(Path repository, Path data) {
    return new LocalOptions(
        repository,
        data,
        0,
        0,
        0,
        0,
        0,
        true,
        false,
        true,
        true,
        50,
        2,
        IsolationChoice.IN_PROCESS,
        ServicesChoice.EMBEDDED,
        "");
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  @Test
  void makesWhatTheManifestsSay() throws IOException {
    assertThat(calls.aws("AmazonSQS.ListQueues").path("QueueUrls").toString())
        .contains("aiqleads-local-acquisition-parse-sample\"")
        .contains("aiqleads-local-acquisition-parse-sample-dead")
        .contains("aiqleads-local-acquisition-order-sample.fifo")
        .contains("aiqleads-local-acquisition-scrape-sample-dead");
    assertThat(calls.aws("DynamoDB_20120810.ListTables").path("TableNames").get(0).asText())
        .isEqualTo("aiqleads-local-acquisition-states");
    assertThat(calls.aws("secretsmanager.ListSecrets").path("SecretList").findValuesAsText("Name"))
        .contains(
            "aiqleads/local/acquisition/contact-key",
            "aiqleads/local/acquisition/database",
            "aiqleads/local/platform/database-admin");
    assertThat(calls.aws("TrentService.ListAliases").path("Aliases").findValuesAsText("AliasName"))
        .containsExactly("alias/aiqleads-local-platform-tokens");
    assertThat(running.fresh()).isTrue();
    assertThat(running.addresses()).contains("console http://127.0.0.1:");
  }

  @Test
  void tellsFunctionsOfTheProviderThatRunsHere() throws IOException {
    String name = "aiqleads/local/platform/sign-in-providers";

    JsonNode settings =
        Json.read(
            calls
                .aws("secretsmanager.GetSecretValue", Json.object().put("SecretId", name))
                .path("SecretString")
                .asText());

    JsonNode provider = settings.path("providers").path(0);
    assertThat(provider.path("issuer").asText()).isEqualTo(running.provider());
    assertThat(
            calls
                .get(running.provider() + "/.well-known/openid-configuration")
                .path("issuer")
                .asText())
        .isEqualTo(running.provider());
    assertThat(provider.path("clientSecret").asText()).isNotEmpty();
  }

  @Test
  void handsMessagesToFunctionsAndSaysSo() throws IOException {
    calls.send("ListingParsed", "{\"data\":{\"listingId\":\"listing_1\"}}");

    Eventually.await(
        SOON, () -> said.stream().anyMatch(line -> line.contains("→ acquisition-parse-sample")));
    assertThat(calls.admin("/flow?correlation=cor_1").path("hops").get(0).path("event").asText())
        .isEqualTo("ListingParsed");
    assertThat(running.tally().figures().leads()).isEqualTo(1);
  }

  @Test
  void answersAtTheGateway() throws IOException {
    assertThat(calls.get(running.doors().gateway().address() + "/sample").path("version").asText())
        .isEqualTo("2.0");
    assertThat(calls.get(running.doors().gateway().address() + "/mine").path("message").asText())
        .isEqualTo("Unauthorized");
  }

  @Test
  void tellsAFunctionOfObjectsInItsBucket() throws IOException {
    HttpRequest put =
        HttpRequest.newBuilder(
                URI.create(running.doors().aws().address() + "/aiqleads-local-acquisition-pages/a"))
            .PUT(BodyPublishers.ofString("page"))
            .build();
    assertThat(LocalClient.send(put).statusCode()).isEqualTo(200);

    Eventually.await(SOON, () -> invocations("acquisition-store-sample") == 1);
  }

  @Test
  void runsEachScraperOnceAndTellsWhatCameOfIt() throws Exception {
    List<String> table = new CopyOnWriteArrayList<>();

    new OneRun(running, table::add).run();

    assertThat(invocations("acquisition-scrape-sample")).isPositive();
    assertThat(table).anyMatch(line -> line.startsWith("pages"));
    assertThat(table).anyMatch(line -> line.startsWith("dead letters"));
    assertThat(table.getLast()).startsWith("time");
  }

  @Test
  void doesNotSayThatNothingWasLostWhereItCannotKnow() throws Exception {
    Running onKeptData =
        new Running(
            running.doors(),
            running.sandbox(),
            running.provider(),
            false,
            running.functions(),
            running.schedules(),
            running.quiet(),
            running.tally());
    List<String> table = new CopyOnWriteArrayList<>();

    new OneRun(onKeptData, table::add).run();

    assertThat(table).anyMatch(line -> line.matches("lost +not known, on kept data"));
  }

  @Test
  void startsADeadServiceAgainWithItsQueues() throws IOException {
    JsonNode services = calls.admin("/services").path("services");
    for (JsonNode service : services) {
      if (service.path("name").asText().equals("elasticmq")) {
        ProcessHandle.of(service.path("pids").get(0).asLong()).orElseThrow().destroyForcibly();
      }
    }

    Eventually.await(SOON, () -> said.contains("elasticmq is back"));
    assertThat(calls.aws("AmazonSQS.ListQueues").path("QueueUrls").toString())
        .contains("aiqleads-local-acquisition-parse-sample");
  }

  @Test
  void restartsAServiceWhenTold() throws IOException {
    String admin = running.doors().admin().address();
    assertThat(calls.post(admin + "/services/s3/restart")).isEqualTo(202);
    assertThat(calls.post(admin + "/services/nothing/restart")).isEqualTo(404);
    assertThat(
            calls.get(running.doors().aws().address() + "/2015-03-31/functions").path("Functions"))
        .hasSize(6);
  }

  @Test
  void refusesToStartOnTakenPorts() {
    int taken = URI.create(running.doors().gateway().address()).getPort();
    LocalOptions options =
        new LocalOptions(
            folder.resolve("checkout"),
            folder.resolve("other"),
            taken,
            0,
            0,
            0,
            0,
            false,
            false,
            true,
            true,
            1,
            2,
            IsolationChoice.IN_PROCESS,
            ServicesChoice.EMBEDDED,
            "");
    try (LocalCloud second = new LocalCloud(options, said::add)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("-Dlocal.port");
    }
    assertThatThrownBy(() -> Sandboxes.start(taken, 1))
        .isInstanceOf(PortTaken.class)
        .hasMessageContaining("-Dlocal.sandbox.port");
    assertThatThrownBy(() -> SignInProvider.start(taken, "http://127.0.0.1:1"))
        .isInstanceOf(PortTaken.class)
        .hasMessageContaining("-Dlocal.provider.port");
  }

  private long invocations(String function) {
    return running.functions().pool(function).figures().invocations();
  }
}
