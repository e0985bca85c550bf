package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the links of letters open.
class LetterPagesTest extends RunningConsole {

  @Test
  void asksForALetterWithoutSayingWhoIsKnown() {
    API.answers("/password-resets", 202, "{}");
    visitor.get("/console/forgot-password");

    APIGatewayV2HTTPResponse answer =
        visitor.post("/console/forgot-password", Map.of("email", "a@b.example"));

    assertThat(answer.getBody()).contains("If there is an account");
    assertThat(API.calls().getLast().body()).isEqualTo(Map.of("email", "a@b.example"));
  }

  @Test
  void doesNothingByTheLinkOfALetterAlone() {
    for (APIGatewayV2HTTPResponse answer :
        List.of(
            visitor.get("/console/reset-password"),
            signedIn("buyer").get("/console/confirm-email"))) {
      assertThat(answer.getStatusCode()).isEqualTo(200);
      assertThat(answer.getBody())
          .contains("name=\"token\" type=\"text\"", "/console/assets/console/letter.js");
    }
    assertThat(API.calls()).isEmpty();
  }

  @Test
  void readsNoSecretFromAnAddressAndLeadsOnWithoutOne() {
    assertThat(visitor.get("/console/reset-password?token=s3cret").getBody())
        .doesNotContain("value=\"s3cret\"");
    for (String page : List.of("join", "confirm-email")) {
      assertThat(Visitor.header(visitor.get("/console/" + page), "location"))
          .isEqualTo("/console/sign-in?to=%2Fconsole%2F" + page);
    }
    assertThat(visitor.get("/console/sign-in?to=%2Fconsole%2Fjoin").getBody())
        .contains("/console/assets/console/letter.js");
    assertThat(Visitor.header(visitor.get("/console/assets/console/letter.js"), "content-type"))
        .startsWith("text/javascript");
    assertThat(signedIn("buyer").get("/console/confirm-email?token=s3cret").getBody())
        .doesNotContain("value=\"s3cret\"");
  }

  @Test
  void agreesThatLeadsComeWithTheTokenOfALetter() {
    API.answers("/endpoint-confirmations", 204, "{}");
    assertThat(visitor.get("/console/confirm-delivery").getBody())
        .contains("name=\"token\" type=\"text\"", "/console/assets/console/letter.js");
    assertThat(API.calls()).isEmpty();

    APIGatewayV2HTTPResponse agreed =
        visitor.post("/console/confirm-delivery", Map.of("token", "endpoint_1.proof"));
    assertThat(agreed.getBody()).contains("You have agreed");
    assertThat(API.calls().getLast().body()).isEqualTo(Map.of("token", "endpoint_1.proof"));

    API.answers("/endpoint-confirmations", 422, "{\"detail\":\"This link is too old.\"}");
    APIGatewayV2HTTPResponse refused =
        visitor.post("/console/confirm-delivery", Map.of("token", "endpoint_1.proof"));
    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(refused.getBody()).contains("This link is too old.", "I agree");
  }

  @Test
  void stopsLettersWithTheTokenOfAnyOfThem() {
    API.answers("/endpoint-stops?token=endpoint_1.proof", 204, "{}");
    assertThat(visitor.get("/console/stop-delivery").getBody())
        .contains("name=\"token\" type=\"text\"", "/console/assets/console/letter.js");
    assertThat(API.calls()).as("a link that a program opens stops nothing").isEmpty();

    APIGatewayV2HTTPResponse stopped =
        visitor.post("/console/stop-delivery", Map.of("token", "endpoint_1.proof"));

    assertThat(stopped.getBody()).contains("No more letters");
    assertThat(API.calls()).hasSize(1);
  }

  @Test
  void choosesANewPasswordWithTheTokenOfALetter() {
    API.answers("/password-resets", 204, "{}");
    visitor.get("/console/reset-password");

    APIGatewayV2HTTPResponse answer =
        visitor.post(
            "/console/reset-password", Map.of("token", "s3cret", "password", "eight blue lamps"));

    assertThat(answer.getBody()).contains("Your password is changed");
    assertThat(API.calls().getLast().method()).isEqualTo("PUT");
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("token", "s3cret", "newPassword", "eight blue lamps"));
  }

  @Test
  void confirmsTheMailAddressOfTheAccountThatIsSignedIn() {
    API.answers("/email-confirmations", 204, "{}");
    Visitor buyer = signedIn("buyer");
    buyer.get("/console/confirm-email");

    APIGatewayV2HTTPResponse answer =
        buyer.post("/console/confirm-email", Map.of("token", "s3cret"));

    assertThat(Visitor.header(answer, "location")).isEqualTo("/console/account");
    assertThat(API.calls().getLast().method()).isEqualTo("PUT");
    assertThat(API.calls().getLast().body()).isEqualTo(Map.of("token", "s3cret"));
    assertThat(API.calls().getLast().accessToken()).isPresent();
  }

  @Test
  void saysWhyALetterHelpsNoMore() {
    API.answers("/password-resets", 422, "{\"detail\":\"The link is used up.\"}");
    API.answers("/email-confirmations", 422, "{\"detail\":\"The link is used up.\"}");
    visitor.get("/console/forgot-password");

    Visitor buyer = signedIn("buyer");
    buyer.get("/console/confirm-email");

    for (APIGatewayV2HTTPResponse answer :
        List.of(
            visitor.post("/console/forgot-password", Map.of()),
            visitor.post("/console/reset-password", Map.of()),
            buyer.post("/console/confirm-email", Map.of("token", "s3cret")))) {
      assertThat(answer.getStatusCode()).isEqualTo(422);
      assertThat(answer.getBody()).contains("The link is used up.");
    }
  }
}
