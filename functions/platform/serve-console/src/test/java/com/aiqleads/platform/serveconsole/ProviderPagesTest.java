package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Signing in with what another house knows.
class ProviderPagesTest extends RunningConsole {

  @Test
  void offersTheProvidersThatThereAre() {
    assertThat(visitor.get("/console/sign-in").getBody()).doesNotContain("Continue with");

    API.answers("/providers", 200, "{\"providers\":[{\"id\":\"acme\",\"name\":\"Acme & Co\"}]}");
    assertThat(visitor.get("/console/sign-in?to=/console/team").getBody())
        .contains("Continue with Acme &amp; Co", "action=\"/console/sign-in/with/acme\"")
        .contains("name=\"to\" value=\"/console/team\"");

    API.breaks("/providers");
    assertThat(visitor.get("/console/sign-in").getStatusCode()).isEqualTo(200);
  }

  @Test
  void leavesForAProviderWithACookieThatComesBack() {
    API.answers(
        "/providers/acme/departures",
        201,
        "{\"location\":\"https://acme.example/authorize?a=b&c=d\",\"browser\":\"b123\"}");
    API.answers("/sessions/provider", 201, "{\"accessToken\":\"a.b.c\",\"refreshToken\":\"r\"}");
    visitor.get("/console/sign-in");

    APIGatewayV2HTTPResponse left =
        visitor.post("/console/sign-in/with/acme", Map.of("to", "/console/leads?q=pool"));
    String kept = visitor.cookies().getOrDefault("__Host-departure", "");
    APIGatewayV2HTTPResponse in =
        visitor.get(
            "/console/sign-in/with/acme/return?state=s123&code=c%2F1&iss=https%3A%2F%2Facme");

    assertThat(left.getStatusCode()).isEqualTo(200);
    assertThat(Visitor.header(left, "refresh"))
        .isEqualTo("0; url=https://acme.example/authorize?a=b&c=d");
    assertThat(left.getBody()).contains("href=\"https://acme.example/authorize?a=b&amp;c=d\"");
    assertThat(left.getCookies())
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-departure=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
    assertThat(kept).startsWith("b123.");
    assertThat(in.getStatusCode()).isEqualTo(303);
    assertThat(Visitor.header(in, "location")).isEqualTo("/console/leads?q=pool");
    assertThat(visitor.cookies())
        .containsEntry("__Host-session", "a.b.c")
        .doesNotContainKey("__Host-departure");
    assertThat(API.calls().getLast().body())
        .isEqualTo(
            Map.of(
                "provider", "acme",
                "state", "s123",
                "browser", "b123",
                "code", "c/1",
                "iss", "https://acme"));
  }

  @Test
  void letsNobodyLeadAVisitorAwayThroughAProvider() {
    API.answers(
        "/providers/acme/departures",
        201,
        "{\"location\":\"https://acme.example/\",\"browser\":\"b123\"}");
    API.answers("/sessions/provider", 201, "{\"accessToken\":\"a\",\"refreshToken\":\"r\"}");
    for (String elsewhere :
        List.of(
            "https://evil.example", "//evil.example", "/console\\@evil.example", "/consolevil")) {
      visitor.get("/console/sign-in");
      visitor.post("/console/sign-in/with/acme", Map.of("to", elsewhere));

      APIGatewayV2HTTPResponse in =
          visitor.get("/console/sign-in/with/acme/return?state=s&code=c&next=https://evil.example");

      assertThat(Visitor.header(in, "location")).isEqualTo("/console");
    }
  }

  @Test
  void tellsWhoeverIsNotLetInByAProviderWhyOnOnePage() {
    API.answers(
        "/sessions/provider",
        401,
        "{\"code\":\"provider-refused\",\"detail\":\"The provider has not told us who you are.\"}");
    APIGatewayV2HTTPResponse denied =
        visitor.get("/console/sign-in/with/acme/return?error=access_denied&state=s");
    API.answers("/sessions/provider", 400, "{\"detail\":\"The request has wrong fields.\"}");
    APIGatewayV2HTTPResponse strayed =
        visitor.with("__Host-departure", "b.%%%").get("/console/sign-in/with/acme/return?code=c");
    API.answers("/providers/acme/departures", 404, "{\"detail\":\"There is no such provider.\"}");
    visitor.get("/console/sign-in");
    APIGatewayV2HTTPResponse unknown = visitor.post("/console/sign-in/with/acme", Map.of());

    assertThat(denied.getStatusCode()).isEqualTo(401);
    assertThat(denied.getBody())
        .contains("Not signed in", "The provider has not told us who you are.", "/console/sign-in");
    assertThat(strayed.getStatusCode()).isEqualTo(400);
    assertThat(strayed.getBody()).contains("Sign in from the beginning, in one go.");
    assertThat(API.calls())
        .filteredOn(call -> call.path().equals("/sessions/provider"))
        .extracting(call -> call.body().get("browser"))
        .containsExactly("", "");
    assertThat(unknown.getStatusCode()).isEqualTo(404);
    assertThat(unknown.getBody()).contains("There is no such provider.");
  }

  @Test
  void asksAMemberOnceWhetherTheAccountIsTheirs() {
    API.answers("/sessions/provider", 202, "{\"challenge\":\"ch\",\"owed\":\"password\"}");
    visitor.with("__Host-departure", "b");
    visitor.get("/console/sign-in");

    APIGatewayV2HTTPResponse asked =
        visitor.get("/console/sign-in/with/acme/return?state=s&code=c");
    Map<String, String> form =
        Map.of("challenge", "ch", "password", "topsecret", "to", "/console/team");
    API.answers(
        "/sessions/provider/password",
        401,
        "{\"code\":\"wrong-password\",\"detail\":\"The password is wrong.\"}");
    APIGatewayV2HTTPResponse wrong = visitor.post("/console/sign-in/password", form);
    API.answers("/sessions/provider/password", 202, "{\"challenge\":\"c2\",\"owed\":\"code\"}");
    APIGatewayV2HTTPResponse code = visitor.post("/console/sign-in/password", form);
    API.answers(
        "/sessions/provider/password",
        401,
        "{\"code\":\"challenge-refused\",\"detail\":\"Sign in from the beginning.\"}");
    APIGatewayV2HTTPResponse late = visitor.post("/console/sign-in/password", form);
    APIGatewayV2HTTPResponse foreign =
        new Visitor(CONTEXT).post("/console/sign-in/password", Map.of("csrf", "x"));

    assertThat(asked.getBody()).contains("Is this your account?", "value=\"ch\"");
    assertThat(wrong.getStatusCode()).isEqualTo(401);
    assertThat(wrong.getBody())
        .contains("The password is wrong.", "value=\"ch\"", "value=\"/console/team\"")
        .doesNotContain("topsecret");
    assertThat(code.getBody()).contains("One more step", "value=\"c2\"");
    assertThat(late.getBody()).contains("Not signed in", "Sign in from the beginning.");
    assertThat(foreign.getStatusCode()).isEqualTo(403);
  }
}
