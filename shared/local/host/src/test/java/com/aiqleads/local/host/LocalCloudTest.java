package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.local.host.http.PortTaken;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.testkit.Eventually;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
  private final LocalCloud cloud;
  private final Running running;
  private final Calls calls;

  LocalCloudTest(@TempDir Path folder) throws IOException {
    Path repository = SampleRepository.in(Files.createDirectories(folder.resolve("checkout")));
    Path data = folder.resolve("data");
    refusedFirst(repository, data);
    cloud = new LocalCloud(options(repository, data, 0), said::add);
    running = cloud.start();
    calls = new Calls(running);
  }

  private static void refusedFirst(Path repository, Path data) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LocalCloud refused =
            new LocalCloud(options(repository, data, other.getLocalPort()), _ -> {})) {
      assertThatThrownBy(refused::start)
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("-Dlocal.port");
    }
  }

  private static LocalOptions options(Path repository, Path data, int port) {
    return new LocalOptions(
        repository,
        data,
        port,
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

  /// As infra-cdk bounds them: what people wait for by the account, and no pool by this machine.
  @Test
  void admitsAsManyCallsAsADeployedFunctionWould() {
    assertThat(bounds("acquisition-scrape-sample")).isEqualTo("10 in 2");
    assertThat(bounds("acquisition-parse-sample")).isEqualTo("1000 in 2");
    assertThat(bounds("platform-serve-sample")).isEqualTo("1000 in 2");
  }

  private String bounds(String id) {
    DeployedFunction function = running.functions().pool(id).function();
    return function.concurrency() + " in " + function.environments();
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
    List<String> table = new CopyOnWriteArrayList<>();

    new OneRun(onKeptData(), table::add).run();

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
  void refusesToStartOnATakenPortOfTheSandbox() {
    int taken = URI.create(running.doors().gateway().address()).getPort();

    assertThatThrownBy(() -> Sandboxes.start(taken, 1, Sandbox.DEFAULT_DAY))
        .isInstanceOf(PortTaken.class)
        .hasMessageContaining("-Dlocal.sandbox.port");
    assertThatThrownBy(() -> SignInProvider.start(taken, "http://127.0.0.1:1"))
        .isInstanceOf(PortTaken.class)
        .hasMessageContaining("-Dlocal.provider.port");
  }

  /// The start of this test was refused once, on the same data.
  @Test
  void scrapesFirstAlthoughAnEarlierStartWasRefused() {
    long before = invocations("acquisition-scrape-sample");

    running.scrapeFirst();

    Eventually.await(SOON, () -> invocations("acquisition-scrape-sample") > before);
    assertThat(running.firstScrape().mark()).isRegularFile();
  }

  @Test
  void isNotQuietWhileAMessageIsNotDueYet() throws Exception {
    assertThat(running.quiet().await(SOON)).isTrue();
    String queues = running.doors().aws().address() + "/000000000000/";
    JsonNode late =
        Json.object()
            .put("QueueUrl", queues + "aiqleads-local-acquisition-parse-sample")
            .put("MessageBody", "{}")
            .put("DelaySeconds", 900);

    calls.aws("AmazonSQS.SendMessage", late);

    assertThat(calls.admin("/quiet").path("quiet").asBoolean()).isFalse();
    calls.aws("AmazonSQS.PurgeQueue", late);
    assertThat(running.quiet().await(SOON)).isTrue();
    assertThat(calls.admin("/quiet").path("quiet").asBoolean()).isTrue();
  }

  @Test
  void scrapesOnlyTheFirstTime() throws InterruptedException {
    assertThat(running.quiet().await(SOON)).isTrue();
    long before = invocations("acquisition-scrape-sample");

    onKeptData().scrapeFirst();

    assertThat(running.quiet().await(SOON)).isTrue();
    assertThat(invocations("acquisition-scrape-sample")).isEqualTo(before);
  }

  private Running onKeptData() {
    return new Running(
        running.doors(),
        running.sandbox(),
        running.provider(),
        new FirstScrape(running.firstScrape().mark(), false),
        running.functions(),
        running.schedules(),
        running.quiet(),
        running.tally());
  }

  private long invocations(String function) {
    return running.functions().pool(function).figures().invocations();
  }
}
