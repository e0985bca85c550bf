package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Signing in and registering.
class SignInPageTest extends RunningConsole {

  @Test
  void leadsStrangersToTheSignInPageAndBack() {
    APIGatewayV2HTTPResponse answer = visitor.get("/console/leads?q=pool");

    assertThat(answer.getStatusCode()).isEqualTo(303);
    assertThat(Visitor.header(answer, "location"))
        .isEqualTo("/console/sign-in?to=%2Fconsole%2Fleads%3Fq%3Dpool");
  }

  @Test
  void signsInAndGoesWhereTheVisitorWanted() {
    API.answers("/sessions", 201, "{\"accessToken\":\"a.b.c\",\"refreshToken\":\"r\"}");
    visitor.get("/console/sign-in");

    APIGatewayV2HTTPResponse answer =
        visitor.post(
            "/console/sign-in",
            Map.of("email", "a@b.example", "password", "p", "to", "/console/leads?q=pool"));

    assertThat(answer.getStatusCode()).isEqualTo(303);
    assertThat(Visitor.header(answer, "location")).isEqualTo("/console/leads?q=pool");
    assertThat(visitor.cookies())
        .containsEntry("__Host-session", "a.b.c")
        .containsEntry("__Host-refresh", "r");
    assertThat(answer.getCookies())
        .allSatisfy(
            cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("email", "a@b.example", "password", "p"));
  }

  @Test
  void leadsNobodyToAnotherSiteAfterSigningIn() {
    API.answers("/sessions", 201, "{\"accessToken\":\"a.b.c\",\"refreshToken\":\"r\"}");
    visitor.get("/console/sign-in");

    for (String elsewhere :
        List.of(
            "https://evil.example",
            "//evil.example",
            "/console\\@evil",
            "/consolevil",
            "/console?x=|",
            "/console?x={",
            "/console?x=\"",
            "/console?x=%")) {
      APIGatewayV2HTTPResponse answer =
          visitor.post("/console/sign-in", Map.of("email", "a", "password", "p", "to", elsewhere));

      assertThat(Visitor.header(answer, "location")).as(elsewhere).isEqualTo("/console");
    }
  }

  @Test
  void saysWhyASignInFailedAndKeepsTheAddressButNotThePassword() {
    API.answers("/sessions", 401, "{\"detail\":\"The password is wrong.\"}");
    visitor.get("/console/sign-in");

    APIGatewayV2HTTPResponse answer =
        visitor.post("/console/sign-in", Map.of("email", "a@b.example", "password", "topsecret"));

    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getBody())
        .contains("The password is wrong.", "a@b.example")
        .doesNotContain("topsecret");
  }

  @Test
  void registersAndAsksForASignIn() {
    API.answers("/registrations", 202, "{}");
    visitor.get("/console/register");

    APIGatewayV2HTTPResponse answer =
        visitor.post(
            "/console/register",
            Map.of("email", "a@b.example", "name", "Ann", "password", "a long enough one"));

    assertThat(Visitor.header(answer, "location")).isEqualTo("/console/sign-in");
  }

  @Test
  void namesEveryWrongFieldOfARegistration() {
    API.answers(
        "/registrations",
        400,
        "{\"errors\":[{\"field\":\"email\",\"message\":\"must be a mail address\"},"
            + "{\"field\":\"password\",\"message\":\"is too short\"}]}");
    visitor.get("/console/register");

    APIGatewayV2HTTPResponse answer =
        visitor.post("/console/register", Map.of("email", "nope", "name", "<i>", "password", "x"));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody())
        .contains("Email: must be a mail address", "Password: is too short", "&lt;i>")
        .doesNotContain("<i>");
  }
}
