package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people change of their account.
class AccountPageTest extends RunningConsole {

  @Test
  void showsTheAccountWithItsSessionsAndActs() {
    account();

    String page = signedIn("buyer", "marketplace:read").get("/console/account").getBody();

    assertThat(page)
        .contains("a@b.example · confirmed", "Firefox", "(this one)", "an unknown program")
        .contains("2026-11-01 12:00:00 · Signed in", "/console/account/sessions/family_2/end")
        .contains("2026-11-01 11:00:00 · Order placed by key_7")
        .doesNotContain("/console/account/sessions/family_1/end");
  }

  @Test
  void changesThePassword() {
    account();
    Visitor buyer = signedIn("buyer");
    buyer.get("/console/account");
    Map<String, String> form = Map.of("oldPassword", "old", "newPassword", "new");

    API.answers("/me/password", 403, "{\"detail\":\"The old password is wrong.\"}");
    APIGatewayV2HTTPResponse wrong = buyer.post("/console/account/password", form);
    API.answers("/me/password", 204, "{}");
    APIGatewayV2HTTPResponse right = buyer.post("/console/account/password", form);

    assertThat(wrong.getStatusCode()).isEqualTo(403);
    assertThat(wrong.getBody()).contains("The old password is wrong.");
    assertThat(right.getBody()).contains("Your password is changed");
    assertThat(API.calls().getLast().body()).isEqualTo(form);
  }

  @Test
  void endsASession() {
    account();
    Visitor buyer = signedIn("buyer");
    buyer.get("/console/account");

    API.answers("/sessions/family_2", 204, "{}");
    APIGatewayV2HTTPResponse ended = buyer.post("/console/account/sessions/family_2/end", Map.of());
    API.answers("/sessions/family_2", 404, "{\"detail\":\"There is no such session.\"}");
    APIGatewayV2HTTPResponse again = buyer.post("/console/account/sessions/family_2/end", Map.of());

    assertThat(Visitor.header(ended, "location")).isEqualTo("/console/account");
    assertThat(again.getStatusCode()).isEqualTo(404);
    assertThat(again.getBody()).contains("There is no such session.");
  }

  @Test
  void saysWhenTheAccountIsGone() {
    API.answers("/me", 401, "{\"title\":\"Unauthorized\",\"detail\":\"The account is gone.\"}");

    APIGatewayV2HTTPResponse answer = signedIn("buyer").get("/console/account");

    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getBody()).contains("The account is gone.");
  }

  @Test
  void takesNoFormOfTheAccountThatItDidNotShow() {
    Visitor buyer = signedIn("buyer");
    for (String path :
        List.of(
            "password",
            "sessions/family_2/end",
            "second-factor",
            "second-factor/offer",
            "second-factor/codes",
            "second-factor/removal")) {
      assertThat(buyer.post("/console/account/" + path, Map.of("csrf", "guessed")).getStatusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(API.calls()).isEmpty();
  }

  private static void account() {
    API.answers("/me", 200, "{\"email\":\"a@b.example\",\"emailConfirmed\":true}");
    API.answers(
        "/me/second-factor", 200, "{\"enrolled\":true,\"forced\":true,\"recoveryCodesLeft\":9}");
    API.answers(
        "/sessions",
        200,
        "{\"sessions\":[{\"id\":\"family_1\",\"device\":\"Firefox\",\"current\":true},"
            + "{\"id\":\"family_2\",\"device\":\"\",\"current\":false}]}");
    API.answers(
        "/me/audit",
        200,
        "{\"entries\":[{\"at\":\"2026-11-01T12:00:00.123Z\",\"act\":\"signed-in\"},"
            + "{\"at\":\"2026-11-01T11:00:00Z\",\"act\":\"order-placed\",\"key\":\"key_7\"}]}");
  }
}
