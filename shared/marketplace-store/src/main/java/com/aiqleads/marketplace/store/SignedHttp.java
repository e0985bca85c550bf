package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.search.IndexUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/// Requests to the search domain, signed as AWS wants them. Why this and not the ready-made client:
/// docs/decisions/2026-11-20-opensearch-over-rest.md.
final class SignedHttp {
  private static final String SERVICE = "es";

  private final URI address;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient client;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  SignedHttp(URI address, String region, AwsCredentialsProvider credentials, SdkHttpClient client) {
    this.address = address;
    this.region = region;
    this.credentials = credentials;
    this.client = client;
  }

  record Answer(int status, InputStream body) {}

  Answer get(String path) {
    return call(request(SdkHttpMethod.GET, path).build(), Optional.empty());
  }

  Answer send(String method, String path, String contentType, byte[] body) {
    SdkHttpRequest request =
        request(SdkHttpMethod.fromValue(method), path)
            .putHeader("Content-Type", contentType)
            .putHeader("Content-Length", Integer.toString(body.length))
            .build();
    return call(request, Optional.of(() -> new ByteArrayInputStream(body)));
  }

  private SdkHttpRequest.Builder request(SdkHttpMethod method, String path) {
    return SdkHttpRequest.builder().method(method).uri(URI.create(address + path));
  }

  private Answer call(SdkHttpRequest request, Optional<ContentStreamProvider> content) {
    try {
      HttpExecuteRequest.Builder ready =
          HttpExecuteRequest.builder().request(signed(request, content).request());
      content.ifPresent(ready::contentStreamProvider);
      return answer(client.prepareRequest(ready.build()).call());
    } catch (IOException e) {
      throw new IndexUnavailable(
          request.method() + " " + request.encodedPath() + " got no answer", e);
    }
  }

  private SignedRequest signed(SdkHttpRequest request, Optional<ContentStreamProvider> content) {
    return signer.sign(
        what -> {
          what.identity(credentials.resolveCredentials())
              .request(request)
              .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
              .putProperty(AwsV4HttpSigner.REGION_NAME, region);
          content.ifPresent(what::payload);
        });
  }

  /// Reads to the end: only then the connection is used again.
  private static Answer answer(HttpExecuteResponse response) throws IOException {
    Optional<? extends InputStream> body = response.responseBody();
    if (body.isEmpty()) {
      return new Answer(response.httpResponse().statusCode(), InputStream.nullInputStream());
    }
    try (InputStream stream = body.orElseThrow()) {
      return new Answer(
          response.httpResponse().statusCode(), new ByteArrayInputStream(stream.readAllBytes()));
    }
  }
}
