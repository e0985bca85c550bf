package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Forms that nobody else can send.
class FormsTest extends RunningConsole {

  @Test
  void takesNoFormThatItDidNotShow() {
    Visitor buyer = signedIn("buyer", "platform:write");
    for (String path :
        List.of(
            "cart/leads/lead_01",
            "cart/hold_1/extension",
            "cart/hold_1/release",
            "cart/purchase",
            "team/invitations",
            "team/invitations/1/withdrawal",
            "team/members/1/roles",
            "team/members/1/removal",
            "team/choice",
            "join",
            "confirm-email",
            "account/keys",
            "account/keys/1/rotation",
            "account/keys/1/revocation",
            "deliveries/addresses",
            "deliveries/addresses/1/secret",
            "deliveries/addresses/1/removal",
            "deliveries/1/repeats",
            "standing-orders",
            "standing-orders/1",
            "standing-orders/1/pause",
            "standing-orders/1/removal",
            "price-book",
            "price-book/previews",
            "price-book/1/restorations",
            "plan/choice",
            "plan/pause",
            "plan/resumption",
            "plan/end",
            "receipts/name",
            "returns",
            "returns/1/appeals",
            "appeals/1/decisions",
            "sources/fsbo/permit",
            "sources/fsbo/withdrawal",
            "sources/fsbo/targets",
            "sources/fsbo/targets/removal")) {
      assertThat(buyer.post("/console/" + path, Map.of("csrf", "guessed")).getStatusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(API.calls()).isEmpty();
  }

  @Test
  void refusesFormsThatItDidNotShow() {
    visitor.get("/console/sign-in");

    for (String path :
        List.of(
            "sign-in",
            "sign-in/code",
            "register",
            "sign-out",
            "theme",
            "forgot-password",
            "reset-password")) {
      assertThat(visitor.post("/console/" + path, Map.of("csrf", "guessed")).getStatusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(API.calls()).extracting(FakeApi.Call::path).containsOnly("/providers");
  }

  @Test
  void refusesFormsFromOtherSites() {
    visitor.get("/console/sign-in");

    assertThat(
            visitor
                .header("sec-fetch-site", "cross-site")
                .post("/console/sign-in", Map.of())
                .getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void acceptsFormsOfBrowsersThatOnlySayTheirOrigin() {
    API.answers("/sessions", 201, "{\"accessToken\":\"a.b.c\",\"refreshToken\":\"r\"}");
    visitor.get("/console/sign-in");
    String token = FormGuard.tokenFor(visitor.cookies().getOrDefault("__Host-form", ""));
    FormRequests requests = new FormRequests(visitor.cookies());

    assertThat(FormGuard.accepts(requests.withOrigin(ORIGIN), Optional.of(token), ORIGIN)).isTrue();
    assertThat(
            FormGuard.accepts(
                requests.withOrigin("https://evil.example"), Optional.of(token), ORIGIN))
        .isFalse();
    assertThat(FormGuard.accepts(requests.withOrigin(""), Optional.of(token), ORIGIN)).isFalse();
  }
}
