package com.aiqleads.platform.checkhealth;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckHealthHandlerTest {

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final FakeIssuer issuer = new FakeIssuer();
  private final ApplicationContext context =
      TestFunction.start(
          "platform",
          "check-health",
          new FakeQueues(),
          Map.of(
              "aiqleads.access",
              "GET /health=public;GET /health/stores=platform:read",
              "aiqleads.issuer",
              issuer.address(),
              "stores",
              "fake"));
  private final FakeStores stores = context.getBean(FakeStores.class);

  @AfterEach
  void close() {
    context.close();
    issuer.close();
  }

  @Test
  void tellsAnybodyThatItIsUpAndNothingElse() {
    stores.with("postgresql", true, LIMIT, FakeStores.ANSWERS);

    APIGatewayV2HTTPResponse answer = answer(Call.get("/health"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).isEqualTo("{\"up\":true}");
    assertThat(answer.getHeaders()).containsEntry("cache-control", "no-store");
  }

  @Test
  void tellsAnybodyThatItIsDownAndNotWhy() {
    stores.with("postgresql", true, LIMIT, FakeStores.FAILS);

    APIGatewayV2HTTPResponse answer = answer(Call.get("/health"));

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getHeaders().get("content-type")).startsWith("application/problem+json");
    assertThat(answer.getBody())
        .contains("\"code\":\"unavailable\"")
        .doesNotContain("postgresql", "secret-host");
  }

  @Test
  void tellsOperatorsOfEachStore() {
    stores.with("postgresql", true, LIMIT, FakeStores.ANSWERS);
    stores.with("opensearch", false, LIMIT, FakeStores.FAILS);
    String operator = issuer.token(claims -> claims.claim("scope", "platform:read"));

    APIGatewayV2HTTPResponse answer = answer(Call.get("/health/stores").bearer(operator));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody())
        .contains("\"up\":true", "\"name\":\"postgresql\",\"needed\":true,\"state\":\"reached\"")
        .contains("\"finding\":\"well\"")
        .contains("\"name\":\"opensearch\",\"needed\":false,\"state\":\"failed\"")
        .doesNotContain("secret-host");
  }

  @Test
  void tellsNobodyElseOfStores() {
    String buyer = issuer.token(claims -> claims);

    assertThat(answer(Call.get("/health/stores")).getStatusCode()).isEqualTo(401);
    assertThat(answer(Call.get("/health/stores").bearer(buyer)).getStatusCode()).isEqualTo(403);
    assertThat(stores.timesAsked()).isZero();
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (CheckHealthHandler handler = new CheckHealthHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private APIGatewayV2HTTPResponse answer(Call call) {
    return new CheckHealthHandler(context).handleRequest(call.event(), INVOCATION);
  }
}
