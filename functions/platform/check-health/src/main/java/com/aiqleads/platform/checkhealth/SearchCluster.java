package com.aiqleads.platform.checkhealth;

import com.aiqleads.lambda.Environment;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import org.opensearch.client.opensearch._types.HealthStatus;
import org.opensearch.client.opensearch.cluster.HealthResponse;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// The search cluster's own word on its health, read by the types of opensearch-java.
@Singleton
final class SearchCluster {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int OK = 200;

  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE).build();
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsProvider credentials;
  private final URI address;
  private final String region;

  SearchCluster(
      @Value("${aiqleads.search.url:`http://127.0.0.1:9200`}") String address,
      AwsCredentialsProvider credentials) {
    this.address = URI.create(address + "/_cluster/health");
    this.credentials = credentials;
    this.region = Environment.current().get("AWS_REGION", "us-east-1");
  }

  /// Gives its color. Fails if the cluster has lost a primary shard, or cannot be asked. Yellow is
  /// well: one node alone never has copies.
  String check() {
    HealthStatus status = health().status();
    if (status == HealthStatus.Red) {
      throw new IllegalStateException("the search cluster is " + status.jsonValue());
    }
    return status.jsonValue();
  }

  private HealthResponse health() {
    try {
      HttpExecuteResponse response = http.prepareRequest(signed()).call();
      int code = response.httpResponse().statusCode();
      if (code != OK || response.responseBody().isEmpty()) {
        throw new IllegalStateException("the search cluster answered " + code);
      }
      try (InputStream body = response.responseBody().orElseThrow()) {
        return read(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the search cluster does not answer", e);
    }
  }

  private static HealthResponse read(InputStream body) {
    TypesOnly mapper = new TypesOnly();
    try (JsonParser parser = mapper.jsonProvider().createParser(body)) {
      return HealthResponse._DESERIALIZER.deserialize(parser, mapper);
    }
  }

  private HttpExecuteRequest signed() {
    SdkHttpRequest request =
        SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(address).build();
    return HttpExecuteRequest.builder()
        .request(
            signer
                .sign(
                    what ->
                        what.identity(credentials.resolveCredentials())
                            .request(request)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "es")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request())
        .build();
  }
}
