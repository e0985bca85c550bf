package com.aiqleads.local.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.function.FunctionFigures;
import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.Isolation;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.local.host.http.LocalServer;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.aiqleads.manifest.BrowserAccess;
import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.ObjectService;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the gateway answers, whatever runs the functions.
abstract class GatewayContract {

  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final BrowserAccess BROWSERS =
      new BrowserAccess(List.of("http://localhost:3000", "https://partner.example"));
  private static final Tokens TOKENS = new Tokens();
  private static final String ISSUER = "http://127.0.0.1:8080";

  private final DeployedFunction web = SampleFunctions.streaming("sample-web");
  private final DeployedFunction slow =
      SampleFunctions.with(SampleFunctions.streaming("sample-slow"), Duration.ofMillis(700), 1);
  private final DeployedFunction single =
      SampleFunctions.with(SampleFunctions.streaming("sample-single"), SOON, 1);
  private final DeployedFunction shared =
      SampleFunctions.with(SampleFunctions.streaming("sample-shared"), SOON, 2, 1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final FunctionHost functions;
  private LocalServer server = new LocalServer(0, "none", exchange -> {});

  GatewayContract(Isolation isolation) {
    functions =
        new FunctionHost(
            isolation,
            List.of(
                web,
                slow,
                single,
                shared,
                SampleFunctions.withoutLibraries(SampleFunctions.BROKEN)));
  }

  @BeforeEach
  void open() throws IOException {
    server.close();
    URI bucket = URI.create(OBJECTS.endpoint() + "/issuer-bucket");
    put(bucket, new byte[0]);
    put(URI.create(bucket + "/.well-known/jwks.json"), TOKENS.jwks());
    Gateway gateway =
        Gateway.of(routes(), BROWSERS, ISSUER, bucket, functions, InstantSource.system());
    server = new LocalServer(0, "none", gateway::answer);
  }

  private static RouteTable routes() {
    return new RouteTable(
        List.of(
            entry("GET", "/echo/{id}", new RouteAccess.Public(), "sample-web"),
            entry("POST", "/echo", new RouteAccess.Public(), "sample-web"),
            entry("GET", "/mine", new RouteAccess.SignedIn(), "sample-web"),
            entry("GET", "/leads", new RouteAccess.Scope("marketplace", "read"), "sample-web"),
            entry("GET", "/single", new RouteAccess.Public(), "sample-single"),
            entry("GET", "/shared", new RouteAccess.Public(), "sample-shared"),
            entry("GET", "/slow", new RouteAccess.Public(), "sample-slow"),
            entry("GET", "/broken", new RouteAccess.Public(), "sample-alone")));
  }

  @AfterEach
  void close() {
    callers.shutdownNow();
    server.close();
    functions.close();
  }

  @Test
  void givesAFunctionTheRequestInPayloadFormatTwo() throws IOException {
    JsonNode payload =
        Json.read(
            send(request("/echo/a%20b?x=1&x=2&y=%C3%A4&z")
                    .header("X-Multi", "one")
                    .header("X-Multi", "two")
                    .header("Cookie", "a=1; b=2")
                    .header("User-Agent", "test"))
                .body());

    assertThat(payload.path("version").asText()).isEqualTo("2.0");
    assertThat(payload.path("routeKey").asText()).isEqualTo("GET /echo/{id}");
    assertThat(payload.path("rawPath").asText()).isEqualTo("/echo/a b");
    assertThat(payload.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=%C3%A4&z");
    assertThat(payload.path("queryStringParameters"))
        .isEqualTo(Json.read("{\"x\":\"1,2\",\"y\":\"ä\",\"z\":\"\"}"));
    assertThat(payload.path("pathParameters")).isEqualTo(Json.read("{\"id\":\"a b\"}"));
    assertThat(payload.path("cookies")).isEqualTo(Json.read("[\"a=1\",\"b=2\"]"));
    assertThat(payload.path("headers").path("x-multi").asText()).isEqualTo("one,two");
    assertThat(payload.path("headers").has("cookie")).isFalse();
    assertThat(payload.path("headers").path("x-forwarded-proto").asText()).isEqualTo("http");
    assertThat(payload.path("headers").path("x-amzn-trace-id").asText()).startsWith("Root=1-");
    assertThat(payload.path("isBase64Encoded").asBoolean()).isFalse();
    JsonNode context = payload.path("requestContext");
    assertThat(context.path("http").path("method").asText()).isEqualTo("GET");
    assertThat(context.path("http").path("path").asText()).isEqualTo("/echo/a b");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("http").path("userAgent").asText()).isEqualTo("test");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("timeEpoch").asLong()).isPositive();
    assertThat(context.has("authorizer")).isFalse();
  }

