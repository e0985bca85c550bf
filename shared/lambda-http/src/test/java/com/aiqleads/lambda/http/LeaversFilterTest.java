package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaversFilterTest {

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final String ITEM = "{\"name\":\"key\",\"count\":1}";

  private final ApplicationContext context =
      TestFunction.start(
          "demo",
          "serve-demo",
          new FakeQueues(),
          Map.of(
              "aiqleads.issuer",
              ISSUER.address(),
              "leavers",
              "scripted",
              "claims",
              "in-memory",
              "aiqleads.access",
              "GET /demo/me=signed-in;POST /demo/secrets=signed-in;POST /demo/forms=public"));
  private final HttpFunction function = new HttpFunction(context) {};
  private final Call act = Call.post("/demo/secrets", ITEM).bearer(ISSUER.token(claims -> claims));

  @AfterEach
  void closeContext() {
    context.close();
  }

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  @Test
  void letsMembersChangeThings() {
    assertThat(answer(act).getStatusCode()).isEqualTo(200);
  }

  @Test
  void whoHasLeftChangesNothingAndClaimsNoKey() {
    context.getBean(ScriptedLeavers.class).sendAllAway();
    int before = DemoController.ORDERS.get();

    APIGatewayV2HTTPResponse refused = answer(act.header("idempotency-key", "one"));

    assertThat(refused.getStatusCode()).isEqualTo(403);
    assertThat(refused.getBody()).contains("\"code\":\"left-the-team\"", "sign in again");
    assertThat(DemoController.ORDERS).hasValue(before);
    assertThat(context.getBean(InMemoryClaims.class).fingerprints()).isEmpty();
  }

  @Test
  void whoHasLeftReadsOnAndWhoIsUnknownIsNobodysLeaver() {
    context.getBean(ScriptedLeavers.class).sendAllAway();
    Call read = Call.get("/demo/me").bearer(ISSUER.token(claims -> claims));

    assertThat(answer(read).getStatusCode()).isEqualTo(200);
    assertThat(answer(Call.post("/demo/forms", "{}")).getBody()).doesNotContain("left-the-team");
  }

  private APIGatewayV2HTTPResponse answer(Call call) {
    return function.handleRequest(call.event(), new FakeInvocation(Duration.ofSeconds(30)));
  }
}
