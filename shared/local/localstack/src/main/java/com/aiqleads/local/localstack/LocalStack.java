package com.aiqleads.local.localstack;

import com.aiqleads.local.services.Elsewhere;
import com.aiqleads.local.services.Service;
import com.aiqleads.local.services.ServiceFailed;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// SQS, DynamoDB and S3 of the last LocalStack that needs no account. Its container keeps nothing
/// when it ends.
public final class LocalStack implements Elsewhere {

  static final String IMAGE = "localstack/localstack:4.14.0";
  private static final int PORT = 4566;

  private final BooleanSupplier dockerAnswers;
  private volatile @Nullable LocalStackContainer container;

  public LocalStack() {
    this(() -> DockerClientFactory.instance().isDockerAvailable());
  }

  LocalStack(BooleanSupplier dockerAnswers) {
    this.dockerAnswers = dockerAnswers;
  }

  @Override
  public Map<Service, URI> start(URI queueAddress) {
    if (!dockerAnswers.getAsBoolean()) {
      throw new ServiceFailed(
          "-Plocalstack needs Docker, which does not answer on this computer: start Docker and try"
              + " again, or leave -Plocalstack out to run on the embedded services, which need none");
    }
    URI endpoint = started(container(queueAddress)).getEndpoint();
    return Map.of(Service.ELASTICMQ, endpoint, Service.DYNAMODB, endpoint, Service.S3, endpoint);
  }

  private LocalStackContainer container(URI queueAddress) {
    return new LocalStackContainer(DockerImageName.parse(IMAGE))
        .withServices("sqs", "dynamodb", "s3")
        .withEnv(settings(queueAddress))
        .withCreateContainerCmdModifier(LocalStack::listenHereOnly);
  }

  /// Queue URLs as ElasticMQ writes them, and no word to anybody on the network.
  static Map<String, String> settings(URI queueAddress) {
    return Map.of(
        "LOCALSTACK_HOST", queueAddress.getAuthority(),
        "SQS_ENDPOINT_STRATEGY", "path",
        "DISABLE_EVENTS", "1",
        "SKIP_SSL_CERT_DOWNLOAD", "1");
  }

  /// Docker would publish the port on every address of this computer.
  private static void listenHereOnly(CreateContainerCmd command) {
    Objects.requireNonNull(command.getHostConfig())
        .withPortBindings(new PortBinding(Binding.bindIp("127.0.0.1"), new ExposedPort(PORT)));
  }

  private LocalStackContainer started(LocalStackContainer localStack) {
    container = localStack;
    try {
      localStack.start();
      return localStack;
    } catch (ContainerFetchException | ContainerLaunchException e) {
      throw new ServiceFailed("Docker could not start %s: %s".formatted(IMAGE, reason(e)));
    }
  }

  private static @Nullable String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }

  @Override
  public void close() {
    LocalStackContainer localStack = container;
    if (localStack != null) {
      localStack.stop();
    }
  }
}