  @Test
  void givesTextBodiesAsTheyAreAndAllOthersEncoded() throws IOException {
    JsonNode text = echoed("application/json", "{\"ä\":1}".getBytes(StandardCharsets.UTF_8));
    JsonNode form =
        echoed("application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.UTF_8));
    JsonNode broken = echoed("application/json", new byte[] {'"', (byte) 0xC3, '"'});

    assertThat(text.path("body").asText()).isEqualTo("{\"ä\":1}");
    assertThat(text.path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(form.path("body").asText()).isEqualTo("YT0x");
    assertThat(form.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(broken.path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void tellsAFunctionTheClaimsOfTheCaller() throws IOException {
    HttpResponse<byte[]> answer =
        send(request("/leads").header("Authorization", "Bearer " + token("marketplace:read")));

    JsonNode jwt = Json.read(answer.body()).path("requestContext").path("authorizer").path("jwt");
    assertThat(jwt.path("claims").path("sub").asText()).isEqualTo("user_1");
    assertThat(jwt.path("claims").path("roles").asText()).isEqualTo("[buyer admin]");
    assertThat(jwt.path("claims").path("exp").isTextual()).isTrue();
    assertThat(jwt.path("scopes")).isEqualTo(Json.read("[\"marketplace:read\"]"));
    JsonNode mine =
        Json.read(send(request("/mine").header("Authorization", "Bearer " + token(""))).body());
    assertThat(mine.path("requestContext").path("authorizer").path("jwt").path("scopes").isNull())
        .isTrue();
  }

  @Test
  void refusesAsApiGatewayDoes() throws IOException {
    HttpResponse<byte[]> anonymous = send(request("/leads"));

    assertThat(anonymous.statusCode()).isEqualTo(401);
    assertThat(text(anonymous)).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(anonymous.headers().firstValue("www-authenticate")).contains("Bearer");
    HttpResponse<byte[]> poor =
        send(request("/leads").header("Authorization", "Bearer " + token("careers:read")));
    assertThat(poor.statusCode()).isEqualTo(403);
    assertThat(text(poor)).isEqualTo("{\"message\":\"Forbidden\"}");
    HttpResponse<byte[]> nowhere = send(request("/nowhere"));
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(text(nowhere)).isEqualTo("{\"message\":\"Not Found\"}");
    assertThat(nowhere.headers().firstValue("apigw-requestid")).isPresent();
  }

  @Test
  void answersAsTheFunctionSays() throws IOException {
    HttpResponse<byte[]> answer =
        told(
            """
            {"statusCode":303,"headers":{"location":"/there","Connection":"close"},
             "multiValueHeaders":{"x-many":["a","b"],"content-length":["7"]},
             "cookies":["a=1; Secure","b=2"],"body":"bye"}
            """);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).contains("/there");
    assertThat(answer.headers().allValues("x-many")).containsExactly("a", "b");
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1; Secure", "b=2");
    assertThat(answer.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
    assertThat(text(answer)).isEqualTo("bye");
    assertThat(told("{\"statusCode\":204}").body()).isEmpty();
  }

  @Test
  void infersAnAnswerFromAnyOtherJson() throws IOException {
    HttpResponse<byte[]> answer = told("{\"leads\":1}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(text(answer)).isEqualTo("{\"leads\":1}");
    assertThat(text(told("\"plain\""))).isEqualTo("plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "{\"statusCode\":\"many\"}",
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"?\"}"
      })
  void answersAnInternalErrorToAnAnswerThatIsNone(String answer) throws IOException {
    HttpResponse<byte[]> response = told(answer);

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(text(response)).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void hidesWhatAFunctionThrew() throws IOException {
    HttpResponse<byte[]> answer = send(request("/echo/throw!"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(text(answer)).isEqualTo("{\"message\":\"Internal Server Error\"}");
    assertThat(send(request("/broken")).statusCode()).isEqualTo(500);
    assertThat(send(request("/slow?sleep!")).statusCode()).isEqualTo(500);
  }

  @Test
  void answersAtOnceThatTheFunctionRunsAsOftenAsItMay(@TempDir Path folder) throws Exception {
    Path done = folder.resolve("done");
    Future<HttpResponse<byte[]>> first =
        callers.submit(() -> send(request("/single?until!" + done + "!")));
    Eventually.await(SOON, () -> functions.pool("sample-single").environments() == 1);

    HttpResponse<byte[]> second = send(request("/single"));
    assertThat(first.isDone()).isFalse();
    Files.createFile(done);

    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(text(second)).isEqualTo("{\"message\":\"Service Unavailable\"}");
    assertThat(first.get().statusCode()).isEqualTo(200);
  }

  /// The function knows nothing of it and ends what it does.
  @Test
  void givesUpAtItsOwnLimit(@TempDir Path folder) throws IOException {
    Path done = folder.resolve("done");
    assertThat(send(request("/single")).statusCode()).isEqualTo(200);
    try (LocalServer limited = new LocalServer(0, "none", impatient()::answer)) {
      URI address = URI.create(limited.uri() + "/single?until!" + done + "!");
      assertThat(LocalClient.send(HttpRequest.newBuilder(address).build()).statusCode())
          .isEqualTo(503);
    }
    Files.createFile(done);

    FunctionFigures figures = functions.pool("sample-single").figures();
    Eventually.await(SOON, () -> figures.invocations() == 2);
    assertThat(figures.errors()).isZero();
    assertThat(figures.coldStarts()).isEqualTo(1);
  }

  @Test
  void countsTheWaitForAnEnvironmentIntoItsLimit(@TempDir Path folder) throws Exception {
    Path done = folder.resolve("done");
    Future<HttpResponse<byte[]>> first =
        callers.submit(() -> send(request("/shared?until!" + done + "!")));
    Eventually.await(SOON, () -> functions.pool("sample-shared").environments() == 1);
    try (LocalServer limited = new LocalServer(0, "none", impatient()::answer)) {
      URI address = URI.create(limited.uri() + "/shared");
      assertThat(LocalClient.send(HttpRequest.newBuilder(address).build()).statusCode())
          .isEqualTo(503);
    }
    assertThat(first.isDone()).isFalse();
    Files.createFile(done);

    assertThat(first.get().statusCode()).isEqualTo(200);
  }

  private Gateway impatient() {
    return new Gateway(
        routes(),
        BROWSERS,
        new Authorizer(
            new Jwks(TOKENS::jwks, InstantSource.system()), ISSUER, InstantSource.system()),
        new IssuerFiles(OBJECTS.endpoint()),
        functions,
        Duration.ofMillis(100));
  }

  @Test
  void refusesBodiesThatAreTooLarge() throws IOException {
    assertThat(posted(new byte[10 * 1024 * 1024 + 1]).statusCode()).isEqualTo(413);
    assertThat(posted(new byte[6 * 1024 * 1024]).statusCode()).isEqualTo(413);
    assertThat(posted(new byte[4 * 1024 * 1024]).statusCode()).isEqualTo(500);
  }

  @Test
  void refusesHeadersThatAreTooLarge() throws IOException {
    int left = Gateway.MAX_HEADER_BYTES - "/echo/a".length() - "h".length() - "close".length();

    assertThat(rawAnswer("a".repeat(left - 1))).contains(" 200 ");
    assertThat(rawAnswer("a".repeat(left))).contains(" 200 ");
    assertThat(rawAnswer("a".repeat(left + 1)))
        .contains(" 431 ", "{\"message\":\"Request Header Fields Too Large\"}");
  }

  /// Sends exactly these headers, as no client does.
  private String rawAnswer(String header) throws IOException {
    URI address = URI.create(server.uri().toString());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request =
          "GET /echo/a HTTP/1.1\r\nHost: h\r\nX-A: " + header + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void letsScriptsOfAllowedOriginsRead() throws IOException {
    HttpResponse<byte[]> allowed = send(from("https://partner.example", "/echo/a"));
    HttpResponse<byte[]> other = send(from("https://other.example", "/echo/a"));
    HttpResponse<byte[]> refused = send(from("https://partner.example", "/leads"));

    assertThat(allowed.headers().firstValue("access-control-allow-origin"))
        .contains("https://partner.example");
    assertThat(allowed.headers().firstValue("access-control-expose-headers").orElseThrow())
        .contains("ratelimit", "retry-after");
    assertThat(allowed.headers().firstValue("access-control-allow-credentials")).isEmpty();
    assertThat(allowed.headers().firstValue("vary")).contains("Origin");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.headers().firstValue("access-control-allow-origin")).isEmpty();
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("access-control-allow-origin"))
        .contains("https://partner.example");
  }

  @Test
  void answersPreflightsItself() throws IOException {
    HttpResponse<byte[]> allowed = send(preflight("http://localhost:3000"));
    HttpResponse<byte[]> other = send(preflight("http://localhost:3001"));

    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(allowed.headers().firstValue("access-control-allow-headers").orElseThrow())
        .contains("authorization", "idempotency-key");
    assertThat(allowed.headers().firstValue("access-control-allow-methods").orElseThrow())
        .contains("GET", "DELETE");
    assertThat(allowed.headers().firstValue("access-control-max-age")).contains("600");
    assertThat(other.statusCode()).isEqualTo(204);
    assertThat(other.headers().firstValue("access-control-allow-headers")).isEmpty();
    assertThat(
            send(from("http://localhost:3000", "/echo").method("OPTIONS", BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void ignoresWhatFunctionsSayOfOtherOrigins() throws IOException {
    HttpResponse<byte[]> answer =
        told(
            """
            {"statusCode":200,"headers":{"Access-Control-Allow-Origin":"*","x-a":"1"},
             "multiValueHeaders":{"access-control-allow-headers":["*"]}}
            """);

    assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    assertThat(answer.headers().firstValue("access-control-allow-headers")).isEmpty();
    assertThat(answer.headers().firstValue("x-a")).contains("1");
  }

  @Test
  void knowsNoOtherOriginsUnlessSomeAreAllowed() throws IOException {
    Gateway closed =
        Gateway.of(
            routes(),
            new BrowserAccess(List.of()),
            ISSUER,
            OBJECTS.endpoint(),
            functions,
            InstantSource.system());
    try (LocalServer alone = new LocalServer(0, "none", closed::answer)) {
      HttpRequest.Builder preflight =
          HttpRequest.newBuilder(URI.create(alone.uri() + "/leads"))
              .header("Origin", "http://localhost:3000")
              .header("Access-Control-Request-Method", "GET")
              .method("OPTIONS", BodyPublishers.noBody());

      assertThat(send(preflight).statusCode()).isEqualTo(404);
    }
  }

  private HttpRequest.Builder from(String origin, String path) {
    return request(path).header("Origin", origin);
  }

  private HttpRequest.Builder preflight(String origin) {
    return from(origin, "/leads")
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "authorization")
        .method("OPTIONS", BodyPublishers.noBody());
  }

  @Test
  void servesTheIssuersDocuments() throws IOException {
    HttpResponse<byte[]> keys = send(request("/.well-known/jwks.json"));

    assertThat(keys.body()).isEqualTo(TOKENS.jwks());
    assertThat(keys.headers().firstValue("content-type")).contains("application/json");
    assertThat(send(request("/.well-known/other")).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesEverythingWhileTheIssuerHasNoKeys() throws IOException {
    Gateway keyless =
        Gateway.of(
            routes(),
            new BrowserAccess(List.of()),
            ISSUER,
            URI.create(OBJECTS.endpoint() + "/no-such-bucket"),
            functions,
            InstantSource.system());
    try (LocalServer without = new LocalServer(0, "none", keyless::answer)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(without.uri() + "/leads"))
              .header("Authorization", "Bearer " + token("marketplace:read"))
              .build();
      assertThat(LocalClient.send(request).statusCode()).isEqualTo(401);
    }
  }

  private JsonNode echoed(String type, byte[] body) throws IOException {
    HttpRequest.Builder request =
        request("/echo").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
    return Json.read(send(request).body());
  }

  private HttpResponse<byte[]> posted(byte[] body) throws IOException {
    return send(request("/echo").POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<byte[]> told(String answer) throws IOException {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(answer.getBytes(StandardCharsets.UTF_8));
    return send(request("/echo/answer!" + encoded + "!"));
  }

  private static String token(String scope) {
    long now = Instant.now().getEpochSecond();
    var claims =
        Json.object()
            .put("iss", ISSUER)
            .put("aud", "aiqleads")
            .put("sub", "user_1")
            .put("scope", scope)
            .put("iat", now)
            .put("exp", now + 60);
    claims.putArray("roles").add("buyer").add("admin");
    claims.putObject("nested").put("a", 1);
    return TOKENS.token(claims);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.uri() + path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    return LocalClient.send(request.build());
  }

  private static void put(URI address, byte[] content) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address).PUT(BodyPublishers.ofByteArray(content)).build();
    assertThat(Set.of(200, 409)).contains(LocalClient.send(request).statusCode());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static RouteTable.Entry entry(
      String method, String path, RouteAccess access, String function) {
    return new RouteTable.Entry(new Route(method, path, access), function);
  }
}
