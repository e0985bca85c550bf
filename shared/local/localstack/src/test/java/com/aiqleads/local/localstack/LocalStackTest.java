package com.aiqleads.local.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.services.Elsewhere;
import com.aiqleads.local.services.Service;
import com.aiqleads.local.services.ServiceFailed;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without Docker: what its daemon would be asked for. What LocalStack then does is tried with
/// `-Plocalstack` only.
class LocalStackTest {

  private static final URI ENDPOINT = URI.create("http://127.0.0.1:4566");
  private static final int PUBLISHED = 4510;

  @TempDir static Path home;
  private static FakeDocker docker;

  /// Testcontainers asks once for each JVM where Docker is.
  @BeforeAll
  static void tellWhereDockerIs() throws IOException {
    docker = new FakeDocker(PUBLISHED);
    Files.writeString(
        home.resolve(".testcontainers.properties"), "docker.host=" + docker.address() + "\n");
    System.setProperty("user.home", home.toString());
  }

  @Test
  void isWhatTheHostFinds() {
    assertThat(ServiceLoader.load(Elsewhere.class)).hasOnlyElementsOfType(LocalStack.class);
  }

  @Test
  void startsTheVersionThatNeedsNoAccountAndEndsIt() throws IOException {
    Map<Service, URI> addresses;
    try (LocalStack localStack = new LocalStack()) {
      addresses = localStack.start(ENDPOINT);
    }

    assertThat(addresses)
        .containsOnlyKeys(Service.ELASTICMQ, Service.DYNAMODB, Service.S3)
        .containsValue(URI.create("http://127.0.0.1:" + PUBLISHED));
    assertThat(asked().path("Image").asText()).isEqualTo("localstack/localstack:4.14.0");
    assertThat(docker.removals()).isPositive();
  }

  @Test
  void writesQueueUrlsOfOurEndpointAndTellsNobodyOnTheNetwork() throws IOException {
    try (LocalStack localStack = new LocalStack()) {
      localStack.start(ENDPOINT);
    }

    List<String> settings = new ArrayList<>();
    asked().path("Env").forEach(setting -> settings.add(setting.asText()));
    assertThat(settings)
        .contains(
            "SERVICES=sqs,dynamodb,s3",
            "LOCALSTACK_HOST=127.0.0.1:4566",
            "SQS_ENDPOINT_STRATEGY=path",
            "DISABLE_EVENTS=1");
  }

  @Test
  void listensOnThisComputerOnly() throws IOException {
    try (LocalStack localStack = new LocalStack()) {
      localStack.start(ENDPOINT);
    }

    JsonNode bindings = asked().path("HostConfig").path("PortBindings").path("4566/tcp");
    assertThat(bindings).hasSize(1);
    assertThat(bindings.get(0).path("HostIp").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void saysWhatDockerSaid() {
    docker.broken(true);
    try (LocalStack localStack = new LocalStack()) {
      assertThatThrownBy(() -> localStack.start(ENDPOINT))
          .isInstanceOf(ServiceFailed.class)
          .hasMessageStartingWith("Docker could not start localstack/localstack:4.14.0: ")
          .hasMessageContaining("no space left on device");
    } finally {
      docker.broken(false);
    }
  }

  @Test
  void saysInOneSentenceThatThereIsNoDocker() {
    try (LocalStack localStack = new LocalStack(() -> false)) {
      assertThatThrownBy(() -> localStack.start(ENDPOINT))
          .isInstanceOf(ServiceFailed.class)
          .hasMessageContaining("needs Docker")
          .hasMessageContaining("start Docker and try again, or leave -Plocalstack out");
    }
  }

  /// Testcontainers makes a container of its own before, to see whether files can be mounted.
  private static JsonNode asked() {
    return docker.created().getLast();
  }
}
