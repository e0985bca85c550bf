package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Handling;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.TraceParent;
import com.aiqleads.lambda.http.Client;
import com.aiqleads.lambda.http.EdgeSecret;
import com.aiqleads.lambda.http.Viewers;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.Api.Sender;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

class HttpApiTest {

  private static final Sender NOBODY = sender(Optional.empty(), "");

  private final ApplicationContext context =
      TestFunction.start(
          "platform",
          "serve-console",
          new FakeQueues(),
          Map.of(
              "aiqleads.api.url",
              "http://127.0.0.1:1",
              "aiqleads.issuer",
              "http://127.0.0.1:1",
              "aiqleads.edge.secrets",
              "platform/edge-secret-2,platform/edge-secret-1"),
          new EdgeSecrets());
  private HttpServer server = newServer();
  private HttpApi api = api(server);

  @BeforeEach
  void start() {
    context.registerSingleton(Secrets.class, new OneKey());
    server = newServer();
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String heard =
                """
                {"method":"%s","uri":"%s","token":"%s","agent":"%s","journey":"%s","trace":"%s",\
                "viewer":"%s","edge":"%s","body":"%s"}\
                """
                    .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("authorization"),
                        exchange.getRequestHeaders().getFirst("user-agent"),
                        exchange.getRequestHeaders().getFirst("x-correlation-id"),
                        exchange.getRequestHeaders().getFirst("traceparent"),
                        exchange.getRequestHeaders().getFirst("x-aiqleads-viewer"),
                        exchange.getRequestHeaders().getFirst("x-aiqleads-edge"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                            .replace("\"", "'"));
            boolean silent = exchange.getRequestURI().getPath().equals("/silent");
            byte[] answer = (silent ? "<html>" : heard).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(silent ? 502 : 200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    api = api(server);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    context.close();
  }

  @Test
  void asksWithTheViewersToken() {
    Answer answer = api.get("/leads?q=a+b", sender(Optional.of("t.o.k"), "Firefox"));

    assertThat(answer.succeeded()).isTrue();
    assertThat(answer.text("method")).isEqualTo("GET");
    assertThat(answer.text("uri")).isEqualTo("/leads?q=a+b");
    assertThat(answer.text("token")).isEqualTo("Bearer t.o.k");
    assertThat(answer.text("agent")).isEqualTo("Firefox");
    assertThat(answer.text("viewer")).matches("MTkyLjAuMi4x\\.[0-9]+\\.[A-Za-z0-9_-]{43}");
    assertThat(answer.text("edge"))
        .as("by which the firewall does not count it")
        .isEqualTo("value of aiqleads/test/platform/edge-secret-2");
  }

  @Test
  void passesOnFilesAndNothingElse() {
    server.createContext(
        "/file",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("content-type", "text/csv");
            exchange.getResponseHeaders().set("content-disposition", "attachment");
            boolean isThere = exchange.getRequestURI().getPath().equals("/file");
            exchange.sendResponseHeaders(isThere ? 200 : 409, 3);
            exchange.getResponseBody().write(new byte[] {1, -1, 3});
          }
        });

    ApiFile file = api.file("/file", NOBODY).orElseThrow();

    assertThat(file.mediaType()).isEqualTo("text/csv");
    assertThat(file.content().bytes()).containsExactly(1, -1, 3);
    assertThat(api.file("/file/refused", NOBODY)).isEmpty();
    assertThat(api.file("/leads", NOBODY)).as("no file").isEmpty();
  }

  @Test
  void takesTheApiAlongOnItsJourney() {
    Delivery page =
        new Delivery(
            new EventId(Ids.derived("event")),
            "GET /console/leads",
            Instant.EPOCH,
            new CorrelationId(Ids.derived("journey")),
            TraceParent.start());

    Answer answer = context.getBean(Handling.class).call(page, () -> api.get("/leads", NOBODY));

    assertThat(answer.text("journey")).isEqualTo(page.correlationId().text());
    assertThat(answer.text("trace")).isEqualTo(page.trace().value());
  }

  @Test
  void sendsFormsAsJson() {
    Answer answer = api.post("/sessions", Map.of("email", "a@b.example"), NOBODY);

    assertThat(answer.text("method")).isEqualTo("POST");
    assertThat(answer.text("token")).isEqualTo("null");
    assertThat(answer.text("body")).isEqualTo("{'email':'a@b.example'}");
  }

  @Test
  void changesAndRemoves() {
    assertThat(api.put("/me/password", Map.of("a", "b"), NOBODY).text("method")).isEqualTo("PUT");
    assertThat(api.delete("/sessions/1", NOBODY).text("method")).isEqualTo("DELETE");
  }

  @Test
  void sendsNoNameOfABrowserThatNoHeaderMayHold() {
    Answer answer = api.get("/leads", sender(Optional.empty(), "Fire\nfox"));

    assertThat(answer.text("agent")).startsWith("Java");
  }

  @Test
  void asksOtherAddressesToo() {
    String elsewhere = "http://127.0.0.1:" + server.getAddress().getPort() + "/functions";

    Answer answer = api.get(elsewhere, NOBODY);

    assertThat(answer.text("uri")).isEqualTo("/functions");
    assertThat(answer.text("edge")).as("a secret of ours").isEqualTo("null");
  }

  @Test
  void takesAnAnswerThatIsNoJsonAsAnEmptyOne() {
    Answer answer = api.get("/silent", NOBODY);

    assertThat(answer.succeeded()).isFalse();
    assertThat(answer.text("detail")).isEmpty();
  }

  @Test
  void saysWhichPathDidNotAnswer() {
    server.stop(0);

    assertThatExceptionOfType(ApiUnreachable.class)
        .isThrownBy(() -> api.get("/leads?q=secret", NOBODY))
        .withMessage("no answer from /leads: ConnectException");
  }

  private static Sender sender(Optional<String> token, String agent) {
    return new Sender(token, new Client("192.0.2.1", agent));
  }

  private HttpApi api(HttpServer running) {
    return new HttpApi(
        "http://127.0.0.1:" + running.getAddress().getPort(),
        context.getBean(CurrentDelivery.class),
        context.getBean(Viewers.class),
        context.getBean(EdgeSecret.class),
        context.getBean(ObjectMapper.class));
  }

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class EdgeSecrets implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return GetSecretValueResponse.builder()
          .secretString("value of " + request.secretId())
          .build();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {}
  }

  private static final class OneKey implements Secrets {
    @Override
    public String text(String name) {
      return "a key";
    }

    @Override
    public String fresh(String name) {
      return text(name);
    }
  }
}
