package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Sessions that are renewed, kept and ended.
class SessionTest extends RunningConsole {

  @Test
  void renewsASessionWhoseTokenHasEnded() {
    API.answers("/sessions/refresh", 200, "{\"accessToken\":\"new\",\"refreshToken\":\"next\"}");
    visitor.with("__Host-session", ISSUER.endedToken("buyer")).with("__Host-refresh", "old");

    APIGatewayV2HTTPResponse answer = visitor.get("/console/leads?q=pool");

    assertThat(answer.getStatusCode()).isEqualTo(303);
    assertThat(Visitor.header(answer, "location")).isEqualTo("/console/leads?q=pool");
    assertThat(visitor.cookies())
        .containsEntry("__Host-session", "new")
        .containsEntry("__Host-refresh", "next");
  }

  /// The browser sends what was filled in once more: 307 keeps the method and the form.
  @Test
  void losesNoFormThatIsSentWhenTheTokenHasEnded() {
    API.answers("/sessions/refresh", 200, "{\"accessToken\":\"new\",\"refreshToken\":\"next\"}");
    visitor.with("__Host-session", ISSUER.endedToken("buyer")).with("__Host-refresh", "old");

    APIGatewayV2HTTPResponse answer = visitor.post("/console/wallet/top-ups", Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(307);
    assertThat(Visitor.header(answer, "location")).isEqualTo("/console/wallet/top-ups");
    assertThat(visitor.cookies())
        .containsEntry("__Host-session", "new")
        .containsEntry("__Host-refresh", "next");
  }

  @Test
  void saysThatAFormWasNotSentWhileAnotherTabRenewed() {
    API.answers("/sessions/refresh", 409, "{\"code\":\"renewed-elsewhere\"}");
    visitor.with("__Host-session", ISSUER.endedToken("buyer")).with("__Host-refresh", "before");

    APIGatewayV2HTTPResponse answer = visitor.post("/console/wallet/top-ups", Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(Visitor.header(answer, "refresh")).isEmpty();
    assertThat(answer.getBody()).contains("send the form once more");
    assertThat(visitor.cookies()).containsEntry("__Host-refresh", "before");
  }

  /// What a form is sent to is no page to come back to.
  @Test
  void comesBackFromTheSignInToThePageOfTheForm() {
    visitor.header("referer", ORIGIN + "/console/wallet?cursor=x");
    assertThat(Visitor.header(visitor.post("/console/wallet/top-ups", Map.of()), "location"))
        .isEqualTo("/console/sign-in?to=%2Fconsole%2Fwallet%3Fcursor%3Dx");

    visitor.header("referer", "https://elsewhere.example/");
    assertThat(Visitor.header(visitor.post("/console/wallet/top-ups", Map.of()), "location"))
        .isEqualTo("/console/sign-in?to=%2Fconsole");
  }

  @Test
  void forgetsASessionThatCannotBeRenewed() {
    API.answers("/sessions/refresh", 401, "{}");
    visitor.with("__Host-session", ISSUER.endedToken("buyer")).with("__Host-refresh", "stolen");

    APIGatewayV2HTTPResponse answer = visitor.get("/console/leads");

    assertThat(Visitor.header(answer, "location")).startsWith("/console/sign-in");
    assertThat(visitor.cookies()).doesNotContainKeys("__Host-session", "__Host-refresh");
  }

  @Test
  void keepsASessionThatCannotBeRenewedJustNow() {
    for (int status : List.of(429, 500, 503)) {
      API.answers("/sessions/refresh", status, "{\"title\":\"Later\",\"detail\":\"Not now.\"}");
      visitor.with("__Host-session", ISSUER.endedToken("buyer")).with("__Host-refresh", "mine");

      APIGatewayV2HTTPResponse answer = visitor.get("/console/leads");

      assertThat(answer.getStatusCode()).isEqualTo(status);
      assertThat(answer.getBody()).contains("Not now.");
      assertThat(visitor.cookies()).containsEntry("__Host-refresh", "mine");
    }
  }

  @Test
  void waitsAMomentWhenAnotherTabHasJustRenewed() {
    API.answers("/sessions/refresh", 409, "{\"code\":\"renewed-elsewhere\"}");
    visitor.with("__Host-session", ISSUER.endedToken("buyer")).with("__Host-refresh", "before");

    APIGatewayV2HTTPResponse answer = visitor.get("/console/leads?q=pool");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(Visitor.header(answer, "refresh")).isEqualTo("1");
    assertThat(answer.getBody()).contains("One moment");
    assertThat(visitor.cookies()).containsEntry("__Host-refresh", "before");
  }

  @Test
  void endsTheSessionAtTheApiWhenSigningOut() {
    API.answers("/sessions/sign-out", 204, "{}");
    signedIn("buyer", "marketplace:read").with("__Host-refresh", "mine");
    visitor.get("/console/sign-in");

    visitor.post("/console/sign-out", Map.of());

    assertThat(API.calls().getLast().body()).isEqualTo(Map.of("refreshToken", "mine"));
    assertThat(visitor.cookies()).doesNotContainKeys("__Host-session", "__Host-refresh");
  }
}
