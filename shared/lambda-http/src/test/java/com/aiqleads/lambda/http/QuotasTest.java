package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Invocations;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.TestFunction;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotasTest {

  private static final int READS = 300;
  private static final int WRITES = 60;
  private static final int KEY = 600;
  private static final int TEAM = 3000;
  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final String ITEM = "{\"name\":\"key\",\"count\":1}";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
  private final ApplicationContext context =
      TestFunction.start(
          "demo",
          "serve-demo",
          new FakeQueues(),
          Map.of(
              "aiqleads.issuer",
              ISSUER.address(),
              "aiqleads.quotas",
              "1",
              "quotas",
              "in-memory",
              "claims",
              "in-memory",
              "aiqleads.access",
              "GET /demo/me=signed-in;GET /demo/maybe=public;POST /demo/secrets=signed-in;"
                  + "GET /demo/leads/{id}=signed-in;GET /demo/{proxy+}=marketplace:admin"));
  private final InMemoryQuotaCounters counters = context.getBean(InMemoryQuotaCounters.class);
  private final HttpFunction function = new HttpFunction(context) {};
  private final String token = ISSUER.token(claims -> claims);
  private final Quotas quotas =
      new Quotas(
          counters,
          context.getBean(Invocations.class),
          context.getBean(Metrics.class),
          (InstantSource) now::get,
          1);

  @AfterEach
  void closeContext() {
    context.close();
  }

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  @Test
  void tellsHowMuchIsLeft() {
    APIGatewayV2HTTPResponse answer = answer(Call.get("/demo/me").bearer(token));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders())
        .containsEntry(
            "ratelimit-policy", "\"key\";q=600;w=60, \"team\";q=3000;w=60, \"route\";q=300;w=60");
    assertThat(answer.getHeaders().get("ratelimit"))
        .matches("\"key\";r=599;t=\\d+, \"team\";r=2999;t=\\d+, \"route\";r=299;t=\\d+");
  }

  @Test
  void refusesWithTheTimeToWaitWhenARouteIsUsedUp() {
    counters.stopTheClock();
    APIGatewayV2HTTPResponse last = posted(WRITES);
    APIGatewayV2HTTPResponse refused = posted(1);

    assertThat(last.getStatusCode()).isEqualTo(200);
    assertThat(last.getHeaders().get("ratelimit")).contains("\"route\";r=0;");
    assertThat(refused.getStatusCode()).isEqualTo(429);
    assertThat(refused.getHeaders().get("content-type")).startsWith("application/problem+json");
    assertThat(refused.getHeaders().get("retry-after")).matches("[1-9][0-9]?");
    assertThat(refused.getHeaders().get("ratelimit")).contains("\"route\";r=0;");
    assertThat(refused.getBody()).contains("\"code\":\"quota-exceeded\"", "this route");
    assertThat(answer(Call.get("/demo/me").bearer(token)).getStatusCode()).isEqualTo(200);
  }

  @Test
  void countsNobodyWhoIsUnknownAndNothingThatIsRefusedBefore() {
    assertThat(answer(Call.get("/demo/maybe")).getHeaders()).doesNotContainKey("ratelimit");
    assertThat(answer(Call.get("/demo/me")).getStatusCode()).isEqualTo(401);
    assertThat(answer(Call.get("/demo/other").bearer(token)).getStatusCode()).isEqualTo(403);
    assertThat(counters.timesAsked()).isZero();
    assertThat(answer(Call.get("/demo/maybe").bearer(token)).getHeaders()).containsKey("ratelimit");
  }

  @Test
  void letsRequestsPassWhenTheCountersDoNotAnswer() {
    counters.goDown();

    APIGatewayV2HTTPResponse answer = answer(Call.get("/demo/me").bearer(token));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders()).doesNotContainKey("ratelimit");
  }

  @Test
  void leavesFailingCountersAloneForTenSeconds() {
    counters.goDown();

    assertThat(quotas.count("team", "key", "GET /a")).isEmpty();
    now.updateAndGet(time -> time.plusMillis(9_999));
    assertThat(quotas.count("team", "key", "GET /a")).isEmpty();
    assertThat(counters.timesAsked()).isEqualTo(1);
    now.updateAndGet(time -> time.plusMillis(1));
    assertThat(quotas.count("team", "key", "GET /a")).isEmpty();
    assertThat(counters.timesAsked()).isEqualTo(2);
  }

  @Test
  void endsEachQuotaAtItsNumber() {
    assertThat(admitted("a", "GET /a", READS + 1)).isEqualTo(READS);
    assertThat(admitted("a", "GET /leads/map", 121)).isEqualTo(120);
    assertThat(admitted("a", "POST /a", WRITES + 1)).isEqualTo(WRITES);
    assertThat(admitted("a", "GET /b", KEY)).isEqualTo(KEY - READS - 120 - WRITES);
    assertThat(exceeded("a", "GET /c")).isEqualTo("key");
  }

  @Test
  void endsTheQuotaOfATeamForAllItsKeys() {
    for (int key = 0; key < TEAM / KEY; key++) {
      assertThat(admitted("key" + key, "GET /a", READS)).isEqualTo(READS);
      assertThat(admitted("key" + key, "GET /b", READS)).isEqualTo(READS);
    }

    assertThat(exceeded("another", "GET /a")).isEqualTo("team");
    assertThat(quotas.count("other-team", "another", "GET /a").orElseThrow().admitted()).isTrue();
  }

  @Test
  void startsAgainWithTheNextMinute() {
    now.set(Instant.parse("2026-11-21T10:00:59.999Z"));
    admitted("a", "POST /a", WRITES);
    assertThat(quotas.count("team", "a", "POST /a").orElseThrow().reset())
        .isEqualTo(Duration.ofSeconds(1));

    now.updateAndGet(time -> time.plusMillis(1));

    RateLimits limits = quotas.count("team", "a", "POST /a").orElseThrow();
    assertThat(limits.admitted()).isTrue();
    assertThat(limits.reset()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void countsAnApiKeyApartFromItsOwner() {
    String key = ISSUER.token(claims -> claims.claim("key", "key_1"));
    counters.stopTheClock();

    posted(WRITES);

    assertThat(posted(1).getStatusCode()).isEqualTo(429);
    assertThat(answer(Call.post("/demo/secrets", ITEM).bearer(key)).getStatusCode()).isEqualTo(200);
  }

  private int admitted(String key, String route, int requests) {
    int admitted = 0;
    for (int i = 0; i < requests; i++) {
      admitted += quotas.count("team", key, route).orElseThrow().admitted() ? 1 : 0;
    }
    return admitted;
  }

  private String exceeded(String key, String route) {
    RateLimits limits = quotas.count("team", key, route).orElseThrow();
    assertThat(limits.admitted()).isFalse();
    return limits.usedUp();
  }

  /// The last answer of so many requests.
  private APIGatewayV2HTTPResponse posted(int times) {
    APIGatewayV2HTTPResponse last = new APIGatewayV2HTTPResponse();
    for (int i = 0; i < times; i++) {
      last = answer(Call.post("/demo/secrets", ITEM).bearer(token));
    }
    return last;
  }

  private APIGatewayV2HTTPResponse answer(Call call) {
    return function.handleRequest(call.event(), new FakeInvocation(Duration.ofSeconds(30)));
  }
}
