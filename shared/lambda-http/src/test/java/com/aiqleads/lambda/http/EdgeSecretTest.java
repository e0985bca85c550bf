package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.TestFunction;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

class EdgeSecretTest {

  private static final String GENERATIONS = "platform/edge-secret-2,platform/edge-secret-1";

  private final FakeIssuer issuer = new FakeIssuer();
  private final AtomicInteger asked = new AtomicInteger();
  private boolean isDown;

  /// The value of a secret is its name.
  private final class Secrets implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      asked.incrementAndGet();
      if (isDown) {
        throw SdkClientException.create("down");
      }
      return GetSecretValueResponse.builder().secretString(request.secretId()).build();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {
      isDown = true;
    }
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void letsTheEdgePassWithThisGenerationAndTheOneBefore() {
    assertThat(statusWith("aiqleads/test/platform/edge-secret-2")).isEqualTo(200);
    assertThat(statusWith("aiqleads/test/platform/edge-secret-1")).isEqualTo(200);
  }

  @Test
  void refusesWhoeverComesByTheAddressOfTheApi() {
    APIGatewayV2HTTPResponse answer = answer(GENERATIONS, Call.get("/demo/maybe"));

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(answer.getBody()).contains("not-by-the-edge");
    assertThat(statusWith("aiqleads/test/platform/edge-secret-3")).isEqualTo(403);
    assertThat(statusWith("")).isEqualTo(403);
  }

  @Test
  void knowsWhatTheEdgeSendsNow() {
    Names names = new Names("test", "demo");

    assertThat(new EdgeSecret(GENERATIONS, names, Secrets::new).sent())
        .contains("aiqleads/test/platform/edge-secret-2");
    assertThat(new EdgeSecret("", names, Secrets::new).sent()).isEmpty();
  }

  @Test
  void refusesBeforeItSaysWhichAddressesThereAre() {
    assertThat(answer(GENERATIONS, Call.get("/nowhere")).getStatusCode()).isEqualTo(403);
  }

  @Test
  void asksForNoHeaderWhereNoSecretIsNamed() {
    assertThat(answer("", Call.get("/demo/maybe")).getStatusCode()).isEqualTo(200);
    assertThat(asked).hasValue(0);
  }

  @Test
  void believesTheEdgeWhereARequestComesFrom() {
    Call call =
        Call.get("/demo/maybe")
            .header(EdgeSecret.HEADER, "aiqleads/test/platform/edge-secret-2")
            .header(EdgeSecret.VIEWER_ADDRESS, "203.0.113.9");

    assertThat(addressAfter(GENERATIONS, call)).isEqualTo("203.0.113.9");
  }

  @Test
  void believesNobodyElseWhereARequestComesFrom() {
    Call call =
        Call.get("/demo/maybe")
            .header(EdgeSecret.HEADER, "guessed")
            .header(EdgeSecret.VIEWER_ADDRESS, "203.0.113.9");

    assertThat(addressAfter(GENERATIONS, call)).isNotEqualTo("203.0.113.9");
    assertThat(addressAfter("", call)).isNotEqualTo("203.0.113.9");
  }

  private String addressAfter(String secrets, Call call) {
    APIGatewayV2HTTPEvent event = call.event();
    try (ApplicationContext context = start(secrets)) {
      new HttpFunction(context) {}.handleRequest(event, new FakeInvocation(Duration.ofSeconds(30)));
    }
    return event.getRequestContext().getHttp().getSourceIp();
  }

  @Test
  void saysThatItCannotTellWhileSecretsCannotBeRead() {
    isDown = true;

    assertThat(statusWith("aiqleads/test/platform/edge-secret-2")).isEqualTo(503);
  }

  @Test
  void readsEachGenerationOnce() {
    try (ApplicationContext context = start(GENERATIONS)) {
      HttpFunction function = new HttpFunction(context) {};
      for (int repeat = 0; repeat < 3; repeat++) {
        function.handleRequest(
            Call.get("/demo/maybe").event(), new FakeInvocation(Duration.ofSeconds(30)));
      }
    }

    assertThat(asked).hasValue(2);
  }

  private int statusWith(String secret) {
    return answer(GENERATIONS, Call.get("/demo/maybe").header(EdgeSecret.HEADER, secret))
        .getStatusCode();
  }

  private APIGatewayV2HTTPResponse answer(String secrets, Call call) {
    try (ApplicationContext context = start(secrets)) {
      return new HttpFunction(context) {}.handleRequest(
          call.event(), new FakeInvocation(Duration.ofSeconds(30)));
    }
  }

  private ApplicationContext start(String secrets) {
    return TestFunction.start(
        "demo",
        "serve-demo",
        new FakeQueues(),
        Map.of(
            "aiqleads.issuer",
            issuer.address(),
            "aiqleads.access",
            "GET /demo/maybe=public",
            "aiqleads.edge.secrets",
            secrets),
        new Secrets());
  }
}
