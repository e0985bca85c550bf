package com.aiqleads.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/// The few AWS calls that benches and proofs need, at the local endpoint.
final class AwsCalls {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;

  AwsCalls(URI endpoint) {
    this.endpoint = endpoint;
  }

  JsonNode call(String target, Map<String, ?> input) {
    return read(
        HttpRequest.newBuilder(endpoint)
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-target", target)
            .header("authorization", authorization(target))
            .POST(BodyPublishers.ofByteArray(ApiClient.bytes(input)))
            .build());
  }

  void put(String bucket, String key, byte[] bytes) {
    send(
        HttpRequest.newBuilder(endpoint.resolve("/" + bucket + "/" + key))
            .header("authorization", authorization("s3"))
            .PUT(BodyPublishers.ofByteArray(bytes))
            .build());
  }

  JsonNode invoke(String function) {
    return read(
        HttpRequest.newBuilder(
                endpoint.resolve("/2015-03-31/functions/" + function + "/invocations"))
            .header("authorization", authorization("lambda"))
            .POST(
                BodyPublishers.ofString(
                    "{\"schedule\":\"by-hand\",\"scheduledTime\":\"2026-11-01T00:00:00Z\"}"))
            .build());
  }

  String queueUrl(String name) {
    return call("AmazonSQS.GetQueueUrl", Map.of("QueueName", name)).path("QueueUrl").asText();
  }

  Connection database(String context) throws SQLException {
    return connection("aiqleads/local/" + context + "/database");
  }

  /// For what only the owner of a table may do.
  Connection administrator() throws SQLException {
    return connection("aiqleads/local/platform/database-admin");
  }

  private Connection connection(String name) throws SQLException {
    JsonNode secret =
        parse(
            call("secretsmanager.GetSecretValue", Map.of("SecretId", name))
                .path("SecretString")
                .asText()
                .getBytes(StandardCharsets.UTF_8));
    String address =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                secret.path("host").asText(),
                secret.path("port").asText(),
                secret.path("database").asText());
    return DriverManager.getConnection(
        address, secret.path("username").asText(), secret.path("password").asText());
  }

  private static String authorization(String target) {
    String service =
        target.startsWith("AmazonSQS")
            ? "sqs"
            : target.replaceAll("\\..*", "").toLowerCase(Locale.ROOT);
    return "AWS4-HMAC-SHA256 Credential=local/20261101/us-east-1/"
        + service
        + "/aws4_request, SignedHeaders=host, Signature=none";
  }

  private JsonNode read(HttpRequest request) {
    return parse(send(request).body());
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            request.uri()
                + " answered "
                + response.statusCode()
                + " "
                + new String(response.body(), StandardCharsets.UTF_8));
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
