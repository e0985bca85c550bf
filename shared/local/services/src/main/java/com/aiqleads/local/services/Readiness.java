package com.aiqleads.local.services;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A question that only a working service answers.
@FunctionalInterface
interface Readiness {
  Duration ANSWER_LIMIT = Duration.ofSeconds(2);

  /// An exception is a "not yet", too.
  boolean isReady(int port) throws IOException, InterruptedException;

  static Readiness of(Service service) {
    return switch (service) {
      case POSTGRES -> Readiness::postgresAsksForPassword;
      case DYNAMODB ->
          http(
              "/",
              request ->
                  request
                      .header("x-amz-target", "DynamoDB_20120810.ListTables")
                      .header("content-type", "application/x-amz-json-1.0")
                      .header("authorization", credentials("dynamodb"))
                      .POST(HttpRequest.BodyPublishers.ofString("{}")));
      case ELASTICMQ -> http("/?Action=ListQueues", request -> request);
      case S3 -> http("/", request -> request);
      case OPENSEARCH ->
          http("/_cluster/health?wait_for_status=yellow&timeout=1s", request -> request);
    };
  }

  private static String credentials(String service) {
    return "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=0"
        .formatted(service);
  }

  private static Readiness http(String path, Question question) {
    return port -> {
      var uri = URI.create("http://127.0.0.1:" + port + path);
      var request = question.ask(HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT)).build();
      return Http.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    };
  }

  /// The server asks for a password (R) only once it accepts connections; before, it refuses (E).
  private static boolean postgresAsksForPassword(int port) throws IOException {
    byte[] parameters =
        "user\0postgres\0database\0aiqleads\0\0".getBytes(StandardCharsets.US_ASCII);
    int length = 8 + parameters.length;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) ANSWER_LIMIT.toMillis());
      int protocolVersion3 = 3 << 16;
      var start = ByteBuffer.allocate(length).putInt(length).putInt(protocolVersion3);
      socket.getOutputStream().write(start.put(parameters).array());
      return new DataInputStream(socket.getInputStream()).readByte() == 'R';
    }
  }

  /// Completes the request.
  @FunctionalInterface
  interface Question {
    HttpRequest.Builder ask(HttpRequest.Builder request);
  }

  /// One client for all questions, made when the first is asked.
  final class Http {
    private static final HttpClient CLIENT =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}
  }
}
