package com.aiqleads.local.services;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A question that only a working service answers.
@FunctionalInterface
interface Readiness {
  Duration ANSWER_LIMIT = Duration.ofSeconds(2);

  /// An exception is a "not yet", too.
  boolean isReady(int port) throws IOException;

  static Readiness of(Service service) {
    return switch (service) {
      case POSTGRES -> Readiness::postgresAsksForPassword;
      case DYNAMODB -> http("/", Readiness::listTables);
      case ELASTICMQ -> http("/?Action=ListQueues", _ -> {});
      case S3 -> http("/", _ -> {});
      case OPENSEARCH -> http("/_cluster/health?wait_for_status=yellow&timeout=1s", _ -> {});
    };
  }

  private static void listTables(HttpURLConnection connection) throws IOException {
    connection.setRequestProperty("content-type", "application/x-amz-json-1.0");
    connection.setRequestProperty("x-amz-target", "DynamoDB_20120810.ListTables");
    connection.setRequestProperty(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
            + " SignedHeaders=host, Signature=0");
    connection.setDoOutput(true);
    connection.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
  }

  private static Readiness http(String path, Question question) {
    return port -> {
      var url = URI.create("http://127.0.0.1:" + port + path).toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout((int) ANSWER_LIMIT.toMillis());
      connection.setReadTimeout((int) ANSWER_LIMIT.toMillis());
      question.ask(connection);
      boolean ok = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      connection.disconnect();
      return ok;
    };
  }

  /// The server asks for a password (R) only once it accepts connections; before, it refuses (E).
  /// Who has the port may not take any: without a limit to connecting, Linux tries for two minutes.
  private static boolean postgresAsksForPassword(int port) throws IOException {
    byte[] parameters =
        "user\0postgres\0database\0aiqleads\0\0".getBytes(StandardCharsets.US_ASCII);
    int length = 8 + parameters.length;
    try (var socket = new Socket()) {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      socket.connect(address, (int) ANSWER_LIMIT.toMillis());
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
    void ask(HttpURLConnection connection) throws IOException;
  }
}
