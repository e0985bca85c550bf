package com.aiqleads.local.contract;

import com.aiqleads.lambda.WithoutExpectation;
import com.aiqleads.local.localstack.LocalStack;
import com.aiqleads.local.services.Service;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.ObjectService;
import com.aiqleads.testkit.QueueService;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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

  private static final boolean LOCALSTACK =
      System.getProperty("services", "embedded").equals("localstack");

  private Services() {}

  /// Starts when it is first wanted, and ends with this JVM.
  private static final class OnLocalStack {
    static final Map<Service, URI> ADDRESSES =
        new LocalStack().start(URI.create("http://127.0.0.1:4566"));
  }

  static SqsClient queues() {
    URI endpoint = address(Service.ELASTICMQ, new QueueService()::endpoint);
    return client(SqsClient.builder(), endpoint);
  }

  static DynamoDbClient tables() {
    URI endpoint = address(Service.DYNAMODB, new DynamoService()::endpoint);
    return client(DynamoDbClient.builder(), endpoint);
  }

  static S3Client objects() {
    URI endpoint = address(Service.S3, new ObjectService()::endpoint);
    return client(S3Client.builder().forcePathStyle(true), endpoint);
  }

  private static URI address(Service service, Supplier<URI> embedded) {
    return LOCALSTACK
        ? Objects.requireNonNull(OnLocalStack.ADDRESSES.get(service))
        : embedded.get();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            settings -> settings.addExecutionInterceptor(new WithoutExpectation()))
        .build();
  }
}
