package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.security.token.validator.TokenValidator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class HttpFunctionTest {

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final ApplicationContext CONTEXT =
      TestFunction.start(
          "demo",
          "serve-demo",
          new FakeQueues(),
          Map.of("aiqleads.issuer", ISSUER.address(), "aiqleads.access", access()));
  private static final HttpFunction FUNCTION = new HttpFunction(CONTEXT) {};
  private static final String ORDER =
      """
      {"email":"ann@example.com","price":{"minorUnits":100,"currency":"USD"},\
      "items":[{"name":"key","count":2}],"urgent":true,"weight":1.5}\
      """;

  private static String access() {
    return "POST /demo/orders=public;POST /demo/failing=public;GET /demo/leads=public;"
        + "GET /demo/leads/{id}=public;GET /demo/me=signed-in;GET /demo/key=signed-in;GET /demo/maybe=public;"
        + "GET /demo/cookies=session;GET /demo/image=public;POST /demo/forms=public;"
        + "GET /demo/refusals/{kind}=public;GET /demo/admin/{proxy+}=platform:admin;"
        + "GET /demo/files/{proxy+}=marketplace:read;GET /missing=public";
  }

  @AfterAll
  static void close() {
    CONTEXT.close();
    ISSUER.close();
  }

  @Test
  void answersWithTheCallersCorrelationId() {
    String id = "cor_0J43GV5GYMFSFRMTVWHPEGYR9B";

    APIGatewayV2HTTPResponse answer =
        answer(Call.post("/demo/orders", ORDER).header("x-correlation-id", id));

    assertThat(answer.getStatusCode()).isEqualTo(201);
    assertThat(answer.getBody()).contains("\"email\":\"ann@example.com\"");
    assertThat(answer.getHeaders()).containsEntry("x-correlation-id", id);
    assertThat(answer.getIsBase64Encoded()).isFalse();
  }

  @Test
  void takesARequestAsLambdaSendsItAndAnswersInItsForm() throws IOException {
    String request =
        """
        {"version":"2.0","rawPath":"/demo/nowhere","rawQueryString":"","headers":{},
         "requestContext":{"http":{"method":"GET","path":"/demo/nowhere"}},
         "isBase64Encoded":false}\
        """;
    ByteArrayOutputStream answer = new ByteArrayOutputStream();

    FUNCTION.handleRequest(
        new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
        answer,
        new FakeInvocation(Duration.ofSeconds(30)));

    assertThat(answer.toString(StandardCharsets.UTF_8))
        .startsWith("{\"statusCode\":404,")
        .contains("\"isBase64Encoded\":false", "not-found");
  }

  @Test
  void makesACorrelationIdWhereThereIsNoneToRead() {
    APIGatewayV2HTTPResponse answer =
        answer(Call.get("/demo/maybe").header("x-correlation-id", "<script>"));

    assertThat(answer.getHeaders().get("x-correlation-id")).startsWith("cor_");
  }

  @Test
  void namesEveryWrongField() {
    APIGatewayV2HTTPResponse answer =
        answer(
            Call.post(
                "/demo/orders",
                """
                {"email":"nobody","price":{"minorUnits":"much","currency":"USD"},"kind":"BOAT",
                 "items":[{"name":5,"count":1.5},{"name":"a","count":0},7],"extra":1,
                 "urgent":"yes","weight":"heavy","note":null}\
                """));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getHeaders().get("content-type")).startsWith("application/problem+json");
    assertThat(answer.getBody())
        .contains("\"code\":\"bad-input\"", "\"correlationId\":\"cor_")
        .contains("\"field\":\"email\"", "\"field\":\"price\"", "\"field\":\"kind\"")
        .contains("\"field\":\"items[0].name\"", "\"field\":\"items[0].count\"")
        .contains("\"field\":\"items[1]\"", "a count is at least 1", "\"field\":\"items[2]\"")
        .contains("\"field\":\"extra\"", "\"field\":\"urgent\"", "\"field\":\"weight\"")
        .contains("must be one of HOUSE, LAND")
        .doesNotContain("\"field\":\"note\"", "com.aiqleads", "Exception");
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(answer(Call.post("/demo/orders", "{}")).getBody())
        .contains("\"field\":\"email\",\"message\":\"is required\"", "\"field\":\"items\"")
        .doesNotContain("\"field\":\"note\"", "\"field\":\"kind\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "7", "", "null", "{\"a\":}", "{\"email\":\"a\\u0000b\"}", "not"})
  void refusesWhatIsNoJsonObject(String body) {
    APIGatewayV2HTTPResponse answer = answer(Call.post("/demo/orders", body));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"code\":\"bad-input\"").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "a\\udc00b", "\\u0000"})
  void refusesTextsThatNoStoreCouldKeep(String escaped) {
    APIGatewayV2HTTPResponse answer =
        answer(Call.post("/demo/failing", "{\"name\":\"" + escaped + "\",\"count\":1}"));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"field\":\"name\"", "a character that no text has");
  }

  @Test
  void namesFieldsThatStandTwice() {
    APIGatewayV2HTTPResponse answer =
        answer(
            Call.post(
                "/demo/orders",
                """
                {"email":"ann@example.com","price":{"minorUnits":1,"minorUnits":2,"name":"a"},\
                "name":"b","email":"bob@example.com"}\
                """));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody())
        .contains("{\"field\":\"email\",\"message\":\"stands twice\"}")
        .contains("{\"field\":\"minorUnits\",\"message\":\"stands twice\"}")
        .doesNotContain("\"field\":\"name\"");
  }

  @Test
  void refusesBytesThatAreNoText() {
    String latin1 = Base64.getEncoder().encodeToString(new byte[] {'{', (byte) 0xE9, '}'});

    assertThat(
            answer(
                    Call.to("POST", "/demo/orders")
                        .base64Body(latin1)
                        .header("content-type", "application/json"))
                .getBody())
        .contains("is not UTF-8");
    assertThat(answer(Call.post("/demo/orders", "{\"a\":\"\uFFFD\"}")).getBody())
        .contains("is not UTF-8");
    assertThat(answer(Call.to("POST", "/demo/orders").base64Body("?")).getBody())
        .contains("is not base64");
  }

  @Test
  void readsABodyThatComesAsBase64() {
    String body = Base64.getEncoder().encodeToString(ORDER.getBytes(StandardCharsets.UTF_8));

    assertThat(
            answer(
                    Call.to("POST", "/demo/orders")
                        .base64Body(body)
                        .header("content-type", "application/json"))
                .getStatusCode())
        .isEqualTo(201);
  }

  @Test
  void asksNobodyButOurVerifierWhetherATokenIsRight() {
    assertThat(CONTEXT.getBeansOfType(TokenValidator.class))
        .singleElement()
        .isInstanceOf(AccessTokens.class);
    assertThat(answer(Call.get("/demo/me").bearer(unsigned())).getStatusCode()).isEqualTo(401);
  }

  private static String unsigned() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String header = "{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}";
    String claims = ISSUER.token(valid -> valid).split("\\.")[1];
    return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "." + claims + ".";
  }

  @Test
  void refusesAddressesOfMoreThan8192Characters() {
    String address = "/demo/leads?tag=a&q=";
    String atTheLimit = address + "a".repeat(8192 - address.length() + 1);

    assertThat(answer(Call.get(atTheLimit)).getStatusCode()).isEqualTo(200);
    assertThat(answer(Call.get(atTheLimit + "a")).getStatusCode()).isEqualTo(414);
    assertThat(answer(Call.get(atTheLimit + "a")).getBody())
        .contains("\"code\":\"address-too-long\"");
  }

  @Test
  void refusesMoreThan256Kilobytes() {
    String atTheLimit = "\"" + "x".repeat(256 * 1024 - 2) + "\"";

    assertThat(answer(Call.post("/demo/orders", atTheLimit)).getStatusCode()).isEqualTo(400);
    assertThat(answer(Call.post("/demo/orders", atTheLimit + " ")).getStatusCode()).isEqualTo(413);
  }

  @Test
  void refusesWhatIsCompressed() {
    assertThat(
            answer(Call.post("/demo/orders", ORDER).header("content-encoding", "gzip"))
                .getStatusCode())
        .isEqualTo(415);
    assertThat(
            answer(Call.post("/demo/orders", ORDER).header("content-encoding", "identity"))
                .getStatusCode())
        .isEqualTo(201);
  }

  @Test
  void refusesAnotherKindOfBody() {
    APIGatewayV2HTTPResponse answer =
        answer(Call.post("/demo/orders", "<a/>").header("content-type", "application/xml"));

    assertThat(answer.getStatusCode()).isEqualTo(415);
    assertThat(answer.getBody()).contains("\"code\":\"unsupported-media-type\"");
  }

  @Test
  void keepsTheCommasOfParameters() {
    APIGatewayV2HTTPResponse answer =
        answer(Call.get("/demo/leads?q=Miami%2C+FL&limit=5&tag=a%2Cb&tag=c"));

    assertThat(answer.getBody())
        .isEqualTo("{\"text\":\"Miami, FL\",\"limit\":5,\"tags\":[\"a,b\",\"c\"]}");
  }

  @ParameterizedTest
  @CsvSource({
    "/demo/leads?tag=a, q",
    "/demo/leads?q=a&tag=b&limit=many, limit",
    "/demo/leads?q=%00&tag=b, address",
    "/demo/leads?q=%zz&tag=b, address",
    "/demo/leads/a%00b, address"
  })
  void namesTheWrongParameter(String address, String field) {
    APIGatewayV2HTTPResponse answer = answer(Call.get(address));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"code\":\"bad-input\"", "\"field\":\"" + field + "\"");
  }

  @Test
  void speaksThePayloadsOwnCookies() {
    APIGatewayV2HTTPResponse answer =
        answer(
            Call.get("/demo/cookies")
                .cookies("a=1", "b=2")
                .header("if-modified-since", "Fri, 20 Nov 2026 10:00:00 GMT"));

    assertThat(answer.getBody()).isEqualTo("1 Fri, 20 Nov 2026 10:00:00 GMT");
    assertThat(answer.getCookies()).hasSize(2).anyMatch(cookie -> cookie.startsWith("two=2"));
    assertThat(answer.getHeaders()).doesNotContainKey("set-cookie");
  }

  @Test
  void encodesWhatIsNoText() {
    APIGatewayV2HTTPResponse answer = answer(Call.get("/demo/image"));

    assertThat(answer.getIsBase64Encoded()).isTrue();
    assertThat(Base64.getDecoder().decode(answer.getBody())).hasSize(4);
  }

  @Test
  void readsForms() {
    assertThat(
            answer(
                    Call.to("POST", "/demo/forms")
                        .body("a=x%2Cy&b=%C3%A9")
                        .header("content-type", "application/x-www-form-urlencoded"))
                .getBody())
        .isEqualTo("x,y|é");
  }

  @ParameterizedTest
  @CsvSource({"404,no-lead", "409,sold", "422,odd", "429,too-many-requests", "401,who", "403,no"})
  void answersWhatControllersRefuse(int status, String code) {
    APIGatewayV2HTTPResponse answer = answer(Call.get("/demo/refusals/" + status));

    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"", "\"status\":" + status);
  }

  @Test
  void saysWhenToComeAgain() {
    assertThat(answer(Call.get("/demo/refusals/429")).getHeaders())
        .containsEntry("retry-after", "7");
  }

  @Test
  void leaksNothingOfAnAccident() {
    APIGatewayV2HTTPResponse accident = answer(Call.get("/demo/refusals/other"));
    APIGatewayV2HTTPResponse badId = answer(Call.get("/demo/leads/lead_x"));

    assertThat(accident.getStatusCode()).isEqualTo(500);
    assertThat(accident.getBody())
        .contains("\"code\":\"internal-server-error\"")
        .doesNotContain("jdbc", "secret", "Exception", "com.aiqleads");
    assertThat(badId.getStatusCode()).isEqualTo(500);
  }

  /// Lambda sees an answer, whatever its status: a new version is known to fail by this figure.
  @Test
  void countsAnswersThatFailedForTheAlarmOfANewVersion() {
    Counter failed =
        CONTEXT
            .getBean(MeterRegistry.class)
            .counter("failed_answers", "of", "all", "outcome", "failed");
    double before = failed.count();

    answer(Call.get("/demo/refusals/other"));
    answer(Call.get("/demo/refusals/404"));

    assertThat(failed.count()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/demo/unlisted", "/nowhere", "/", "/demo/leads/a/b", "/%64emo/leads"})
  void knowsOnlyWhatTheManifestLists(String path) {
    APIGatewayV2HTTPResponse answer = answer(Call.get(path));

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getBody()).contains("\"code\":\"not-found\"");
  }

  @Test
  void saysThatAListedRouteWithoutControllerIsNotThere() {
    assertThat(answer(Call.get("/missing")).getStatusCode()).isEqualTo(404);
  }

  @Test
  void asksForATokenWhereOneIsNeeded() {
    APIGatewayV2HTTPResponse answer = answer(Call.get("/demo/me"));

    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getHeaders()).containsEntry("www-authenticate", "Bearer");
    assertThat(answer.getBody()).contains("\"code\":\"unauthorized\"");
  }

  @Test
  void knowsTheCaller() {
    String token = ISSUER.token(claims -> claims);

    assertThat(answer(Call.get("/demo/me").bearer(token)).getBody())
        .contains("user_0J43GV5GYMFSFRMTVWHPEGYR9B", "buyer");
    assertThat(answer(Call.get("/demo/maybe").bearer(token)).getBody()).startsWith("user_");
    assertThat(answer(Call.get("/demo/maybe")).getBody()).isEqualTo("nobody");
  }

  @Test
  void namesTheApiKeyThatActsInEveryLogLineAndForgetsItAfterwards() {
    String key = "key_0J43GV5GYMFSFRMTVWHPEGYR9B";
    String program = ISSUER.token(claims -> claims.claim("key", key));
    String person = ISSUER.token(claims -> claims);
    Logger logger = (Logger) LoggerFactory.getLogger(Exchanges.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      assertThat(answer(Call.get("/demo/key").bearer(program)).getBody()).isEqualTo(key);
      assertThat(answer(Call.get("/demo/admin/a").bearer(program)).getStatusCode()).isEqualTo(403);
      assertThat(answer(Call.get("/demo/key").bearer(person)).getBody()).isEqualTo("no key");
      assertThat(answer(Call.get("/demo/maybe")).getStatusCode()).isEqualTo(200);
    } finally {
      logger.detachAppender(log);
    }

    assertThat(log.list)
        .extracting(line -> line.getMDCPropertyMap().getOrDefault("apiKey", ""))
        .containsExactly(key, key, "", "");
  }

  @Test
  void verifiesATokenEvenWhereNoneIsNeeded() {
    assertThat(answer(Call.get("/demo/maybe").bearer("wrong")).getStatusCode()).isEqualTo(401);
  }

  @Test
  void wantsTheScopeOfTheRoute() {
    String token = ISSUER.token(claims -> claims);

    assertThat(answer(Call.get("/demo/files/a/b").bearer(token)).getStatusCode()).isEqualTo(200);
    assertThat(answer(Call.get("/demo/admin/a").bearer(token)).getStatusCode()).isEqualTo(403);
    assertThat(answer(Call.get("/demo/admin/a")).getStatusCode()).isEqualTo(401);
  }

  @Test
  void believesNoHeaderAboutTheCaller() {
    assertThat(
            answer(Call.get("/demo/me").header("x-amzn-oidc-identity", "user_1")).getStatusCode())
        .isEqualTo(401);
  }

  private static APIGatewayV2HTTPResponse answer(Call call) {
    return FUNCTION.handleRequest(call.event(), new FakeInvocation(Duration.ofSeconds(30)));
  }

  @Test
  void saysThatItCannotTellWhoCallsWhenTheIssuerIsDown() {
    try (FakeIssuer issuer = new FakeIssuer();
        ApplicationContext context =
            TestFunction.start(
                "demo",
                "serve-demo",
                new FakeQueues(),
                Map.of("aiqleads.issuer", issuer.address(), "aiqleads.access", access()))) {
      issuer.goDown();
      String token = issuer.token(claims -> claims);

      APIGatewayV2HTTPResponse answer =
          new HttpFunction(context) {}.handleRequest(
              Call.get("/demo/me").bearer(token).event(),
              new FakeInvocation(Duration.ofSeconds(30)));

      assertThat(answer.getStatusCode()).isEqualTo(503);
      assertThat(answer.getBody()).contains("\"code\":\"unavailable\"");
    }
  }
}
