package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageAnswer.Answered;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.Validators;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPagesTest {

  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpPages pages = new HttpPages(Duration.ofSeconds(30));
  private final HttpServer server;

  HttpPagesTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
  }

  @BeforeEach
  void start() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", HttpPagesTest::echo);
    server.createContext("/away", HttpPagesTest::redirect);
    server.createContext("/huge", HttpPagesTest::flood);
    server.createContext("/slow", this::hang);
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop(0);
    pages.close();
  }

  @Test
  void sendsWhoWeAreAndTheValidators() {
    Answered first = answered(pages.fetch(get("/"), new Validators("\"1\"", "ignored"), "Bot/1"));
    Answered second = answered(pages.fetch(get("/"), new Validators("", "yesterday"), "Bot/1"));

    assertThat(first.body().asUtf8()).isEqualTo("GET Bot/1 \"1\" null ");
    assertThat(second.body().asUtf8()).isEqualTo("GET Bot/1 null yesterday ");
    assertThat(first.header("X-Echo")).isEqualTo("yes");
  }

  @Test
  void postsWhatHasABody() {
    PageRequest request = PageRequest.json(url("/"), "{\"page\":1}");

    assertThat(answered(pages.fetch(request, Validators.NONE, "Bot/1")).body().asUtf8())
        .isEqualTo("POST Bot/1 null null {\"page\":1}");
  }

  @Test
  void followsNoRedirect() {
    Answered answer = answered(pages.fetch(get("/away"), Validators.NONE, "Bot/1"));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).isEqualTo("http://127.0.0.1:1/inside");
  }

  @Test
  void stopsReadingAPageThatIsTooLarge() {
    assertThat(pages.fetch(get("/huge"), Validators.NONE, "Bot/1"))
        .isEqualTo(new PageAnswer.TooLarge(HttpPages.MAX_BYTES));
  }

  @Test
  void givesUpOnAPageThatDoesNotEnd() {
    try (HttpPages impatient = new HttpPages(Duration.ofSeconds(1))) {
      assertThat(impatient.fetch(get("/slow"), Validators.NONE, "Bot/1"))
          .isEqualTo(new PageAnswer.Failed("no whole answer within 1 s"));
    }
  }

  @Test
  void saysWhatFailed() {
    PageRequest nobody = PageRequest.get(URI.create("http://127.0.0.1:1/"));

    assertThat(pages.fetch(nobody, Validators.NONE, "Bot/1"))
        .isEqualTo(new PageAnswer.Failed("ConnectException"));
  }

  @Test
  void anInterruptedFetchThrows() {
    Thread.currentThread().interrupt();

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> pages.fetch(get("/slow"), Validators.NONE, "Bot/1")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private PageRequest get(String path) {
    return PageRequest.get(url(path));
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static Answered answered(PageAnswer answer) {
    return (Answered) answer;
  }

  private static void echo(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String text =
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestHeaders().getFirst("User-Agent"),
            exchange.getRequestHeaders().getFirst("If-None-Match"),
            exchange.getRequestHeaders().getFirst("If-Modified-Since"),
            body);
    exchange.getResponseHeaders().set("X-Echo", "yes");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/inside");
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void flood(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] block = new byte[1024 * 1024];
    try (OutputStream out = exchange.getResponseBody()) {
      for (int blocks = 0; blocks < 20; blocks++) {
        out.write(block);
      }
    }
  }

  private void hang(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write('.');
    exchange.getResponseBody().flush();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
