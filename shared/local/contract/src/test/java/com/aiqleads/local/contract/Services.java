package com.aiqleads.local.contract;

import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.ObjectService;
import com.aiqleads.testkit.QueueService;
import java.net.URI;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Clients of the services under test, which `-Dservices` chooses.
final class Services {

  private static final String IMAGE = "localstack/localstack:4.14.0";
  private static final boolean LOCALSTACK =
      System.getProperty("services", "embedded").equals("localstack");

  private Services() {}

  /// Starts when it is first wanted, and ends with this JVM.
  private static final class LocalStack {
    private static final LocalStackContainer RUNNING =
        new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("sqs", "dynamodb", "s3");

    static {
      RUNNING.start();
    }

    static URI endpoint() {
      return RUNNING.getEndpoint();
    }
  }

  static SqsClient queues() {
    URI endpoint = LOCALSTACK ? LocalStack.endpoint() : new QueueService().endpoint();
    return client(SqsClient.builder(), endpoint);
  }

  static DynamoDbClient tables() {
    URI endpoint = LOCALSTACK ? LocalStack.endpoint() : new DynamoService().endpoint();
    return client(DynamoDbClient.builder(), endpoint);
  }

  static S3Client objects() {
    URI endpoint = LOCALSTACK ? LocalStack.endpoint() : new ObjectService().endpoint();
    return client(S3Client.builder().forcePathStyle(true), endpoint);
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
