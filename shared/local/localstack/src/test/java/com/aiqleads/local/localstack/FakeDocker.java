package com.aiqleads.local.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// As much of a Docker daemon as it takes to start one container: it notes what it was asked for,
/// and starts nothing. It answers until the JVM ends, as Testcontainers looks back at it then.
final class FakeDocker {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NOTHING = new byte[0];
  private static final int STDOUT = 1;

  private final int publishedPort;
  private final HttpServer server;
  private final List<JsonNode> created = new CopyOnWriteArrayList<>();
  private final AtomicInteger removals = new AtomicInteger();
  private volatile boolean broken;

  /// @param publishedPort the port of this computer that the container's port is said to be at
  FakeDocker(int publishedPort) throws IOException {
    this.publishedPort = publishedPort;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What containers were asked for.
  List<JsonNode> created() {
    return created;
  }

  int removals() {
    return removals.get();
  }

  /// From now on, or not any more, it cannot make containers.
  void broken(boolean now) {
    broken = now;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path =
        exchange
            .getRequestURI()
            .getPath()
            .replaceFirst("^/v[0-9.]+", "")
            .replaceFirst("^/images/.+/json$", "/images/one/json");
    switch (exchange.getRequestMethod() + " " + path) {
      case "GET /info" -> json(exchange, 200, "{\"OSType\":\"linux\",\"MemTotal\":8000000000}");
      case "GET /version" -> json(exchange, 200, "{\"Version\":\"28.0.0\"}");
      case "GET /images/json", "GET /containers/json" -> json(exchange, 200, "[]");
      case "GET /images/one/json" -> json(exchange, 200, "{\"Id\":\"sha256:0\"}");
      case "POST /containers/create" -> create(exchange, JSON.readTree(body));
      case "GET /containers/c1/json" -> json(exchange, 200, running());
      case "GET /containers/c1/logs" ->
          send(exchange, 200, "application/octet-stream", frame("Ready.\n"));
      case "DELETE /containers/c1" -> {
        removals.incrementAndGet();
        send(exchange, 204, "text/plain", NOTHING);
      }
      case "POST /containers/c1/start", "POST /containers/c1/kill" ->
          send(exchange, 204, "text/plain", NOTHING);
      case "GET /_ping", "PUT /containers/c1/archive" -> send(exchange, 200, "text/plain", NOTHING);
      default -> json(exchange, 404, "{\"message\":\"no %s here\"}".formatted(path));
    }
  }

  private void create(HttpExchange exchange, JsonNode container) throws IOException {
    created.add(container);
    if (broken) {
      json(exchange, 500, "{\"message\":\"no space left on device\"}");
    } else {
      json(exchange, 201, "{\"Id\":\"c1\",\"Warnings\":[]}");
    }
  }

  private String running() {
    return """
    {"Id":"c1","Name":"/c1","Config":{"Labels":{}},
     "State":{"Running":true,"Status":"running","StartedAt":"2026-11-21T10:00:00Z"},
     "NetworkSettings":{"Ports":{"4566/tcp":[{"HostIp":"127.0.0.1","HostPort":"%d"}]}}}
    """
        .formatted(publishedPort);
  }

  /// As Docker writes what a container prints.
  private static byte[] frame(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + bytes.length)
        .putInt(STDOUT << 24)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
