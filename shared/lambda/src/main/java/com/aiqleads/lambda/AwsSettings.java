package com.aiqleads.lambda;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/// How SDK clients are made: everything said, so that none of them goes looking for it.
@Singleton
final class AwsSettings {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);

  private final Environment environment = Environment.current();
  private final TimeBudget budget;
  private @Nullable SdkHttpClient http;

  AwsSettings(RemainingTime remainingTime) {
    this.budget = new TimeBudget(remainingTime);
  }

  /// The service as the SDK's standard variables name it: `SQS`, `SECRETS_MANAGER`.
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      String service, B builder) {
    builder
        .region(Region.of(environment.get("AWS_REGION", "us-east-1")))
        .credentialsProvider(credentials())
        .httpClient(http())
        .overrideConfiguration(
            settings ->
                settings
                    .addExecutionInterceptor(budget)
                    .addExecutionInterceptor(new WithoutExpectation()));
    endpoint(service).ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /// Made with the first client: it loads all of TLS, which whoever needs only credentials
  /// does not.
  private synchronized SdkHttpClient http() {
    SdkHttpClient known = http;
    if (known == null) {
      known =
          UrlConnectionHttpClient.builder()
              .connectionTimeout(CONNECT_TIMEOUT)
              .socketTimeout(SOCKET_TIMEOUT)
              .build();
      http = known;
    }
    return known;
  }

  private Optional<URI> endpoint(String service) {
    return environment
        .find("AWS_ENDPOINT_URL_" + service)
        .or(() -> environment.find("AWS_ENDPOINT_URL"))
        .map(URI::create);
  }

  AwsCredentialsProvider credentials() {
    if (environment.find("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
      return ContainerCredentialsProvider.builder().build();
    }
    String key = environment.get("AWS_ACCESS_KEY_ID", "local");
    String secret = environment.get("AWS_SECRET_ACCESS_KEY", "local");
    return StaticCredentialsProvider.create(
        environment
            .find("AWS_SESSION_TOKEN")
            .<AwsCredentials>map(token -> AwsSessionCredentials.create(key, secret, token))
            .orElseGet(() -> AwsBasicCredentials.create(key, secret)));
  }
}
