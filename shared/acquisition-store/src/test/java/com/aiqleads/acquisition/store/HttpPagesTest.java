package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageAnswer.Answered;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.lambda.PublicAddress;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpPagesTest {

  private static final Duration MAX_TIME = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpPages pages = new HttpPages(MAX_TIME);
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
    Answered first =
        answered(pages.fetch(get("/"), new Validators("\"1\"", "ignored"), "Bot/1", new AtOnce()));
    Answered second =
        answered(pages.fetch(get("/"), new Validators("", "yesterday"), "Bot/1", new AtOnce()));

    assertThat(first.body().asUtf8()).isEqualTo("GET Bot/1 \"1\" null ");
    assertThat(second.body().asUtf8()).isEqualTo("GET Bot/1 null yesterday ");
    assertThat(first.header("X-Echo")).isEqualTo("yes");
  }

  @Test
  void postsWhatHasABody() {
    PageRequest request = PageRequest.json(url("/"), "{\"page\":1}");

    assertThat(
            answered(pages.fetch(request, Validators.NONE, "Bot/1", new AtOnce())).body().asUtf8())
        .isEqualTo("POST Bot/1 null null {\"page\":1}");
  }

  @Test
  void followsNoRedirect() {
    Answered answer = answered(pages.fetch(get("/away"), Validators.NONE, "Bot/1", new AtOnce()));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).isEqualTo("http://127.0.0.1:1/inside");
  }

  @Test
  void stopsReadingAPageThatIsTooLarge() {
    assertThat(pages.fetch(get("/huge"), Validators.NONE, "Bot/1", new AtOnce()))
        .isEqualTo(new PageAnswer.TooLarge(HttpPages.MAX_BYTES));
  }

  @Test
  void givesUpOnAPageThatDoesNotEnd() {
    try (HttpPages impatient = new HttpPages(Duration.ofSeconds(1))) {
      assertThat(impatient.fetch(get("/slow"), Validators.NONE, "Bot/1", new AtOnce()))
          .isEqualTo(new PageAnswer.Failed("no whole answer within 1 s"));
    }
  }

  @Test
  void saysAgainAndAgainThatItIsUnderWay() {
    CountDownLatch pulses = new CountDownLatch(3);
    AtOnce departure =
        new AtOnce(
            () -> {
              pulses.countDown();
              if (pulses.getCount() == 0) {
                released.countDown();
              }
            });

    try (HttpPages patient = new HttpPages(MAX_TIME, Duration.ofMillis(1))) {
      Answered answer = answered(patient.fetch(get("/slow"), Validators.NONE, "Bot/1", departure));
      assertThat(answer.body().asUtf8()).isEqualTo(".");
    }
  }

  @Test
  void breaksOffWhatMayNotGoOn() {
    IllegalStateException lost = new IllegalStateException("the place is lost");
    AtOnce departure =
        new AtOnce(
            () -> {
              throw lost;
            });

    try (HttpPages strict = new HttpPages(MAX_TIME, Duration.ofMillis(1))) {
      assertThatThrownBy(() -> strict.fetch(get("/slow"), Validators.NONE, "Bot/1", departure))
          .isSameAs(lost);
    }
  }

  @Test
  void tellsWhenTheRequestHasLeftAndSendsNothingOutOfTurn() {
    AtOnce departure = new AtOnce();
    pages.fetch(get("/"), Validators.NONE, "Bot/1", departure);
    assertThat(departure.hasLeft).isTrue();

    PageAnswer late =
        pages.fetch(
            get("/"),
            Validators.NONE,
            "Bot/1",
            new AtOnce() {
              @Override
              public boolean awaited() {
                return false;
              }

              @Override
              public void left() {
                throw new AssertionError("nothing may be sent");
              }
            });
    assertThat(late).isEqualTo(new PageAnswer.NotSent());
  }

  @Test
  void whatBreaksTheTurnIsNoFailureOfTheSite() {
    assertThatThrownBy(
            () ->
                pages.fetch(
                    get("/"),
                    Validators.NONE,
                    "Bot/1",
                    new AtOnce() {
                      @Override
                      public boolean awaited() {
                        return true;
                      }

                      @Override
                      public void left() {
                        throw new IllegalStateException("no limiter");
                      }
                    }))
        .hasMessage("no limiter");
  }

  @Test
  void sendsTheQueryAndNothingThatEndsItsLine() {
    Validators forged = new Validators("\"1\"\r\nX-Forged: yes", "");

    Answered answer = answered(pages.fetch(get("/%61?b=c%0d"), forged, "Bot/1", new AtOnce()));

    assertThat(answer.body().asUtf8()).isEqualTo("GET Bot/1 null null ");
    assertThat(answer.header("x-asked")).isEqualTo("/%61?b=c%0d");
  }

  @Test
  void asksForTheAddressOfANameOnceAndConnectsToNoneThatIsClosed() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    PublicAddress.Resolve inside =
        _ -> {
          asked.incrementAndGet();
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
    String port = ":" + server.getAddress().getPort();
    try (HttpPages guarded = new HttpPages(MAX_TIME, inside, trusting(SSLContext.getDefault()))) {
      for (String host : new String[] {"homes.example", "user@127.0.0.1", "2130706433"}) {
        PageRequest request = PageRequest.get(URI.create("http://" + host + port + "/"));
        assertThat(guarded.fetch(request, Validators.NONE, "Bot/1", new AtOnce()))
            .isInstanceOf(PageAnswer.Failed.class);
      }
      assertThat(asked).hasValue(2);
      answered(guarded.fetch(get("/"), Validators.NONE, "Bot/1", new AtOnce()));
      assertThat(asked).hasValue(3);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void believesOnlyCertificatesOfTheVeryHost() throws Exception {
    for (String name : new String[] {"ip:127.0.0.1", "dns:homes.example"}) {
      SSLContext context = Certificates.of(folder, name);
      HttpsServer secure =
          HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      secure.setHttpsConfigurator(new HttpsConfigurator(context));
      secure.createContext("/", HttpPagesTest::echo);
      secure.start();
      URI url = URI.create("https://127.0.0.1:" + secure.getAddress().getPort() + "/");
      try (HttpPages trusting =
          new HttpPages(MAX_TIME, InetAddress::getAllByName, trusting(context))) {
        PageAnswer answer =
            trusting.fetch(PageRequest.get(url), Validators.NONE, "Bot/1", new AtOnce());
        assertThat(answer)
            .isInstanceOf(name.startsWith("ip") ? Answered.class : PageAnswer.Failed.class);
        assertThat(pages.fetch(PageRequest.get(url), Validators.NONE, "Bot/1", new AtOnce()))
            .isEqualTo(new PageAnswer.Failed("SSLHandshakeException"));
      } finally {
        secure.stop(0);
      }
    }
  }

  private static SSLSocketFactory trusting(SSLContext context) {
    return context.getSocketFactory();
  }

  @Test
  void saysWhatFailed() {
    PageRequest nobody = PageRequest.get(URI.create("http://127.0.0.1:1/"));

    assertThat(pages.fetch(nobody, Validators.NONE, "Bot/1", new AtOnce()))
        .isEqualTo(new PageAnswer.Failed("ConnectException"));
  }

  @Test
  void anInterruptedFetchThrows() {
    Thread.currentThread().interrupt();

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> pages.fetch(get("/slow"), Validators.NONE, "Bot/1", new AtOnce())))
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
    exchange.getResponseHeaders().set("X-Asked", exchange.getRequestURI().toString());
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
