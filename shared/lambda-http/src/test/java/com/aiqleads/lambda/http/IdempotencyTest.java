package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final ApplicationContext CONTEXT =
      TestFunction.start(
          "demo",
          "serve-demo",
          new FakeQueues(),
          Map.of(
              "aiqleads.issuer",
              ISSUER.address(),
              "claims",
              "in-memory",
              "aiqleads.access",
              "POST /demo/orders=public;POST /demo/secrets=public;POST /demo/failing=public"));
  private static final HttpFunction FUNCTION = new HttpFunction(CONTEXT) {};
  private static final String ORDER =
      """
      {"email":"ann@example.com","price":{"minorUnits":100,"currency":"USD"},\
      "items":[],"urgent":true,"weight":1.5}\
      """;
  private static final String ITEM = "{\"name\":\"key\",\"count\":1}";

  @AfterAll
  static void close() {
    CONTEXT.close();
    ISSUER.close();
  }

  @Test
  void givesTheFirstAnswerAgain() {
    APIGatewayV2HTTPResponse first = order("again", ORDER);
    APIGatewayV2HTTPResponse second = order("again", ORDER);

    assertThat(first.getStatusCode()).isEqualTo(201);
    assertThat(second.getStatusCode()).isEqualTo(201);
    assertThat(second.getBody()).isEqualTo(first.getBody()).contains("ann@example.com");
    assertThat(second.getHeaders())
        .containsEntry("idempotent-replayed", "true")
        .containsEntry("content-type", first.getHeaders().get("content-type"));
  }

  @Test
  void keepsNothingByWhichABodyCouldBeGuessed() {
    InMemoryClaims claims = CONTEXT.getBean(InMemoryClaims.class);
    claims.clear();
    order("guess-one", ORDER);
    order("guess-two", ORDER);

    assertThat(claims.fingerprints()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void refusesTheKeyForAnotherBody() {
    order("other", ORDER);

    APIGatewayV2HTTPResponse answer = order("other", ORDER.replace("1.5", "2.5"));

    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(answer.getBody()).contains("key-reused");
  }

  @Test
  void refusesTheKeyWhileTheFirstIsAtIt() {
    InMemoryClaims claims = CONTEXT.getBean(InMemoryClaims.class);
    order("busy", ORDER);
    claims.forgetAnswers();

    APIGatewayV2HTTPResponse answer = order("busy", ORDER);

    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(answer.getBody()).contains("in-progress");
  }

  @Test
  void keepsCallersAndKeysApart() {
    String token = ISSUER.token(claims -> claims);

    APIGatewayV2HTTPResponse nobody = order("apart", ORDER);
    APIGatewayV2HTTPResponse somebody =
        answer(Call.post("/demo/orders", ORDER).header("idempotency-key", "apart").bearer(token));

    assertThat(somebody.getBody()).isNotEqualTo(nobody.getBody());
  }

  @Test
  void keepsTwoApiKeysOfOnePersonApart() {
    APIGatewayV2HTTPResponse person = orderOf("two", ISSUER.token(claims -> claims));
    APIGatewayV2HTTPResponse one = orderOf("two", tokenOfKey("1"));
    APIGatewayV2HTTPResponse other = orderOf("two", tokenOfKey("2"));
    APIGatewayV2HTTPResponse again = orderOf("two", tokenOfKey("1"));

    assertThat(List.of(person.getBody(), one.getBody(), other.getBody())).doesNotHaveDuplicates();
    assertThat(again.getBody()).isEqualTo(one.getBody());
  }

  private static String tokenOfKey(String number) {
    return ISSUER.token(claims -> claims.claim("key", "key_0J43GV5GYMFSFRMTVWHPEGYR" + number));
  }

  private static APIGatewayV2HTTPResponse orderOf(String key, String token) {
    return answer(Call.post("/demo/orders", ORDER).header("idempotency-key", key).bearer(token));
  }

  @Test
  void leavesTheKeyFreeAfterARefusal() {
    assertThat(order("wrong", "{}").getStatusCode()).isEqualTo(400);
    assertThat(order("wrong", ORDER).getStatusCode()).isEqualTo(201);
  }

  @Test
  void doesNotDoAgainWhatFailedPerhapsAfterItHappened() {
    int before = DemoController.ORDERS.get();

    Call call = Call.post("/demo/failing", ITEM).header("idempotency-key", "accident");
    APIGatewayV2HTTPResponse first = answer(call);
    APIGatewayV2HTTPResponse second = answer(call);

    assertThat(DemoController.ORDERS.get()).isEqualTo(before + 1);
    assertThat(first.getStatusCode()).isEqualTo(500);
    assertThat(second.getStatusCode()).isEqualTo(500);
    assertThat(second.getHeaders())
        .containsEntry("idempotent-replayed", "true")
        .containsEntry("content-type", "application/problem+json");
    assertThat(second.getBody()).isEqualTo(first.getBody()).doesNotContain("secret words");
  }

  @Test
  void givesATokenAgainRatherThanASecondOne() {
    Call call = Call.post("/demo/secrets", ITEM).header("idempotency-key", "secret");

    APIGatewayV2HTTPResponse first = answer(call);
    APIGatewayV2HTTPResponse second = answer(call);

    assertThat(second.getBody()).isEqualTo(first.getBody());
    assertThat(second.getHeaders())
        .containsEntry("idempotent-replayed", "true")
        .containsEntry("cache-control", "no-store");
  }

  @Test
  void keepsAnswersSoThatOnlyWhoHasTheKeyCanReadThem() {
    InMemoryClaims claims = CONTEXT.getBean(InMemoryClaims.class);
    claims.clear();
    order("sealed", ORDER);

    assertThat(claims.answers()).hasSize(1).noneMatch(body -> body.contains("ann@example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "é"})
  void refusesWhatIsNoKey(String key) {
    assertThat(order(key, ORDER).getBody()).contains("Idempotency-Key");
  }

  @Test
  void acceptsKeysOfAtMost255Characters() {
    assertThat(order("k".repeat(255), ORDER).getStatusCode()).isEqualTo(201);
    assertThat(order("k".repeat(256), ORDER).getStatusCode()).isEqualTo(400);
  }

  private static APIGatewayV2HTTPResponse order(String key, String body) {
    return answer(Call.post("/demo/orders", body).header("idempotency-key", key));
  }

  private static APIGatewayV2HTTPResponse answer(Call call) {
    return FUNCTION.handleRequest(call.event(), new FakeInvocation(Duration.ofSeconds(30)));
  }
}
