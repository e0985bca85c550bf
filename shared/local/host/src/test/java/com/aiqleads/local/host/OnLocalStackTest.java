package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Everything together with queues, tables and objects that others run, for which [StandIn] stands
/// in where there is no Docker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OnLocalStackTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final LocalCloud cloud;
  private final Running running;
  private final Calls calls;

  OnLocalStackTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path left = Files.createDirectories(folder.resolve("data-localstack/postgres"));
    Files.createFile(
        Files.createDirectories(folder.resolve("data-localstack/run")).resolve("lock"));
    Files.writeString(left.resolve("of-an-earlier-run"), "");
    cloud = new LocalCloud(LocalOptions.of(properties()), said::add);
    running = cloud.start();
    calls = new Calls(running);
  }

  private Properties properties() throws IOException {
    Path repository = SampleRepository.in(Files.createDirectories(folder.resolve("checkout")));
    Properties properties = new Properties();
    properties.setProperty("repository.root", repository.toString());
    properties.setProperty("local.data", folder.resolve("data").toString());
    properties.setProperty("local.services", "localstack");
    properties.setProperty("local.homes", "50");
    for (String port : List.of("", ".aws", ".admin", ".sandbox")) {
      properties.setProperty("local" + port + ".port", "0");
    }
    return properties;
  }

  @AfterAll
  void stop() {
    cloud.close();

    assertThat(StandIn.closed).isTrue();
  }

  @Test
  void makesQueuesTablesAndBucketsThere() throws IOException {
    assertThat(calls.aws("AmazonSQS.ListQueues").path("QueueUrls").toString())
        .contains(
            running.doors().aws().address()
                + "/000000000000/aiqleads-local-acquisition-parse-sample\"");
    assertThat(calls.aws("DynamoDB_20120810.ListTables").path("TableNames").get(0).asText())
        .isEqualTo("aiqleads-local-acquisition-states");
    URI bucket = URI.create(StandIn.address + "/aiqleads-local-acquisition-pages");
    assertThat(LocalClient.send(HttpRequest.newBuilder(bucket).build()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void tellsFunctionsWhereTheyAre() {
    assertThat(running.functions().pool("platform-serve-sample").function().variables())
        .containsEntry("AWS_ENDPOINT_URL_SQS", StandIn.address)
        .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", StandIn.address)
        .containsEntry("AWS_ENDPOINT_URL", running.doors().aws().address())
        .containsEntry("AWS_ACCESS_KEY_ID", "local");
  }

  @Test
  void handsOverWhatWaitsInTheQueuesThere() throws IOException {
    calls.send("ListingParsed", "{\"data\":{\"listingId\":\"listing_1\"}}");

    Eventually.await(
        SOON, () -> said.stream().anyMatch(line -> line.contains("→ acquisition-parse-sample")));
  }

  @Test
  void tellsAFunctionOfObjectsThatWentThroughOurEndpoint() throws IOException {
    String bucket = running.doors().aws().address() + "/aiqleads-local-acquisition-pages";
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(bucket + "/a"))
            .PUT(BodyPublishers.ofString("page"))
            .build();
    assertThat(LocalClient.send(put).statusCode()).isEqualTo(200);

    Eventually.await(
        SOON,
        () -> running.functions().pool("acquisition-store-sample").figures().invocations() == 1);
  }

  @Test
  void startsTheOthersOnEmptyDataOfItsOwn() throws IOException {
    assertThat(running.fresh()).isTrue();
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(folder.resolve("data-localstack/postgres/of-an-earlier-run")).doesNotExist();
    assertThat(calls.admin("/services").path("services").findValuesAsText("name"))
        .containsExactlyInAnyOrder("postgres", "opensearch", "elasticmq", "dynamodb", "s3");
    assertThat(calls.admin("/services").path("services").findValuesAsText("elsewhere"))
        .containsOnly(StandIn.address)
        .hasSize(3);
    String admin = running.doors().admin().address();
    assertThat(calls.post(admin + "/services/s3/restart")).isEqualTo(404);
  }
}
