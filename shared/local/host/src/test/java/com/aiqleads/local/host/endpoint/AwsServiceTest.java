package com.aiqleads.local.host.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.endpoint.AwsService.Found;
import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.local.host.http.LocalServer;
import com.aiqleads.local.host.http.PortTaken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsServiceTest {

  private final ConcurrentLinkedQueue<Found> found = new ConcurrentLinkedQueue<>();
  private final LocalServer server =
      new LocalServer(
          0,
          "none",
          exchange -> {
            found.add(AwsService.of(exchange));
            exchange.sendResponseHeaders(204, -1);
          });

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "AmazonSQS.ListQueues, SQS",
    "DynamoDB_20120810.GetItem, DYNAMODB",
    "secretsmanager.GetSecretValue, SECRETS_MANAGER",
    "TrentService.Sign, KMS"
  })
  void isToldByTheTarget(String target, AwsService service) throws IOException {
    assertThat(found("/", Map.of("X-Amz-Target", target))).isEqualTo(new Found.Known(service));
  }

  @ParameterizedTest
  @CsvSource({
    "sqs, SQS",
    "dynamodb, DYNAMODB",
    "s3, S3",
    "lambda, LAMBDA",
    "scheduler, SCHEDULER",
    "secretsmanager, SECRETS_MANAGER",
    "kms, KMS",
    "sts, STS"
  })
  void isToldByTheScopeOfTheSignature(String scope, AwsService service) throws IOException {
    String signature =
        "AWS4-HMAC-SHA256 Credential=AKIA/20261120/us-east-1/%s/aws4_request, SignedHeaders=host"
            .formatted(scope);

    assertThat(found("/any", Map.of("Authorization", signature)))
        .isEqualTo(new Found.Known(service));
    assertThat(
            found(
                "/any?X-Amz-Credential=AKIA%2F20261120%2Fus-east-1%2F" + scope + "%2Faws4_request",
                Map.of()))
        .isEqualTo(new Found.Known(service));
  }

  @ParameterizedTest
  @CsvSource({
    "/2015-03-31/functions, LAMBDA",
    "/schedules, SCHEDULER",
    "/schedules/default, SCHEDULER",
    "/schedules-bucket/key, S3",
    "/bucket/key, S3"
  })
  void isToldByThePath(String path, AwsService service) throws IOException {
    assertThat(found(path, Map.of())).isEqualTo(new Found.Known(service));
  }

  @Test
  void namesWhatItDoesNotKnow() throws IOException {
    assertThat(found("/", Map.of("X-Amz-Target", "Kinesis_20131202.ListStreams")))
        .isEqualTo(new Found.Unknown("Kinesis_20131202"));
    assertThat(found("/", Map.of("X-Amz-Target", "nonsense")))
        .isEqualTo(new Found.Unknown("nonsense"));
    assertThat(
            found(
                "/",
                Map.of("Authorization", "AWS4 Credential=A/20261120/us-east-1/iam/aws4_request")))
        .isEqualTo(new Found.Unknown("iam"));
  }

  @Test
  void aTakenPortIsNamedWithItsProperty() {
    assertThatThrownBy(() -> new LocalServer(server.port(), "local.port", exchange -> {}).close())
        .isInstanceOf(PortTaken.class)
        .hasMessage(
            "port %d is taken: free it, or choose another with -Dlocal.port=<port>"
                .formatted(server.port()));
  }

  private Found found(String path, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path));
    headers.forEach(request::header);
    LocalClient.send(request.build());
    return found.remove();
  }
}
