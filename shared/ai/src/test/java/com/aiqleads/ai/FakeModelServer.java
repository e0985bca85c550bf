package com.aiqleads.ai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Chat completions as their servers speak them, with their faults. It answers everybody with what
/// it was told to say last.
public final class FakeModelServer implements AutoCloseable {

  public static final String KEY = "sk-invented";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Answer answer = new Answer(200, "", said("{}"));
  private volatile boolean stalls;

  private record Answer(int status, String retryAfter, String body) {}

  private FakeModelServer(HttpServer server) {
    this.server = server;
  }

  public static FakeModelServer start() {
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      FakeModelServer fake = new FakeModelServer(HttpServer.create(free, 0));
      fake.server.createContext("/v1/chat/completions", fake::answer);
      fake.server.setExecutor(fake.threads);
      fake.server.start();
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException("no fake of a language model", e);
    }
  }

  /// As an operator writes it.
  public String secret() {
    return "{\"url\":\"http://127.0.0.1:%d/v1\",\"key\":\"%s\",\"model\":\"tiny-1\"}"
        .formatted(server.getAddress().getPort(), KEY);
  }

  /// From now on it says this.
  public void says(String content) {
    answers(200, said(content));
  }

  /// From now on it answers so, whatever it is asked.
  public void answers(int status, String body) {
    answer = new Answer(status, "", body);
  }

  public void isBusyFor(String retryAfter) {
    answer =
        new Answer(
            429,
            retryAfter,
            "{\"error\":{\"message\":\"Rate limit reached\",\"type\":\"rate_limit_error\"}}");
  }

  /// From now on it begins an answer and never ends it.
  public void stalls() {
    stalls = true;
  }

  /// What everybody asked, as it came.
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /// An answer with this content.
  public static String said(String content) {
    return finished(quoted(content), "null", "stop");
  }

  /// An answer that ends in another way.
  public static String finished(String content, String refusal, String reason) {
    return """
    {"id":"chatcmpl-1","object":"chat.completion","created":1790000000,"model":"tiny-1-2026",
     "choices":[{"index":0,"message":{"role":"assistant","content":%s,"refusal":%s},
     "logprobs":null,"finish_reason":"%s"}],
     "usage":{"prompt_tokens":90,"completion_tokens":12,"total_tokens":102}}
    """
        .formatted(content, refusal, reason);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      note(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      boolean known =
          ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      Answer now =
          known ? answer : new Answer(401, "", "{\"error\":{\"message\":\"Incorrect API key\"}}");
      byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (!now.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", now.retryAfter());
      }
      exchange.sendResponseHeaders(now.status(), body.length);
      if (stalls) {
        exchange.getResponseBody().write(body, 0, 1);
        exchange.getResponseBody().flush();
        waitUntilClosed();
      } else {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private void waitUntilClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void note(String question) {
    asked.add(question);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
