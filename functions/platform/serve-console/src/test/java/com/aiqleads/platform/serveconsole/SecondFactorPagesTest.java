package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The second factor: asked for, set up, replaced.
class SecondFactorPagesTest extends RunningConsole {

  @Test
  void asksForACodeAfterThePassword() {
    API.answers("/sessions", 202, "{\"challenge\":\"ch\"}");
    API.answers("/sessions/second-factor", 201, "{\"accessToken\":\"a.b\",\"refreshToken\":\"r\"}");
    visitor.get("/console/sign-in");

    APIGatewayV2HTTPResponse step =
        visitor.post(
            "/console/sign-in",
            Map.of("email", "a@b.example", "password", "topsecret", "to", "/console/leads"));
    APIGatewayV2HTTPResponse in =
        visitor.post(
            "/console/sign-in/code",
            Map.of("challenge", "ch", "code", "123456", "to", "/console/leads"));

    assertThat(step.getBody())
        .contains("One more step", "value=\"ch\"", "value=\"/console/leads\"")
        .doesNotContain("topsecret");
    assertThat(Visitor.header(in, "location")).isEqualTo("/console/leads");
    assertThat(visitor.cookies()).containsEntry("__Host-session", "a.b");
    assertThat(API.calls().getLast().body()).isEqualTo(Map.of("challenge", "ch", "code", "123456"));
  }

  @Test
  void asksAgainAfterAWrongCodeAndFromTheBeginningAfterTooLong() {
    visitor.get("/console/sign-in");

    API.answers(
        "/sessions/second-factor", 401, "{\"code\":\"wrong-code\",\"detail\":\"Not of now.\"}");
    APIGatewayV2HTTPResponse wrong =
        visitor.post("/console/sign-in/code", Map.of("challenge", "ch", "code", "000000"));
    API.answers(
        "/sessions/second-factor",
        401,
        "{\"code\":\"challenge-refused\",\"detail\":\"Sign in from the beginning.\"}");
    APIGatewayV2HTTPResponse late =
        visitor.post("/console/sign-in/code", Map.of("challenge", "ch", "code", "000000"));

    assertThat(wrong.getStatusCode()).isEqualTo(401);
    assertThat(wrong.getBody()).contains("Not of now.", "value=\"ch\"");
    assertThat(late.getBody()).contains("Sign in from the beginning.", "id=\"password\"");
  }

  @Test
  void leadsWhoeverMustEnrolToTheSecondFactor() {
    API.answers(
        "/sessions", 201, "{\"accessToken\":\"a\",\"refreshToken\":\"r\",\"mustEnrol\":true}");
    visitor.get("/console/sign-in");

    APIGatewayV2HTTPResponse answer =
        visitor.post("/console/sign-in", Map.of("email", "a", "password", "p"));

    assertThat(Visitor.header(answer, "location")).isEqualTo("/console/account/second-factor");
  }

  @Test
  void setsUpASecondFactorAndShowsTheRecoveryCodesOnce() {
    API.answers("/me/second-factor", 200, "{\"enrolled\":false,\"forced\":true}");
    Visitor admin = signedIn("admin").with("__Host-refresh", "old");
    assertThat(admin.get("/console/account/second-factor").getBody())
        .contains("Your role needs a second factor");

    API.answers("/me/second-factor", 200, "{\"secret\":\"GEZDGNBV\"}");
    assertThat(admin.post("/console/account/second-factor/offer", Map.of()).getBody())
        .contains("GEZDGNBV");

    API.answers("/me/second-factor", 200, "{\"recoveryCodes\":[\"AAAA-BBBB\"]}");
    API.answers("/sessions/refresh", 200, "{\"accessToken\":\"new\",\"refreshToken\":\"next\"}");
    APIGatewayV2HTTPResponse done =
        admin.post(
            "/console/account/second-factor", Map.of("code", "123456", "secret", "GEZDGNBV"));

    assertThat(done.getBody()).contains("AAAA-BBBB");
    assertThat(admin.cookies())
        .containsEntry("__Host-session", "new")
        .containsEntry("__Host-refresh", "next");
  }

  @Test
  void showsTheSameSecretAgainAfterAWrongCode() {
    API.answers("/me/second-factor", 403, "{\"detail\":\"The code is not one of now.\"}");
    Visitor buyer = signedIn("buyer");
    buyer.get("/console/account/second-factor");

    APIGatewayV2HTTPResponse answer =
        buyer.post("/console/account/second-factor", Map.of("code", "1", "secret", "GEZDGNBV"));

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(answer.getBody()).contains("The code is not one of now.", "GEZDGNBV");
  }

  @Test
  void removesASecondFactorWithACode() {
    API.answers("/me/second-factor", 200, "{\"enrolled\":true,\"forced\":false}");
    API.answers("/me/second-factor/removal", 403, "{\"detail\":\"The code is not one of now.\"}");
    Visitor buyer = signedIn("buyer");
    assertThat(buyer.get("/console/account/second-factor").getBody()).contains("Remove it");

    assertThat(
            buyer
                .post("/console/account/second-factor/removal", Map.of("code", "1"))
                .getStatusCode())
        .isEqualTo(403);
    API.answers("/me/second-factor/removal", 204, "{}");
    assertThat(
            Visitor.header(
                buyer.post("/console/account/second-factor/removal", Map.of("code", "1")),
                "location"))
        .isEqualTo("/console/account");
  }

  @Test
  void putsAnotherAppInThePlaceOfTheFirst() {
    API.answers(
        "/me/second-factor", 200, "{\"enrolled\":true,\"forced\":true,\"secret\":\"GEZDGNBV\"}");
    Visitor admin = signedIn("admin");
    assertThat(admin.get("/console/account/second-factor").getBody())
        .contains("Set another app up", "New recovery codes")
        .doesNotContain("Remove it");
    assertThat(admin.post("/console/account/second-factor/offer", Map.of()).getBody())
        .contains("GEZDGNBV", "Code of the app you used until now");

    API.answers("/me/second-factor", 200, "{\"recoveryCodes\":[\"AAAA-BBBB\"]}");
    APIGatewayV2HTTPResponse done =
        admin.post(
            "/console/account/second-factor",
            Map.of("code", "123456", "oldCode", "CCCC-DDDD", "secret", "GEZDGNBV"));

    assertThat(done.getBody()).contains("AAAA-BBBB");
    assertThat(API.calls())
        .anyMatch(call -> call.body().equals(Map.of("code", "123456", "oldCode", "CCCC-DDDD")));
  }

  @Test
  void renewsRecoveryCodes() {
    API.answers("/me/second-factor", 200, "{\"enrolled\":true,\"forced\":false}");
    API.answers(
        "/me/second-factor/recovery-codes", 403, "{\"detail\":\"The code is not one of now.\"}");
    Visitor buyer = signedIn("buyer");
    buyer.get("/console/account/second-factor");

    assertThat(buyer.post("/console/account/second-factor/codes", Map.of("code", "1")).getBody())
        .contains("The code is not one of now.");
    API.answers("/me/second-factor/recovery-codes", 200, "{\"recoveryCodes\":[\"AAAA-BBBB\"]}");
    assertThat(buyer.post("/console/account/second-factor/codes", Map.of("code", "1")).getBody())
        .contains("AAAA-BBBB");
  }
}
