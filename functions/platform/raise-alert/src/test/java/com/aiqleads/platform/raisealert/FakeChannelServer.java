package com.aiqleads.platform.raisealert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Slack's webhook at `/slack` and PagerDuty's Events API at `/pagerduty`, with the answers and the
/// refusals of the real ones.
final class FakeChannelServer implements AutoCloseable {

  /// What it does with a request instead of taking it.
  sealed interface Fault {
    record Refuses(int status, Optional<String> retryAfter) implements Fault {}

    record Hangs(CountDownLatch until) implements Fault {}
  }

  /// A request as it came.
  record Posted(String path, String contentType, String body) {}

  private final List<Posted> posted = new ArrayList<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final HttpServer server;

  FakeChannelServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the channels", e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
  }

  URI slack() {
    return URI.create(address() + "/slack");
  }

  URI pagerDuty() {
    return URI.create(address() + "/pagerduty");
  }

  /// The next requests meet these, one after another.
  synchronized FakeChannelServer failsWith(Fault... next) {
    faults.addAll(List.of(next));
    return this;
  }

  synchronized List<Posted> postedTo(String path) {
    return posted.stream().filter(one -> one.path().equals(path)).toList();
  }

  static Fault refuses(int status) {
    return new Fault.Refuses(status, Optional.empty());
  }

  static Fault refuses(int status, String retryAfter) {
    return new Fault.Refuses(status, Optional.of(retryAfter));
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (next()) {
      case Fault.Refuses(int status, Optional<String> retryAfter) -> {
        retryAfter.ifPresent(wait -> exchange.getResponseHeaders().set("Retry-After", wait));
        send(exchange, status, refusal(path, status));
      }
      case Fault.Hangs(CountDownLatch until) -> {
        await(until);
        exchange.close();
      }
      case null -> {
        keep(new Posted(path, exchange.getRequestHeaders().getFirst("Content-Type"), body));
        boolean slack = path.equals("/slack");
        send(exchange, slack ? 200 : 202, slack ? "ok" : accepted());
      }
    }
  }

  private synchronized @Nullable Fault next() {
    return faults.poll();
  }

  private synchronized void keep(Posted one) {
    posted.add(one);
  }

  private static String accepted() {
    return """
    {"status":"success","message":"Event processed","dedup_key":"a"}\
    """;
  }

  private static String refusal(String path, int status) {
    if (path.equals("/slack")) {
      return status == 400 ? "invalid_payload" : status == 404 ? "no_service" : "";
    }
    return status == 400
        ? """
        {"status":"invalid event","message":"Event object is invalid",\
        "errors":["'routing_key' is invalid (must be 32 characters long)"]}\
        """
        : "";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
