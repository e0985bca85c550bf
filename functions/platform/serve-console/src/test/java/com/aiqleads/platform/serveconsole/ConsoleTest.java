package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What all pages have in common.
class ConsoleTest extends RunningConsole {

  @Test
  void opensWithTheFirstPageThatTheRoleMaySee() {
    assertThat(Visitor.header(signedIn("buyer", "marketplace:read").get("/console"), "location"))
        .isEqualTo("/console/leads");
    assertThat(Visitor.header(signedIn("candidate", "careers:read").get("/console"), "location"))
        .isEqualTo("/console/account");
  }

  @Test
  void keepsTheChosenColours() {
    assertThat(visitor.get("/console/sign-in").getBody())
        .contains("data-theme=\"auto\"", "Light colours", "Dark colours");

    visitor.post("/console/theme", Map.of("theme", "dark", "to", "/console/register"));

    assertThat(visitor.get("/console/sign-in").getBody())
        .contains("data-theme=\"dark\"", "Light colours")
        .doesNotContain("Dark colours");
  }

  @Test
  void showsBrowsersAPageWhereThereIsNone() {
    APIGatewayV2HTTPResponse answer =
        signedIn("buyer", "marketplace:read").header("accept", BROWSER).get("/console/nope");

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(Visitor.header(answer, "content-type")).startsWith("text/html");
    assertThat(answer.getBody())
        .contains("There is no page at this address.", "href=\"/console/leads\"", "cor_")
        .doesNotContain("about:blank");
  }

  @Test
  void showsBrowsersAPageWhenTheApiDoesNotAnswer() {
    API.breaks("/leads");

    APIGatewayV2HTTPResponse answer =
        signedIn("buyer", "marketplace:read").header("accept", BROWSER).get("/console/leads");

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(Visitor.header(answer, "content-type")).startsWith("text/html");
    assertThat(answer.getBody()).contains("Please try again in a minute.", "cor_");
  }

  @Test
  void tellsProgramsOfProblemsAsPrograms() {
    APIGatewayV2HTTPResponse answer = signedIn("buyer", "marketplace:read").get("/console/nope");

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(Visitor.header(answer, "content-type")).startsWith("application/problem+json");
  }

  @Test
  void leadsFromTheBareHostToTheConsole() {
    APIGatewayV2HTTPResponse answer = visitor.get("/");

    assertThat(answer.getStatusCode()).isEqualTo(303);
    assertThat(Visitor.header(answer, "location")).isEqualTo("/console");
  }

  @Test
  void describesTheApiToPeopleAndPrograms() {
    assertThat(visitor.get("/docs").getBody()).contains("/sessions", "The HTTP API");
    assertThat(visitor.get("/openapi.json").getBody()).contains("\"openapi\"");
  }

  @Test
  void servesItsOwnScriptsWithTheTypesThatBrowsersWant() {
    APIGatewayV2HTTPResponse script = visitor.get("/console/assets/maplibre-gl/maplibre-gl.mjs");

    assertThat(script.getStatusCode()).isEqualTo(200);
    assertThat(Visitor.header(script, "content-type")).startsWith("text/javascript");
    assertThat(Visitor.header(visitor.get("/console/assets/console/console.css"), "content-type"))
        .startsWith("text/css");
    for (String nothing :
        List.of("console/nothing.css", "console/console.class", "console/..%2Fx.css")) {
      assertThat(visitor.get("/console/assets/" + nothing).getStatusCode())
          .as(nothing)
          .isEqualTo(404);
    }
  }

  @Test
  void tellsBrowsersToRunNothingElse() {
    APIGatewayV2HTTPResponse answer = visitor.get("/console/sign-in");

    assertThat(Visitor.header(answer, "content-security-policy"))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(Visitor.header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(Visitor.header(answer, "cache-control")).isEqualTo("no-store");
  }
}
