package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The console as the gateway meets it, with an API that answers as told.
class ConsoleTest {

  private static final Issuer ISSUER = new Issuer();
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final String ORIGIN = "https://aiqleads.example";
  private static final ApplicationContext CONTEXT =
      ApplicationContext.builder()
          .environments("function", "lambda")
          .properties(
              Map.ofEntries(
                  Map.entry("aiqleads.stage", "test"),
                  Map.entry("aiqleads.context", "platform"),
                  Map.entry("aiqleads.function", "serve-console"),
                  Map.entry("aiqleads.api.url", ORIGIN),
                  Map.entry("aiqleads.issuer", ISSUER.address()),
                  Map.entry("aiqleads.admin.url", "http://admin"),
                  Map.entry(
                      "aiqleads.access",
                      "GET /console=session;GET /console/{proxy+}=session;"
                          + "POST /console/{proxy+}=session;GET /docs=public;"
                          + "GET /openapi.json=public"),
                  Map.entry("micronaut.security.enabled", "true")))
          .start();
  private static final FakeApi API = CONTEXT.getBean(FakeApi.class);

  private static final String LEAD =
      """
      {"leadId":"lead_01","headline":"3-bedroom house in Miami, FL","teaser":"Big <b>pool</b>",
       "city":"Miami","state":"FL","zip":"33137","price":{"amount":{"minorUnits":1250,
       "currency":"USD"},"exclusive":{"minorUnits":3750,"currency":"USD"},"reasons":[{"code":"base","text":"Base price of a house."}]},
       "askingPrice":{"minorUnits":45000000,"currency":"USD"},
       "property":{"type":"house","bedrooms":3,"bathrooms":2.5,"livingAreaSqft":1800,
       "yearBuilt":1978},"quality":{"points":81,"band":"good","reasons":[{"code":"fresh",
       "text":"Seen today."}]},"sources":["fsbo","forsalebyowner"],
       "firstSeenAt":"2026-11-01T00:00:00Z","hasPhone":true,"hasEmail":false,"photos":4,
       "slots":{"total":3,"free":3}%s}
      """;

  private Visitor visitor = new Visitor(CONTEXT);

  @BeforeEach
  void forget() {
    API.forget();
    API.answers("/providers", 200, "{\"providers\":[]}");
    visitor = new Visitor(CONTEXT);
  }

  @AfterAll
  static void end() {
    CONTEXT.close();
    ISSUER.close();
  }

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

  @Test
  void showsTheTeamToMembersAndItsManagementToManagers() {
    team();

    String member = signedIn("analyst").get("/console/team").getBody();
    String manager = signedIn("buyer", "platform:write").get("/console/team").getBody();
    String admin =
        signedIn("admin", "platform:write", "platform:admin").get("/console/team").getBody();

    assertThat(member)
        .contains("Lakeside", "Ann", "(you)", "buyer, analyst", "Go on in Seaside")
        .doesNotContain("Invite", "bob@b.example");
    assertThat(manager).contains("Invite", "bob@b.example as analyst").doesNotContain("support");
    assertThat(admin).contains("value=\"support\"", "value=\"admin\"");
  }

  @Test
  void managesTheTeam() {
    team();
    Visitor buyer = signedIn("buyer", "platform:write");
    buyer.get("/console/team");
    API.answers("/team/invitations/invitation_1", 204, "{}");
    API.answers("/team/members/user_1", 204, "{}");

    assertThat(
            buyer.post(
                "/console/team/invitations", Map.of("email", "c@b.example", "roles", "buyer")))
        .extracting(answer -> Visitor.header(answer, "location"))
        .isEqualTo("/console/team");
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("email", "c@b.example", "roles", List.of("buyer")));
    buyer.post("/console/team/invitations/invitation_1/withdrawal", Map.of());
    assertThat(API.calls().getLast().method()).isEqualTo("DELETE");
    buyer.post("/console/team/members/user_1/roles", Map.of());
    assertThat(API.calls().getLast().body()).isEqualTo(Map.of("roles", List.of()));
    buyer.post("/console/team/members/user_1/removal", Map.of());
    assertThat(API.calls().getLast().path()).isEqualTo("/team/members/user_1");
  }

  @Test
  void saysWhyTheTeamCannotBeChanged() {
    team();
    Visitor buyer = signedIn("buyer", "platform:write");
    buyer.get("/console/team");
    API.answers("/team/members/user_1", 409, "{\"detail\":\"Somebody must be left.\"}");

    APIGatewayV2HTTPResponse answer = buyer.post("/console/team/members/user_1/removal", Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(answer.getBody()).contains("Somebody must be left.");
  }

  @Test
  void goesOnInAnotherTeam() {
    team();
    Visitor buyer = signedIn("buyer").with("__Host-refresh", "old");
    buyer.get("/console/team");

    API.answers("/sessions/team", 403, "{\"detail\":\"Not yours.\"}");
    assertThat(buyer.post("/console/team/choice", Map.of("team", "team_2")).getStatusCode())
        .isEqualTo(403);
    API.answers("/sessions/team", 200, "{\"accessToken\":\"new\",\"refreshToken\":\"next\"}");
    APIGatewayV2HTTPResponse chosen = buyer.post("/console/team/choice", Map.of("team", "team_2"));

    assertThat(Visitor.header(chosen, "location")).isEqualTo("/console");
    assertThat(buyer.cookies()).containsEntry("__Host-session", "new");
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("team", "team_2", "refreshToken", "old"));
  }

  @Test
  void joinsATeamByAnInvitation() {
    Visitor buyer = signedIn("buyer").with("__Host-refresh", "old");
    assertThat(buyer.get("/console/join").getBody())
        .contains("name=\"token\" type=\"text\"", "/console/assets/console/letter.js");

    API.answers("/invitations/acceptance", 422, "{\"detail\":\"It is used up.\"}");
    APIGatewayV2HTTPResponse refused = buyer.post("/console/join", Map.of("token", "s3cret"));
    API.answers("/invitations/acceptance", 200, "{\"team\":\"team_2\"}");
    API.answers("/sessions/team", 401, "{\"detail\":\"Over.\"}");
    APIGatewayV2HTTPResponse stuck = buyer.post("/console/join", Map.of("token", "s3cret"));
    API.answers("/sessions/team", 200, "{\"accessToken\":\"new\",\"refreshToken\":\"next\"}");
    APIGatewayV2HTTPResponse joined = buyer.post("/console/join", Map.of("token", "s3cret"));

    assertThat(refused.getBody()).contains("It is used up.");
    assertThat(stuck.getStatusCode()).isEqualTo(401);
    assertThat(Visitor.header(joined, "location")).isEqualTo("/console");
    assertThat(buyer.cookies()).containsEntry("__Host-refresh", "next");
  }

  @Test
  void makesRotatesAndRevokesKeys() {
    API.answers(
        "/api-keys",
        200,
        "{\"keys\":[{\"id\":\"key_1\",\"name\":\"export\",\"scopes\":[\"marketplace:read\"],"
            + "\"expiresAt\":\"2027-01-01T00:00:00Z\",\"lastUsedAt\":\"2026-11-20T00:00:00Z\"},"
            + "{\"id\":\"key_2\",\"name\":\"idle\"}],\"apiKey\":\"key_3.s3cret\"}");
    API.answers("/api-keys/key_1/rotation", 200, "{\"apiKey\":\"key_1.s3cret\"}");
    API.answers("/api-keys/key_2", 404, "{\"detail\":\"There is no such key.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    String listed = buyer.get("/console/account/keys").getBody();
    String made =
        buyer
            .post("/console/account/keys", Map.of("name", "export", "scopes", "marketplace:read"))
            .getBody();
    String rotated = buyer.post("/console/account/keys/key_1/rotation", Map.of()).getBody();
    APIGatewayV2HTTPResponse revoked =
        buyer.post("/console/account/keys/key_2/revocation", Map.of());

    assertThat(listed)
        .contains("export", "marketplace:read", "2026-11-20 00:00:00", "never")
        .doesNotContain("s3cret");
    assertThat(made).contains("key_3.s3cret");
    assertThat(rotated).contains("key_1.s3cret");
    assertThat(revoked.getStatusCode()).isEqualTo(404);
    assertThat(revoked.getBody()).contains("There is no such key.");
  }

  @Test
  void showsWhereLeadsAreDeliveredAndWhatBecameOfThem() {
    deliveries();
    Visitor analyst = signedIn("analyst", "marketplace:read");

    String shown = analyst.get("/console/deliveries").getBody();

    assertThat(shown)
        .contains(
            "https://crm.example/leads",
            "It took nothing for a day.",
            "Delivered",
            "The server answered 204. Tries: 1.",
            "The server answered 503. Tries: 2. Next try 2026-11-20 12:05:00.",
            "Not tried yet.",
            "a removed address",
            "/console/deliveries?before=2026-11-19")
        .doesNotContain("Add an address", "Send again", "whsec_");
  }

  @Test
  void addsTriesAndRemovesAddresses() {
    deliveries();
    API.answers("/endpoints/endpoint_1/secret", 200, "{\"secret\":\"whsec_next\"}");
    API.answers("/endpoints/endpoint_1/tests", 202, "{}");
    API.answers("/endpoints/endpoint_1", 204, "{}");
    API.answers(
        "/deliveries/delivery_1/repeats", 404, "{\"detail\":\"There is no such delivery.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write", "platform:write");

    assertThat(buyer.get("/console/deliveries").getBody()).contains("Add an address", "Turn on");
    String renewed =
        buyer.post("/console/deliveries/addresses/endpoint_1/secret", Map.of()).getBody();
    APIGatewayV2HTTPResponse tried =
        buyer.post("/console/deliveries/addresses/endpoint_1/tests", Map.of());
    APIGatewayV2HTTPResponse removed =
        buyer.post("/console/deliveries/addresses/endpoint_1/removal", Map.of());
    APIGatewayV2HTTPResponse repeated =
        buyer.post("/console/deliveries/delivery_1/repeats", Map.of());
    API.answers("/endpoints", 409, "{\"detail\":\"Leads are delivered to this address already.\"}");
    APIGatewayV2HTTPResponse added =
        buyer.post("/console/deliveries/addresses", Map.of("address", "https://crm.example/leads"));

    assertThat(renewed).contains("whsec_next", "nobody can show it again");
    assertThat(Visitor.header(tried, "location")).isEqualTo("/console/deliveries");
    assertThat(Visitor.header(removed, "location")).isEqualTo("/console/deliveries");
    assertThat(repeated.getStatusCode()).isEqualTo(404);
    assertThat(repeated.getBody()).contains("There is no such delivery.");
    assertThat(added.getStatusCode()).isEqualTo(409);
    assertThat(added.getBody()).contains("Leads are delivered to this address already.");
  }

  @Test
  void addsSystemsAndRenewsTheirKeys() {
    API.answers(
        "/endpoints",
        200,
        """
        {"endpoints":[
          {"id":"endpoint_1","kind":"hubspot","address":"https://api.hubapi.com",
            "addedAt":"2026-11-19T12:00:00Z"},
          {"id":"endpoint_2","kind":"salesforce","address":"https://ours.my.salesforce.com",
            "addedAt":"2026-11-19T12:00:00Z"}]}
        """);
    API.answers("/deliveries", 200, "{\"deliveries\":[]}");
    API.answers("/endpoints/endpoint_2/secret", 200, "{\"id\":\"endpoint_2\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write", "platform:write");

    String shown = buyer.get("/console/deliveries").getBody();
    APIGatewayV2HTTPResponse renewed =
        buyer.post(
            "/console/deliveries/addresses/endpoint_2/secret",
            Map.of("client", " the-client ", "key", "the-secret", "other", "x"));

    assertThat(shown)
        .contains("<strong>HubSpot</strong>", "Salesforce https://ours.my.salesforce.com")
        .contains("New key for HubSpot", "Access token of a private app", "Consumer key", "API key")
        .doesNotContain("New secret");
    assertThat(Visitor.header(renewed, "location")).isEqualTo("/console/deliveries");
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("client", "the-client", "key", "the-secret"));

    API.answers("POST /endpoints", 201, "{\"id\":\"endpoint_3\"}");
    buyer.post(
        "/console/deliveries/addresses",
        Map.of("kind", "follow_up_boss", "key", "fka_secret", "address", " "));
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("kind", "follow_up_boss", "key", "fka_secret"));
  }

  @Test
  void sendsAgainOnlyToAnAddressThatIsThereAndOn() {
    deliveries();

    assertThat(
            signedIn("buyer", "marketplace:read", "marketplace:write")
                .get("/console/deliveries")
                .getBody())
        .containsOnlyOnce("/repeats\"")
        .contains("/console/deliveries/delivery_2/repeats");
  }

  /// Who steers by voice says what is seen: WCAG 2.5.3.
  @Test
  void callsButtonsByTheWordsThatAreSeen() {
    deliveries();
    cart();
    API.answers(
        "/waits",
        200,
        """
        {"waits":[{"lead":"lead_03","headline":"Condo","onSale":true,"ahead":0,
          "since":"2026-11-22T12:01:00Z"}]}
        """);
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write", "platform:write");
    String pages =
        buyer.get("/console/deliveries").getBody() + buyer.get("/console/cart").getBody();

    List<MatchResult> named =
        Pattern.compile("<button aria-label=\"([^\"]*)\">([^<]*)<")
            .matcher(pages)
            .results()
            .toList();

    assertThat(named)
        .extracting(button -> button.group(2))
        .contains("Turn on", "Try it out", "Send again", "Keep longer", "Let go", "Wait no longer");
    assertThat(named).allSatisfy(button -> assertThat(button.group(1)).startsWith(button.group(2)));
  }

  private static void deliveries() {
    API.answers(
        "/endpoints",
        200,
        "{\"endpoints\":[{\"id\":\"endpoint_1\",\"address\":\"https://crm.example/leads\","
            + "\"addedAt\":\"2026-11-19T12:00:00Z\",\"off\":\"failing\"},{\"id\":\"endpoint_2\","
            + "\"address\":\"https://two.example/\",\"addedAt\":\"2026-11-19T12:00:00Z\"}]}");
    API.answers(
        "/deliveries",
        200,
        "{\"deliveries\":[{\"id\":\"delivery_1\",\"endpoint\":\"endpoint_1\",\"lead\":\"lead_01\","
            + "\"state\":\"delivered\",\"attempts\":1,\"at\":\"2026-11-20T12:00:00Z\","
            + "\"answer\":\"The server answered 204.\"},"
            + "{\"id\":\"delivery_2\",\"endpoint\":\"endpoint_2\",\"state\":\"due\",\"attempts\":2,"
            + "\"at\":\"2026-11-20T12:00:00Z\",\"nextAt\":\"2026-11-20T12:05:00Z\","
            + "\"answer\":\"The server answered 503.\"},"
            + "{\"id\":\"delivery_3\",\"endpoint\":\"endpoint_3\",\"state\":\"given_up\","
            + "\"attempts\":0,\"at\":\"2026-11-20T12:00:00Z\"}],\"next\":\"2026-11-19T12:00:00Z\"}");
  }

  @Test
  void showsStandingOrdersAndWhyALeadWasMissed() {
    standingOrders();
    API.answers(
        "/leads/lead_01/why",
        200,
        """
        {"lead":"lead_01","answers":[{"standingOrder":"standing_1","name":"Pools","at":
          "2026-11-20T12:00:00Z","result":{"outcome":"missed","reason":"outside_buy_box",
          "sentences":["It lacks the words pool."]}}]}
        """);
    API.answers("/leads/lead_02/why", 404, "{\"detail\":\"There is no lead with this id.\"}");
    Visitor analyst = signedIn("analyst", "marketplace:read");

    String shown = analyst.get("/console/standing-orders").getBody();
    String why = analyst.get("/console/standing-orders/why?lead=lead_01").getBody();

    assertThat(shown)
        .contains("Pools", "Buys, shared, at most $12.50", "q: pool", "each morning")
        .contains("News", "Tells", "Every lead", "(paused)", "at once", "on Mondays")
        .doesNotContain("Pause:", "End:");
    assertThat(why).contains("It lacks the words pool.", "<strong>Missed</strong>");
    assertThat(analyst.get("/console/standing-orders/why?lead=lead_02").getBody())
        .contains("There is no lead with this id.");
  }

  @Test
  void showsWhatAStandingOrderGotAndMissed() {
    standingOrders();

    String shown =
        signedIn("buyer", "marketplace:read", "marketplace:write")
            .get("/console/standing-orders/standing_1")
            .getBody();

    assertThat(shown)
        .contains("value=\"12.50\"", "value=\"2027-01-31\"", "name=\"search.q\" value=\"pool\"")
        .contains("name=\"dayLeads\" type=\"number\" min=\"0\" step=\"1\" value=\"3\"")
        .contains("<input type=\"hidden\" name=\"monthLeads\" value=\"9\">")
        .contains("value=\"200.00\"", "Bought for $10", "Found at $9")
        .contains("The order had bought as much as its caps let it.")
        .contains("/console/standing-orders/standing_1?before=2026-11-19");
  }

  @Test
  void keepsASearchWithoutWhatIsOnlyOfThePage() {
    String form =
        signedIn("buyer", "marketplace:read", "marketplace:write")
            .get("/console/standing-orders/new?q=pool&sort=price&available=true")
            .getBody();

    assertThat(form)
        .contains("name=\"search.q\" value=\"pool\"", "q: pool")
        .doesNotContain("search.sort", "search.available");
  }

  @Test
  void makesChangesPausesAndEndsStandingOrders() {
    standingOrders();
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    Map<String, String> filled =
        Map.of(
            "name",
            "Pools",
            "act",
            "buy",
            "mode",
            "shared",
            "channel",
            "daily",
            "search.q",
            "pool",
            "limit",
            "12.5",
            "dayLeads",
            "3",
            "weekAmount",
            "many",
            "validUntil",
            "2027-01-31");

    buyer.get("/console/standing-orders");
    APIGatewayV2HTTPResponse made = buyer.post("/console/standing-orders", filled);
    assertThat(API.calls().getLast().body())
        .containsEntry("search", Map.of("q", "pool"))
        .containsEntry("limit", Map.of("minorUnits", 1250L, "currency", "USD"))
        .containsEntry("validUntil", "2027-01-31T23:59:59Z")
        .containsEntry(
            "caps",
            List.of(
                Map.of("maxLeads", 3, "span", "day"),
                Map.of("maxAmount", Map.of("minorUnits", -1L, "currency", "USD"), "span", "week")));
    APIGatewayV2HTTPResponse paused =
        buyer.post("/console/standing-orders/standing_1/pause", Map.of());
    APIGatewayV2HTTPResponse ended =
        buyer.post("/console/standing-orders/standing_1/removal", Map.of());
    assertThat(API.calls().getLast().method()).isEqualTo("DELETE");
    API.answers("/standing-orders/standing_1", 409, "{\"detail\":\"Look at it again.\"}");
    APIGatewayV2HTTPResponse changed = buyer.post("/console/standing-orders/standing_1", filled);
    APIGatewayV2HTTPResponse gone =
        buyer.post("/console/standing-orders/standing_1/pause", Map.of());

    assertThat(Visitor.header(made, "location")).isEqualTo("/console/standing-orders");
    assertThat(Visitor.header(paused, "location")).isEqualTo("/console/standing-orders");
    assertThat(Visitor.header(ended, "location")).isEqualTo("/console/standing-orders");
    assertThat(changed.getStatusCode()).isEqualTo(409);
    assertThat(changed.getBody()).contains("Look at it again.", "value=\"12.5\"");
    assertThat(gone.getBody()).contains("Look at it again.", "Those of your team");
  }

  /// Made over the API for a moment of a day, of which the form knows the day.
  @Test
  void leavesTheEndOfAStandingOrderAsItWas() {
    standingOrders();
    API.answers(
        "/standing-orders/standing_1",
        200,
        "{\"id\":\"standing_1\",\"name\":\"Pools\",\"search\":{},\"caps\":[],"
            + "\"validUntil\":\"2027-01-31T06:30:00Z\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    assertThat(buyer.get("/console/standing-orders/standing_1").getBody())
        .contains("value=\"2027-01-31\"")
        .contains("name=\"validUntilBefore\" value=\"2027-01-31T06:30:00Z\"");

    assertThat(savedEnd(buyer, "2027-01-31")).isEqualTo("2027-01-31T06:30:00Z");
    assertThat(savedEnd(buyer, "2027-02-01")).isEqualTo("2027-02-01T23:59:59Z");
    assertThat(savedEnd(buyer, "")).isNull();
  }

  private static @Nullable Object savedEnd(Visitor buyer, String day) {
    buyer.post(
        "/console/standing-orders/standing_1",
        Map.of("validUntil", day, "validUntilBefore", "2027-01-31T06:30:00Z"));
    return API.calls().getLast().body().get("validUntil");
  }

  @Test
  void saysThatStandingOrdersCannotBeRead() {
    API.answers("/standing-orders", 503, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    assertThat(buyer.get("/console/standing-orders").getStatusCode()).isEqualTo(503);
    assertThat(buyer.get("/console/standing-orders/standing_1").getStatusCode()).isEqualTo(503);
  }

  private static void standingOrders() {
    String pools =
        """
        {"id":"standing_1","name":"Pools","state":"active","search":{"q":"pool"},"act":"buy",
         "mode":"shared","limit":{"minorUnits":1250,"currency":"USD"},
         "caps":[{"span":"day","maxLeads":3},{"span":"month","maxLeads":9},
           {"span":"week","maxAmount":{"minorUnits":20000,"currency":"USD"}}],
         "channel":"daily","validUntil":"2027-01-31T23:59:59Z"}
        """;
    API.answers("/standing-orders/standing_1", 200, pools);
    API.answers(
        "/standing-orders",
        200,
        "{\"standingOrders\":["
            + pools
            + """
              ,{"id":"standing_2","name":"News","state":"paused","search":{},"act":"alert",
                "mode":"shared","caps":[],"channel":"instant"},
              {"id":"standing_3","name":"Cheap","state":"active","search":{},"act":"alert",
                "mode":"shared","limit":{"minorUnits":100,"currency":"USD"},"caps":[],
                "channel":"weekly"}]}
              """);
    API.answers(
        "/standing-orders/standing_1/fills",
        200,
        """
        {"fills":[
          {"lead":"lead_01","headline":"House","at":"2026-11-20T12:00:00Z","result":
            {"outcome":"bought","price":{"minorUnits":1000,"currency":"USD"},"sentences":[]}},
          {"lead":"lead_02","headline":"Condo","at":"2026-11-20T12:00:00Z","result":
            {"outcome":"told","price":{"minorUnits":900,"currency":"USD"},"sentences":[]}},
          {"lead":"lead_03","headline":"Land","at":"2026-11-20T12:00:00Z","result":
            {"outcome":"missed","reason":"over_cap",
             "sentences":["The order had bought as much as its caps let it."]}}],
         "next":"2026-11-19T12:00:00Z"}
        """);
  }

  @Test
  void showsSourcesAndTakesDecisionsOfAdmins() {
    sources();
    API.answers("/sources/zillow/permit", 200, "{}");
    API.answers("/sources/fsbo/permit", 204, "{}");
    API.answers("/sources/fsbo/targets/miami-fl", 200, "{}");
    API.answers(
        "/sources/fsbo/targets/Miami",
        400,
        "{\"errors\":[{\"field\":\"market\",\"message\":\"must be such as miami-fl\"}]}");
    Visitor admin = signedIn("admin", "acquisition:read", "acquisition:admin");

    String shown = admin.get("/console/sources").getBody();
    assertThat(shown)
        .contains("fsbo: fetched", "zillow: not approved", "Miami, FL", "60 min")
        .contains("approved by user_1, until 2027-01-01", "approved by the sandbox, without end")
        .contains("Switch fsbo off", "Approve zillow", "linkedin: not approved", "Approve linkedin")
        .doesNotContain("Switch zillow off");
    API.calls().clear();

    assertLeadsToSources(
        admin.post(
            "/console/sources/zillow/permit",
            Map.of(
                "termsUrl", "https://zillow.example/terms",
                "termsReviewedOn", "2026-11-20",
                "robotsUrl", "https://zillow.example/robots.txt",
                "accessBasis", "partner",
                "expiresOn", "2027-11-20",
                "imageMode", "none",
                "allowedFields", "price",
                "cadenceMinutes", "60")));
    assertLeadsToSources(admin.post("/console/sources/fsbo/withdrawal", Map.of()));
    assertLeadsToSources(
        admin.post(
            "/console/sources/fsbo/targets",
            Map.of("market", "miami-fl", "place", "Miami, FL", "cadenceMinutes", "x")));
    assertLeadsToSources(
        admin.post("/console/sources/fsbo/targets/removal", Map.of("market", "miami-fl")));
    assertThat(
            admin
                .post("/console/sources/fsbo/targets", Map.of("market", "Miami", "active", "on"))
                .getBody())
        .contains("market: must be such as miami-fl");

    assertThat(API.calls())
        .filteredOn(call -> !call.method().equals("GET"))
        .extracting(call -> call.method() + " " + call.path())
        .containsExactly(
            "PUT /sources/zillow/permit",
            "DELETE /sources/fsbo/permit",
            "PUT /sources/fsbo/targets/miami-fl",
            "DELETE /sources/fsbo/targets/miami-fl",
            "PUT /sources/fsbo/targets/Miami");
    assertThat(API.calls().getFirst().body())
        .containsEntry("termsReviewedAt", "2026-11-20T00:00:00Z")
        .containsEntry("expiresAt", "2027-11-20T00:00:00Z")
        .containsEntry("allowedFields", List.of("price"))
        .containsEntry("cadenceMinutes", 60);
  }

  @Test
  void showsWhatPricesAreMadeOfToAdminsAlone() {
    priceBook();

    String shown = signedIn("admin", "marketplace:admin").get("/console/price-book").getBody();

    assertThat(shown)
        .contains(
            "Book 2026-11-22.2 is in force.",
            ">fsbo 24.00\nforsalebyowner 22.00</textarea>",
            ">house 100</textarea>",
            ">0 100\n91 6</textarea>",
            "name=\"unsold.graceHours\" type=\"text\" inputmode=\"decimal\" value=\"48\"",
            "Homes sell faster (the figures of 2026-11)",
            "Take again: the figures of 2026-11\"",
            "from the start")
        .doesNotContain("Take again: the figures of 2026-11-22.2", "What these figures would do");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/price-book").getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void triesFiguresBeforeAnybodyPaysThem() {
    priceBook();
    API.answers(
        "/price-book/previews",
        200,
        "{\"leads\":1,\"all\":true,\"bands\":[{\"band\":\"much_dearer\",\"leads\":1},"
            + "{\"band\":\"same\",\"leads\":0}],\"alone\":1,"
            + "\"sumBefore\":{\"minorUnits\":3356},\"sumAfter\":{\"minorUnits\":6712},"
            + "\"atNextRun\":1,\"atNextRunAnyway\":0,\"examples\":[{\"lead\":\"lead_01\","
            + "\"type\":\"house\",\"state\":\"FL\",\"ageDays\":1,"
            + "\"before\":{\"minorUnits\":3356},\"after\":{\"minorUnits\":6712}}]}");
    Visitor admin = signedIn("admin", "marketplace:admin");
    admin.get("/console/price-book");

    String tried = admin.post("/console/price-book/previews", typed("fsbo 48.00")).getBody();

    assertThat(tried)
        .contains(
            "All 1 lead on sale were priced both ways.",
            "Together they would cost $67.12 in place of $33.56; 1 lead would cost",
            "1 price would move the next time that leads are priced, 0 of them anyway.",
            "<td>more than 20 % dearer</td>",
            "House in FL, 1 day old",
            ">fsbo 48.00</textarea>");
    assertThat(lastBody("/price-book/previews"))
        .asString()
        .contains("fsbo={", "minorUnits=4800", "from=0", "graceHours=48");
  }

  @Test
  void putsFiguresInForceOrSaysWhatIsWrongWithThem() {
    priceBook();
    Visitor admin = signedIn("admin", "marketplace:admin");
    admin.get("/console/price-book");

    APIGatewayV2HTTPResponse changed = admin.post("/console/price-book", typed("fsbo 48.00"));
    assertThat(changed.getStatusCode()).isEqualTo(303);
    assertThat(lastBody("/price-book")).asString().contains("inForce=2", "note=Homes sell faster");
    assertThat(admin.post("/console/price-book", typed("fsbo dear")).getBody())
        .contains("Base of a source, dollars: “dear” is no amount such as 24.00.", ">fsbo dear<");
    assertThat(admin.post("/console/price-book/previews", typed("fsbo")).getStatusCode())
        .isEqualTo(400);
    API.answers("/price-book/previews", 400, "{\"detail\":\"No price between.\"}");
    assertThat(admin.post("/console/price-book/previews", typed("fsbo 1")).getBody())
        .contains("No price between.");
    assertThat(admin.post("/console/price-book/previews", Map.of("csrf", "forged")).getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void letsNobodyReplaceABookThatHeHasNotSeen() {
    priceBook();
    API.answers("/price-book/previews", 400, "{\"detail\":\"No price between.\"}");
    Visitor admin = signedIn("admin", "marketplace:admin");
    admin.get("/console/price-book");
    Map<String, String> typed = typed("fsbo 48.00");
    typed.put("inForce", "1");

    assertThat(admin.post("/console/price-book/previews", typed).getBody())
        .contains("name=\"inForce\" value=\"1\"", ">fsbo 48.00</textarea>");
    API.answers(
        "/price-book/previews",
        409,
        "{\"code\":\"book-changed\",\"detail\":\"Look at it first.\"}");
    assertThat(admin.post("/console/price-book/previews", typed).getBody())
        .contains("Look at it first.", "name=\"inForce\" value=\"2\"", ">fsbo 24.00");
  }

  @Test
  void takesFiguresOfBeforeAgain() {
    priceBook();
    API.answers("/price-books/2026-11/restorations", 200, "{}");
    API.answers("/price-books/2020-01/restorations", 404, "{\"detail\":\"No such book.\"}");
    Visitor admin = signedIn("admin", "marketplace:admin");
    admin.get("/console/price-book");
    Map<String, String> form = Map.of("inForce", "2", "note", "Back to 2026-11");

    assertThat(admin.post("/console/price-book/2026-11/restorations", form).getStatusCode())
        .isEqualTo(303);
    assertThat(admin.post("/console/price-book/2020-01/restorations", form).getBody())
        .contains("No such book.", ">fsbo 24.00");
  }

  @Test
  void saysWhyThereAreNoPricesToShow() {
    API.answers("/price-book", 503, "{\"detail\":\"Not now.\"}");
    API.answers("/price-books", 200, "{\"books\":[]}");

    assertThat(signedIn("admin", "marketplace:admin").get("/console/price-book").getBody())
        .contains("Not now.");
    API.answers("/price-book", 200, "{}");
    API.answers("/price-books", 503, "{\"detail\":\"Later.\"}");
    assertThat(signedIn("admin", "marketplace:admin").get("/console/price-book").getBody())
        .contains("Later.");
  }

  private static Object lastBody(String path) {
    return API.calls().stream()
        .filter(call -> call.path().equals(path) && !call.method().equals("GET"))
        .toList()
        .getLast()
        .body();
  }

  private static Map<String, String> typed(String bases) {
    Map<String, String> form = new HashMap<>();
    form.put("inForce", "2");
    form.put("note", " Homes sell faster ");
    form.put("baseBySource", bases);
    form.put("baseOfOtherSources", "18");
    form.put("percentByType", "house 100");
    form.put("percentByState", "FL 115");
    form.put("percentByAgeDays", "0 100\n\n 91 6 ");
    form.put("percentByTaken", "");
    form.put("percentBySupply", "");
    form.put("percentByDemand", "");
    form.put("unsold.graceHours", "48");
    form.put("unsold.everyHours", "24");
    form.put("unsold.stepPercent", "5");
    form.put("unsold.leastPercent", "60");
    form.put("exclusivePercent", "300");
    form.put("stepPercent", "10");
    form.put("floor", "$2.00");
    form.put("ceiling", "85.5");
    return form;
  }

  private static void priceBook() {
    API.answers(
        "/price-book",
        200,
        "{\"version\":\"2026-11-22.2\",\"number\":2,\"figures\":{\"baseBySource\":"
            + "{\"fsbo\":{\"minorUnits\":2400},\"forsalebyowner\":{\"minorUnits\":2200}},"
            + "\"baseOfOtherSources\":{\"minorUnits\":1800},\"percentByType\":{\"house\":100},"
            + "\"percentByState\":{},\"percentByAgeDays\":[{\"from\":0,\"percent\":100},"
            + "{\"from\":91,\"percent\":6}],\"unsold\":{\"graceHours\":48},"
            + "\"exclusivePercent\":300}}");
    API.answers(
        "/price-books",
        200,
        "{\"books\":[{\"version\":\"2026-11-22.2\",\"number\":2,\"note\":"
            + "\"Homes sell faster\",\"restores\":\"2026-11\",\"writtenBy\":\"user_1\","
            + "\"inForceSince\":\"2026-11-22T12:00:00Z\"},"
            + "{\"version\":\"2026-11\",\"number\":1}]}");
  }

  @Test
  void showsSourcesWithoutFormsToWhoMayOnlyRead() {
    sources();

    String shown = signedIn("support", "acquisition:read").get("/console/sources").getBody();

    assertThat(shown).contains("fsbo: fetched").doesNotContain("Switch", "<details>");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/sources").getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void showsHowSourcesDoAndTakesAnAdminsWord() {
    API.answers(
        "/source-health",
        200,
        """
        {"sources":[
          {"source":"zillow","breaker":"open","cause":"empty_pages","delayMillis":5000,
           "throttledSince":"2026-11-22T09:00:00Z",
           "alarms":[{"meaning":"Pages of zillow say something else.","reason":"price: none"}],
           "scopes":[{"market":"miami-fl","kind":"listing","usualFill":{"price":0.98,"zip":1.0},
             "withheld":20,"quarantinedSince":"2026-11-22T10:00:00Z",
             "objections":["price: only 0 of 24"],"proposals":["price: span.cost (100 % of 9)"]}],
           "batches":[{"outcomes":{"read":24},"fill":{"price":1.0,"zip":1.0},"passed":true},
             {"outcomes":{"read":20,"not_found":4},"fill":{"price":0.0,"zip":1.0},"passed":false}],
           "yield":{"pages":48,"advertisements":24,"withheld":20,"dollars":0.00144,
             "advertisementsPerHundredPages":50.0}},
          {"source":"fsbo","breaker":"open","cause":"denied"},
          {"source":"facebook","breaker":"closed","throttledSince":"2026-11-22T09:00:00Z"},
          {"source":"linkedin","breaker":"closed"}]}
        """);
    API.answers("/source-health/zillow/acceptance", 204, "{}");
    API.answers(
        "/source-health/fsbo/acceptance", 404, "{\"detail\":\"Nothing is in quarantine.\"}");
    Visitor admin = signedIn("admin", "acquisition:read", "acquisition:admin");

    String shown = admin.get("/console/source-health").getBody();

    assertThat(shown)
        .contains("in quarantine", "given up", "throttled", "as usual", "Accept what zillow says")
        .contains("price: only 0 of 24", "price: span.cost", "open, empty pages")
        .contains("24 advertisements on 48 pages (50.0 on a hundred), 20 withheld", "0.0014 USD")
        .contains("points=\"8.0,8.0 592.0,60.0\"", "cx=\"592.0\" cy=\"60.0\"")
        .contains("2 batches, 100 % at first, 50 % at last, 1 withheld", "not found 4")
        .doesNotContain("Accept what fsbo", "style=");
    assertThat(admin.post("/console/source-health/zillow/acceptance", Map.of()).getStatusCode())
        .isEqualTo(303);
    assertThat(admin.post("/console/source-health/fsbo/acceptance", Map.of()).getBody())
        .contains("Nothing is in quarantine.");
    assertThat(signedIn("support", "acquisition:read").get("/console/source-health").getBody())
        .contains("in quarantine")
        .doesNotContain("Accept what");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/source-health").getStatusCode())
        .isEqualTo(403);
  }

  private static void sources() {
    API.answers(
        "/sources",
        200,
        "{\"sources\":[{\"source\":\"fsbo\",\"fetched\":true,\"permit\":{\"accessBasis\":"
            + "\"partner\",\"approvedBy\":\"user_1\",\"expiresAt\":\"2027-01-01T00:00:00Z\","
            + "\"allowedFields\":[\"price\"]},\"targets\":[{\"market\":\"miami-fl\",\"place\":"
            + "\"Miami, FL\",\"cadenceMinutes\":60,\"active\":true},{\"market\":\"denver-co\"}]},"
            + "{\"source\":\"facebook\",\"fetched\":true,\"permit\":{\"accessBasis\":\"licensed\","
            + "\"approvedBy\":\"the sandbox\",\"expiresAt\":\"9999-01-01T00:00:00Z\","
            + "\"allowedFields\":[]},\"targets\":[]},"
            + "{\"source\":\"zillow\",\"fetched\":false,\"refusal\":\"not_approved\"},"
            + "{\"source\":\"linkedin\",\"fetched\":false,\"refusal\":\"not_approved\"}]}");
  }

  /// To load the page again then decides nothing a second time.
  private static void assertLeadsToSources(APIGatewayV2HTTPResponse answer) {
    assertThat(answer.getStatusCode()).isEqualTo(303);
    assertThat(Visitor.header(answer, "location")).isEqualTo("/console/sources");
  }

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
  void saysWhenTheTeamIsGone() {
    API.answers("/me", 401, "{\"title\":\"Unauthorized\",\"detail\":\"The team is gone.\"}");

    assertThat(signedIn("buyer").get("/console/team").getBody()).contains("The team is gone.");
  }

  private static void team() {
    API.answers(
        "/me",
        200,
        "{\"id\":\"user_1\",\"team\":{\"id\":\"team_1\",\"name\":\"Lakeside\"},"
            + "\"teams\":[{\"id\":\"team_1\",\"name\":\"Lakeside\"},"
            + "{\"id\":\"team_2\",\"name\":\"Seaside\"}]}");
    API.answers(
        "/team/members",
        200,
        "{\"members\":[{\"id\":\"user_1\",\"name\":\"Ann\",\"email\":\"a@b.example\","
            + "\"roles\":[\"buyer\",\"analyst\"]}]}");
    API.answers(
        "/team/invitations",
        200,
        "{\"invitations\":[{\"id\":\"invitation_1\",\"email\":\"bob@b.example\","
            + "\"roles\":[\"analyst\"],\"expiresAt\":\"2026-11-28T00:00:00Z\"}]}");
  }

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
        .contains("email: must be a mail address", "password: is too short", "&lt;i>")
        .doesNotContain("<i>");
  }

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
  void saysOfALeadWithoutAFreeSlotWhetherWaitingHelps() {
    String full = LEAD.formatted("").replace("\"free\":3", "\"free\":0");
    String held = full.replace("\"free\":0", "\"free\":0,\"freeAt\":\"2026-11-22T12:05:00Z\"");
    API.answers(
        "/leads",
        200,
        "{\"total\":2,\"leads\":[%s,%s],\"answeredBy\":\"index\",\"facets\":[]}"
            .formatted(full, held));

    String page =
        signedIn("buyer", "marketplace:read").get("/console/leads?available=true").getBody();

    assertThat(API.calls().getLast().path()).isEqualTo("/leads?available=true");
    assertThat(page)
        .contains(
            "<strong>All sold</strong>",
            "<strong>All held, free at 2026-11-22 12:05:00 UTC</strong>",
            "name=\"available\" value=\"true\" checked");
  }

  @Test
  void listsLeadsWithFacetsAndTheWayToTheNextPage() {
    API.answers(
        "/leads",
        200,
        """
        {"total":1234,"leads":[%s],"next":"c2","answeredBy":"index","facets":[{"name":"city",
         "values":[{"value":"Miami FL","label":"Miami, FL","count":900,"chosen":true},
                   {"value":"Austin TX","label":"Austin, TX","count":334,"chosen":false}]}]}
        """
            .formatted(LEAD.formatted("")));

    String page =
        signedIn("buyer", "marketplace:read")
            .get("/console/leads?city=Miami+FL&q=&sort=price&near=25,-80")
            .getBody();

    assertThat(API.calls().getLast().path())
        .isEqualTo("/leads?city=Miami+FL&near=25%2C-80&sort=price");
    assertThat(page)
        .contains(
            "<strong>1,234</strong> leads",
            "3-bedroom house in Miami, FL",
            "$12.50",
            "Miami, FL 33137",
            "House · 3 beds · 2.5 baths · 1800 sq ft · 1978 built",
            "asks $450,000",
            "on fsbo and forsalebyowner",
            "Good, 81",
            "value=\"Miami FL\" checked",
            "cursor=c2",
            "Nearest first");
  }

  @Test
  void saysWhenTheDatabaseAnswersAndWhenNothingMatches() {
    API.answers("/leads", 200, "{\"total\":0,\"leads\":[],\"answeredBy\":\"database\"}");

    String page =
        signedIn("buyer", "marketplace:read").get("/console/leads?cursor=c1&box=1,2,3,4").getBody();

    assertThat(page)
        .contains("The search index is being rebuilt", "Nothing matches", "First page")
        .contains("Only what the map showed");
  }

  @Test
  void showsWhatIsWrongWithASearch() {
    API.answers(
        "/leads",
        400,
        "{\"title\":\"Bad request\",\"detail\":\"Some parameters are wrong.\","
            + "\"errors\":[{\"field\":\"minPrice\",\"message\":\"must be a number\"}]}");

    APIGatewayV2HTTPResponse answer =
        signedIn("buyer", "marketplace:read").get("/console/leads?minPrice=cheap");

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("minPrice", "must be a number", "value=\"cheap\"");
  }

  @Test
  void keepsLeadsFromThoseWhoMayNotSeeThem() {
    API.answers("/leads", 403, "{\"title\":\"Forbidden\"}");

    APIGatewayV2HTTPResponse answer = signedIn("candidate", "careers:read").get("/console/leads");

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(answer.getBody()).contains("Your role does not include this page");
  }

  @Test
  void givesTheMapItsPoints() {
    API.answers(
        "/leads/map",
        200,
        """
        {"total":3,"leads":[{"id":"lead_01","location":{"latitude":25.77,"longitude":-80.19},
          "price":{"minorUnits":1200,"currency":"USD"}}],
         "squares":[{"location":{"latitude":30.2,"longitude":-97.7},"count":2,
          "lowestPrice":{"minorUnits":950,"currency":"USD"}}]}
        """);

    APIGatewayV2HTTPResponse answer =
        signedIn("buyer", "marketplace:read")
            .get("/console/leads/points?near=25.77,-80.19&radiusKm=10&sort=distance");

    assertThat(API.calls().getLast().path())
        .isEqualTo("/leads/map?box=25.6802%2C-80.2898%2C25.8598%2C-80.0902");
    assertThat(answer.getBody())
        .contains("\"type\":\"FeatureCollection\"", "[-80.19,25.77]", "\"label\":\"$12\"")
        .contains("\"label\":\"from $9.50\"", "\"count\":2");
  }

  @Test
  void givesTheMapNoPointsWhenItMayNotHaveAny() {
    API.answers("/leads/map", 403, "{\"title\":\"Forbidden\",\"code\":\"missing-scope\"}");

    APIGatewayV2HTTPResponse answer =
        signedIn("candidate", "careers:read").get("/console/leads/points");

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(answer.getBody()).contains("missing-scope").doesNotContain("FeatureCollection");
    assertThat(Visitor.header(answer, "content-type")).startsWith("application/problem+json");
  }

  @Test
  void saysWhatIsWrongWithTheQuestionOfTheMap() {
    API.answers("/leads/map", 400, "{\"title\":\"Bad Request\"}");

    assertThat(
            signedIn("buyer", "marketplace:read")
                .get("/console/leads/points?minPrice=cheap")
                .getStatusCode())
        .isEqualTo(400);
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
  void showsTheWholeCountryWhereThePlaceIsNonsense() {
    API.answers("/leads/map", 200, "{}");

    signedIn("buyer", "marketplace:read").get("/console/leads/points?near=here");

    assertThat(API.calls().getLast().path()).isEqualTo("/leads/map?box=24%2C-125%2C50%2C-66");
  }

  @Test
  void showsALeadWithItsReasonsAndHidesTheSeller() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(",\"correlationId\":\"cor_1\""));

    String page = signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody();

    assertThat(page)
        .contains("Base price of a house.", "Seen today.", "81 of 100", "cor_1")
        .contains("A phone number and the exact address come with the purchase.")
        .contains("Big &lt;b&gt;pool&lt;/b&gt;");
  }

  @Test
  void showsTheLegalPassportOfALead() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));
    API.answers(
        "/leads/lead_01/passport",
        200,
        """
        {"checkedAt":"2026-11-22T12:00:00Z","suppressed":false,"keptUntil":"2027-05-20T12:00:00Z",
         "sources":[{"source":"fsbo","observedAt":"2026-11-21T12:00:00Z","accessBasis":"licensed",
            "approvedBy":"user_1","approvedUntil":"2027-01-01T00:00:00Z",
            "fetch":{"fetchedAt":"2026-11-21T12:00:00Z","robotsStatus":200,
              "robotsHash":"0123456789abcdef","robotsReadAt":"2026-11-21T11:00:00Z",
              "robotsRule":"Allow: /d/",
              "approvedBy":"user_1 until 2027-01-01T00:00:00Z"}},
           {"source":"sandbox","observedAt":"2026-11-20T12:00:00Z","accessBasis":"public",
            "approvedBy":"seed"},
           {"source":"zillow","observedAt":"2026-11-20T12:00:00Z","refusal":"not_approved"}],
         "phone":{"allowed":["manual_call"],"refusals":["no_consent"]},
         "mail":{"allowed":[],"refusals":[]}}
        """);

    String page = signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody();

    assertThat(page)
        .contains("Legal passport", "licensed access until 2027-01-01", "public access, open-ended")
        .contains("not fetched now: not approved", "Allow: /d/")
        .contains("manual call (no consent)", "Not every number was looked up", "No, checked")
        .contains("Obeyed as read 2026-11-21 11:00:00, status 200, 0123456789ab, by ")
        .contains("The page is not kept any more", "2027-05-20 12:00:00");
  }

  @Test
  void showsOperatorsWhichAdvertisementSpeaksForWhat() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));
    API.answers(
        "/lineage/lead_01",
        200,
        """
        {"listings":[{"listingId":"listing_1","source":"fsbo"},
           {"listingId":"listing_2","source":"zillow"}],
         "survivors":[
           {"field":"livingAreaSqft","listingIds":["listing_2"],"why":"It says most."},
           {"field":"phones","listingIds":["listing_1","listing_2"],"why":"All together."}],
         "splits":[{"leadId":"lead_01","partId":"lead_02","listingIds":["listing_3"],
           "person":"user_1","reason":"two homes","at":"2026-11-22T12:00:00Z"}]}
        """);

    assertThat(
            signedIn("support", "marketplace:read", "acquisition:read")
                .get("/console/leads/lead_01")
                .getBody())
        .contains("What each site says of it", "Living area sqft", "zillow. It says most.")
        .contains("fsbo and zillow. All together.")
        .contains("by user_1: two homes. lead_02 became a lead of its own.");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .doesNotContain("What each site says of it");
  }

  @Test
  void drawsWhatALeadHasCost() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));
    API.answers(
        "/leads/lead_01/prices",
        200,
        """
        {"prices":[{"at":"2026-11-22T12:15:00.5Z","shared":{"minorUnits":1000},
           "exclusive":{"minorUnits":3000},"reasons":[{"code":"base","text":"Base."},
             {"code":"age","text":"Five days old."},{"code":"unwanted","text":"Nobody took it."},
             {"code":"floor","text":"The lowest price."}]},
         {"at":"2026-11-22T12:00:00Z","shared":{"minorUnits":2000},
           "exclusive":{"minorUnits":6000},"reasons":[{"code":"base","text":"Base."},
             {"code":"age","text":"A day old."},{"code":"floor","text":"The lowest price."}]}]}
        """);

    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("What it has cost", "2026-11-22 12:15:00", "$10", "$30")
        .contains("<td>Five days old. Nobody took it.</td>", "<td>$60</td><td></td>")
        .doesNotContain("<td>A day old.", "Base.", "The lowest price.")
        .contains("$20 at first, $10 now, 0 prices in between", "8.0,8.0 592.0,60.0");

    API.answers("/leads/lead_01/prices", 404, "{}");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .doesNotContain("What it has cost");
  }

  @Test
  void saysSoWhenALeadIsSuppressedOrHasNoPassport() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));
    API.answers("/leads/lead_01/passport", 404, "{\"title\":\"Not found\"}");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("do not contact.");

    API.answers(
        "/leads/lead_01/passport",
        200,
        """
        {"checkedAt":"2026-11-22T12:00:00Z","suppressed":true,
         "lookedUpAt":"2026-11-22T11:00:00Z","sources":[]}
        """);
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("Yes: do not contact", "Looked up");
  }

  private static final String BOUGHT =
      """
      ,"bought":{"contact":{"name":"Sam Seller","phones":["+13053742000"],
      "emails":["sam@example.com"]},"address":{"street":"12 ANY TER","unit":"# 4"},
      "description":"All of it","url":"https://fsbo.com/1"}
      """;

  @Test
  void showsTheSellerToTheTeamThatBoughtAndWhatTheContactMayBeUsedForNow() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(BOUGHT));
    API.answers(
        "/leads/lead_01/passport",
        200,
        """
        {"checkedAt":"2026-11-22T12:00:00Z","suppressed":false,"sources":[],
         "phone":{"allowed":["manual_call"],"refusals":["no_consent"]},
         "mail":{"allowed":[],"refusals":["no_consent"]}}
        """);

    String page = signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody();

    assertThat(page)
        .contains("Sam Seller", "+13053742000", "sam@example.com", "12 ANY TER # 4", "All of it")
        .contains("<dt>Phone, may be used now for</dt><dd>manual call (no consent)</dd>")
        .contains("<dt>Mail, may be used now for</dt><dd>nothing (no consent)</dd>");
  }

  @Test
  void aContactMayBeUsedForNothingWhileNobodyCanSayWhatFor() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(BOUGHT));
    API.answers("/leads/lead_01/passport", 503, "{\"title\":\"Busy\"}");

    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("<dt>Phone, may be used now for</dt><dd>nothing: what the lists and the seller")
        .contains("do not contact.");
  }

  @Test
  void showsNothingOfASellerWhoIsSuppressedOrErased() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(BOUGHT));
    API.answers(
        "/leads/lead_01/passport",
        200,
        "{\"checkedAt\":\"2026-11-22T12:00:00Z\",\"suppressed\":true,\"sources\":[]}");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("asked not to be contacted, or was erased")
        .doesNotContain("Sam Seller", "+13053742000", "sam@example.com", "12 ANY TER", "Hold it");

    API.answers("/leads/lead_01", 200, LEAD.formatted(",\"owned\":true,\"withheld\":true"));
    API.answers("/leads/lead_01/passport", 404, "{}");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("asked not to be contacted, or was erased")
        .doesNotContain("come with the purchase", "Hold it");
  }

  @Test
  void offersALeadSharedAndAloneToWhoMayBuy() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));

    String forBuyers =
        signedIn("buyer", "marketplace:read", "marketplace:write")
            .get("/console/leads/lead_01")
            .getBody();

    assertThat(forBuyers)
        .contains("Hold it for $12.50", "Hold it alone for $37.50", "3 slots left");
    assertThat(signedIn("analyst", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("3 slots left")
        .doesNotContain("Hold it");
  }

  @Test
  void holdsALeadAtThePriceThatWasShown() {
    cart();
    API.answers("/holds", 200, "{\"lines\":[]}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/cart");

    APIGatewayV2HTTPResponse held =
        buyer.post("/console/cart/leads/lead_01", Map.of("mode", "exclusive", "price", "3750"));

    assertThat(held.getStatusCode()).isEqualTo(303);
    assertThat(held.getHeaders()).containsEntry("location", "/console/cart");
    assertThat(API.calls().getLast().body())
        .containsEntry("mode", "exclusive")
        .containsEntry(
            "leads",
            List.of(
                Map.of(
                    "lead", "lead_01", "price", Map.of("minorUnits", 3750L, "currency", "USD"))));
  }

  @Test
  void showsTheCartWithWhyALeadCouldNotBeHeld() {
    cart();
    API.answers("/holds", 409, "{\"detail\":\"Others hold the lead and may buy it.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/cart");

    APIGatewayV2HTTPResponse refused =
        buyer.post("/console/cart/leads/lead_02", Map.of("mode", "shared", "price", "cheap"));

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(refused.getBody())
        .contains("Others hold the lead and may buy it.", "3-bedroom house in Miami, FL")
        .contains("data-seconds-left", "2026-11-22 12:05:00", "Keep longer", "taken off sale")
        .contains("href=\"/console/cart/payments/payment_1\" aria-label=\"Being paid by card: Loft")
        .doesNotContain("name=\"holds\" value=\"hold_3\"")
        .contains("That is too little");
  }

  @Test
  void showsAnEmptyCart() {
    API.answers("/cart", 200, "{\"lines\":[],\"total\":{\"minorUnits\":0}}");
    API.answers("/waits", 200, "{\"waits\":[]}");
    API.answers("/wallet", 200, "{}");

    assertThat(signedIn("buyer", "marketplace:read").get("/console/cart").getBody())
        .contains("Your team holds no leads.");
  }

  @Test
  void showsTheCartWhileTheWalletCannotBeRead() {
    cart();
    API.answers("/wallet", 503, "{}");

    assertThat(signedIn("buyer", "marketplace:read").get("/console/cart").getBody())
        .contains("cannot be read just now")
        .doesNotContain("too little");
  }

  @Test
  void keepsLongerLetsGoAndBuys() {
    cart();
    API.answers("/holds/hold_1/extension", 200, "{}");
    API.answers("/holds/hold_1", 204, "{}");
    API.answers("/orders", 200, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/cart");

    assertThat(buyer.post("/console/cart/hold_1/extension", Map.of()).getStatusCode())
        .isEqualTo(303);
    assertThat(buyer.post("/console/cart/hold_1/release", Map.of()).getStatusCode()).isEqualTo(303);
    APIGatewayV2HTTPResponse bought =
        buyer.post("/console/cart/purchase", Map.of("holds", "hold_1", "total", "1250"));

    assertThat(bought.getHeaders()).containsEntry("location", "/console/purchases");
    assertThat(API.calls().getLast().body())
        .containsEntry("holds", List.of("hold_1"))
        .containsEntry("total", Map.of("minorUnits", 1250L, "currency", "USD"));
  }

  private static final String RECEIPT =
      """
      {'id':'receipt_1','number':'AIQ-C-7','paper':'credit_note','kind':'return',
       'original':{'id':'receipt_0','number':'AIQ-R-3'},'billTo':'Sunny Homes LLC',
       'lines':[{'lead':'lead_01','mode':'exclusive','amount':{'minorUnits':3400}}],
       'net':{'minorUnits':3141},'tax':{'minorUnits':259},'taxRate':'8.25',
       'total':{'minorUnits':3400},'paidBy':'wallet','at':'2026-11-22T10:00:00Z',
       'issuedAt':'2026-11-22T10:01:00Z'}
      """
          .replace('\'', '"');

  @Test
  void saysFromWhenANewLeadIsOpenToThePlan() {
    String early =
        LEAD.formatted("")
            .replace("\"leadId\":", "\"opensAt\":\"2026-11-22T13:00:00Z\",\"leadId\":");
    API.answers("/leads/lead_01", 200, early);
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    assertThat(buyer.get("/console/leads/lead_01").getBody())
        .contains("yours can hold it from 2026-11-22 13:00:00 UTC")
        .doesNotContain("Hold it for", "Wait for it");
  }

  @Test
  void showsPapersAsTheyPrint() {
    API.answers("/receipts/receipt_1", 200, RECEIPT);
    API.answers(
        "/receipts/receipt_2",
        200,
        RECEIPT
            .replace("\"lead\":\"lead_01\",", "")
            .replace("\"return\"", "\"top_up\"")
            .replace("8.25", "0"));
    API.answers("/receipts/receipt_9", 404, "{\"detail\":\"Your team has no such receipt.\"}");
    API.answers(
        "/invoices/invoice_1",
        200,
        "{\"number\":\"AIQ-4\",\"state\":\"paid\",\"total\":{\"minorUnits\":4900},"
            + "\"lines\":[{\"what\":\"Plan pro\",\"from\":\"2026-11-22T10:00:00Z\","
            + "\"until\":\"2026-12-22T10:00:00Z\",\"amount\":{\"minorUnits\":4900}}]}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    assertThat(buyer.get("/console/receipts/receipt_1").getBody())
        .contains(
            "Credit note AIQ-C-7",
            "AIQ-R-3",
            "Sunny Homes LLC",
            "Lead lead_01, exclusive",
            "Tax, 8.25 %",
            "$31.41",
            "$34.00");
    assertThat(buyer.get("/console/receipts/receipt_2").getBody())
        .contains("Credit for leads")
        .doesNotContain("Tax, ");
    assertThat(buyer.get("/console/receipts/receipt_9").getStatusCode()).isEqualTo(404);
    assertThat(buyer.get("/console/invoices/invoice_1").getBody())
        .contains("Invoice AIQ-4", "Plan pro, 2026-11-22 to 2026-12-22", "$49.00");
  }

  @Test
  void listsReceiptsAndNamesTheFirm() {
    API.answers("/receipts", 200, "{\"receipts\":[" + RECEIPT + "],\"next\":5}");
    API.answers("/billing-details", 200, "{\"name\":\"Sunny Homes LLC\",\"state\":\"FL\"}");
    Visitor manager = signedIn("admin", "marketplace:read", "platform:write");

    assertThat(manager.get("/console/receipts").getBody())
        .contains("/console/receipts/receipt_1", "AIQ-C-7", "A lead that was given back")
        .contains("?below=5", "value=\"Sunny Homes LLC\"", "value=\"FL\"");
    Map<String, String> form = Map.of("name", "Sunny Homes Inc", "state", "TX");
    assertThat(Visitor.header(manager.post("/console/receipts/name", form), "location"))
        .isEqualTo("/console/receipts");
    API.answers("PUT /billing-details", 400, "{\"detail\":\"No such state.\"}");
    assertThat(manager.post("/console/receipts/name", form).getBody())
        .contains("No such state.", "value=\"Sunny Homes Inc\"", "value=\"TX\"");
    assertThat(signedIn("analyst", "marketplace:read").get("/console/receipts?below=5").getBody())
        .contains("Sunny Homes LLC")
        .doesNotContain("action=\"/console/receipts/name\"");
    API.answers("/billing-details", 503, "{}");
    assertThat(manager.get("/console/receipts").getStatusCode()).isEqualTo(503);
  }

  @Test
  void showsThePlanAndWhatAnotherWouldCost() {
    plan("'overdue':'clear'");
    API.answers(
        "/subscription/quote",
        200,
        """
        {"outcome":"now","until":"2026-12-22T12:00:00Z","total":{"minorUnits":5000},
          "credits":{"minorUnits":3250}}
        """);
    Visitor manager = signedIn("buyer", "marketplace:read", "platform:write");

    String shown = manager.get("/console/plan?plan=premium").getBody();

    assertThat(shown)
        .contains(
            "Your team has the limits of: Pro",
            "Pro, paid until 2026-12-22 12:00:00 UTC",
            "At 2026-12-22 12:00:00 UTC it becomes free.",
            "Keep it as it is",
            "$50 now, from what is in the wallet, until 2026-12-22 12:00:00 UTC; $32.50 of it",
            "Choose premium",
            "Your team pays for it.",
            "holds leads for 15 minutes, 100 at a time; extended up to 45 minutes",
            "AIQ-7",
            "Plan pro, 2026-11-22 to 2026-12-22",
            "Older invoices")
        .doesNotContain("Pause it when", "role=\"alert\"");
    assertThat(signedIn("analyst", "marketplace:read").get("/console/plan").getBody())
        .contains("AIQ-7")
        .doesNotContain("See what", "<form method=\"post\" action=\"/console/plan");
  }

  @Test
  void choosesPausesAndEndsThePlan() {
    plan("'overdue':'clear'");
    API.answers("/subscription", 200, PLAN.replace("'next'", "'then'").replace('\'', '"'));
    API.answers("/subscription/pause", 409, "{\"detail\":\"Your team pays for no plan.\"}");
    Visitor manager = signedIn("buyer", "marketplace:read", "platform:write");

    assertThat(manager.get("/console/plan").getBody())
        .contains("Pause it when the month is over", "End it when the month is over");
    assertThat(
            Visitor.header(
                manager.post("/console/plan/choice", Map.of("plan", "premium")), "location"))
        .isEqualTo("/console/plan");
    assertThat(Visitor.header(manager.post("/console/plan/end", Map.of()), "location"))
        .isEqualTo("/console/plan");
    assertThat(manager.post("/console/plan/pause", Map.of()).getBody())
        .contains("Your team pays for no plan.");
    assertThat(manager.post("/console/plan/resumption", Map.of()).getStatusCode()).isEqualTo(409);
    assertThat(manager.post("/console/plan/choice", Map.of("csrf", "guessed")).getStatusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "'overdue':'warned'|After two weeks your team has the limits",
        "'overdue':'blocked'|and you have your plan again",
        "'overdue':'lost'|was not paid in time",
        "'overdue':'clear','parked':{'why':'stood_still'}|which is our fault",
        "'overdue':'clear','parked':{'why':'billed_before'}|was billed already",
        "'overdue':'clear','parked':{'why':'too_many_items'}|within a day"
      })
  void saysWhatKeepsThePlanFromGoingOn(String trouble, String words) {
    plan(trouble);

    assertThat(signedIn("buyer", "marketplace:read").get("/console/plan").getBody())
        .contains("role=\"alert\"", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "200|{'outcome':'later','at':'2026-12-22T12:00:00Z'}|It begins at 2026-12-22 12:00:00 UTC",
        "200|{'outcome':'unchanged'}|it is what your team has",
        "200|{'outcome':'too_little_credit','total':{'minorUnits':4900},'purchased':{'minorUnits':0}}|Top up the wallet first",
        "409|{'detail':'An invoice is not paid.'}|An invoice is not paid."
      })
  void saysWhatAnotherPlanLeadsTo(int status, String quote, String words) {
    plan("'overdue':'clear'");
    API.answers("/subscription/quote", status, quote.replace('\'', '"'));

    assertThat(
            signedIn("buyer", "marketplace:read", "platform:write")
                .get("/console/plan?plan=premium")
                .getBody())
        .contains(words);
  }

  @Test
  void showsNoPlanThatCannotBeRead() {
    plan("'overdue':'clear'");
    API.answers("/plans", 503, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    assertThat(buyer.get("/console/plan").getStatusCode()).isEqualTo(503);

    plan("'overdue':'clear'");
    API.answers(
        "/subscription",
        200,
        "{\"plan\":\"free\",\"state\":\"paused\",\"paidPlan\":\"pro\",\"overdue\":\"clear\"}");
    assertThat(buyer.get("/console/plan?below=7").getBody()).contains("Pro, paused");
  }

  private static final String PLAN =
      """
      {'plan':'pro','state':'active','paidPlan':'pro','until':'2026-12-22T12:00:00Z',
        'next':{'what':'change','plan':'free','at':'2026-12-22T12:00:00Z'},
        'unpaid':{'minorUnits':4900},'purchased':{'minorUnits':5100},'overdue':'clear'}
      """;

  private static void plan(String trouble) {
    API.answers(
        "/subscription", 200, PLAN.replace("'overdue':'clear'", trouble).replace('\'', '"'));
    API.answers(
        "/plans",
        200,
        """
        {"plans":[{"name":"free","price":{"minorUnits":0},"credits":{"minorUnits":0},
            "holdMinutes":5,"openHolds":25,"longestHoldMinutes":10},
          {"name":"pro","price":{"minorUnits":4900},"credits":{"minorUnits":2500},
            "holdMinutes":15,"openHolds":100,"longestHoldMinutes":45}]}
        """);
    API.answers(
        "/invoices",
        200,
        """
        {"invoices":[{"number":"AIQ-7","at":"2026-11-22T12:00:00Z","state":"paid",
            "total":{"minorUnits":4900},"lines":[{"what":"Plan pro",
              "from":"2026-11-22T12:00:00Z","until":"2026-12-22T12:00:00Z"}]}],"next":7}
        """);
  }

  @Test
  void showsPurchasesAndTheWallet() {
    API.answers(
        "/orders",
        200,
        """
        {"orders":[{"id":"order_1","total":{"minorUnits":1250},"at":"2026-11-22T12:00:00Z",
          "leads":[{"lead":"lead_01","headline":"3-bedroom house in Miami, FL",
            "mode":"exclusive","price":{"minorUnits":1250}}]}],"next":"2026-11-22T12:00:00Z"}
        """);
    API.answers(
        "/wallet",
        200,
        """
        {"balance":{"minorUnits":5000},"setAside":{"minorUnits":1250},
         "available":{"minorUnits":3750},"lots":[{"kind":"gift","amount":{"minorUnits":6250},
           "remaining":{"minorUnits":5000}},{"kind":"top_up","amount":{"minorUnits":100},
           "remaining":{"minorUnits":100},"until":"2027-01-01T00:00:00Z"}]}
        """);
    API.answers(
        "/wallet/movements",
        200,
        """
        {"movements":[{"number":2,"kind":"purchase","amount":{"minorUnits":-1250},
          "balance":{"minorUnits":5000},"at":"2026-11-22T12:00:00Z","note":""},
          {"number":1,"kind":"gift","amount":{"minorUnits":6250},"balance":{"minorUnits":6250},
           "at":"2026-11-22T11:00:00Z","note":"Welcome"}],"next":1}
        """);
    API.answers("/returns", 503, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    assertThat(buyer.get("/console/purchases").getBody())
        .contains("yours alone", "$12.50", "/console/leads/lead_01", "Older purchases");
    assertThat(buyer.get("/console/wallet").getBody())
        .contains("$37.50", "\u2212$12.50", "Gift: Welcome", "without end", "2027-01-01 00:00:00")
        .contains("Older movements");
    assertThat(buyer.get("/console/wallet?below=1").getStatusCode()).isEqualTo(200);
    assertThat(buyer.get("/console/purchases?before=2026").getStatusCode()).isEqualTo(200);
  }

  @Test
  void passesOnTheTableOfWhatWasBought() {
    String before = "?before=2026-11-20T12%3A00%3A00Z";
    API.answers(
        "/orders",
        200,
        """
        {"orders":[{"id":"order_1","at":"2026-11-20T12:00:00Z",
          "total":{"minorUnits":3400,"currency":"USD"},"leads":[]}]}
        """);
    API.answers("/returns", 200, "{\"returns\":[]}");
    API.givesFile(
        "/bought-leads" + before,
        new ApiFile(
            "text/csv; charset=utf-8",
            "attachment; filename=\"aiqleads-leads.csv\"",
            new ApiFile.Content("a,b\r\n".getBytes(StandardCharsets.UTF_8))));
    Visitor buyer = signedIn("buyer", "marketplace:read");

    String page = buyer.get("/console/purchases" + before).getBody();
    APIGatewayV2HTTPResponse file = buyer.get("/console/purchases/table" + before);

    assertThat(page).contains("href=\"/console/purchases/table" + before + "\"");
    assertThat(file.getHeaders())
        .containsEntry("content-disposition", "attachment; filename=\"aiqleads-leads.csv\"")
        .containsEntry("content-type", "text/csv; charset=utf-8");
  }

  @Test
  void passesOnStatementsAndSaysWhyThereIsNone() {
    String path = "/wallet/statement?from=2026-11-01&until=2026-11-30&format=";
    byte[] bytes = {'%', 'P', 'D', 'F', (byte) 0xff};
    API.givesFile(
        path + "pdf",
        new ApiFile(
            "application/pdf",
            "attachment; filename=\"statement.pdf\"",
            new ApiFile.Content(bytes)));
    API.answers(
        path + "csv", 409, "{\"code\":\"statement-too-long\",\"detail\":\"Ask for fewer days.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    APIGatewayV2HTTPResponse file = buyer.get("/console" + path + "pdf");

    assertThat(Base64.getDecoder().decode(file.getBody())).isEqualTo(bytes);
    assertThat(file.getHeaders())
        .containsEntry("content-disposition", "attachment; filename=\"statement.pdf\"");
    APIGatewayV2HTTPResponse refused = buyer.get("/console" + path + "csv");
    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(refused.getBody()).contains("Ask for fewer days.");
  }

  @Test
  void saysWhatABankHasTakenOrMayTake() {
    API.answers(
        "/wallet",
        200,
        """
        {"balance":{"minorUnits":5000},"setAside":{"minorUnits":0},"available":{"minorUnits":1900},
         "frozen":{"minorUnits":2000},"owed":{"minorUnits":1100},"lots":[]}
        """);
    API.answers("/wallet/movements", 200, "{\"movements\":[]}");

    assertThat(signedIn("analyst", "marketplace:read").get("/console/wallet").getBody())
        .contains("Contested at a bank", "$20", "Owed, since a bank took it back", "$11")
        .doesNotContain("Top up by card");
  }

  @Test
  void leadsToThePageOnWhichToPay() {
    API.answers("/wallet", 200, "{}");
    API.answers("/wallet/movements", 200, "{\"movements\":[]}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    assertThat(buyer.get("/console/wallet").getBody()).contains("Top up by card");
    API.answers("/top-ups", 200, "{\"id\":\"payment_1\"}");

    APIGatewayV2HTTPResponse begun =
        buyer.post("/console/wallet/top-ups", Map.of("dollars", " 1,250.50 "));

    assertThat(begun.getStatusCode()).isEqualTo(303);
    assertThat(begun.getHeaders()).containsEntry("location", "/console/wallet/top-ups/payment_1");
    assertThat(API.calls().getLast().body().toString()).contains("1250.50".replace(".", ""));
    topUps("needs_action", ",\"page\":\"https://pay.example/1\",\"reason\":\"card_declined\"");
    assertThat(buyer.get("/console/wallet/top-ups/payment_1").getBody())
        .contains("Top-up of $1,250.50", "href=\"https://pay.example/1\"", "Card declined");
  }

  @Test
  void buysByCardOnAPageOfItsOwn() {
    cart();
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    assertThat(buyer.get("/console/cart").getBody()).contains("Pay $12.50 by card");
    API.answers("/card-orders", 200, "{\"id\":\"payment_1\"}");

    APIGatewayV2HTTPResponse begun =
        buyer.post("/console/cart/payments", Map.of("holds", "hold_1", "total", "1250"));

    assertThat(begun.getHeaders()).containsEntry("location", "/console/cart/payments/payment_1");
    assertThat(API.calls().getLast().body().toString()).contains("hold_1", "1250");
    cardOrder(
        "open",
        "needs_action",
        ",\"page\":\"https://pay.example/1\",\"until\":\"2026-11-22T12:40:00Z\","
            + "\"declined\":\"card_declined\"");
    assertThat(buyer.get("/console/cart/payments/payment_1").getBody())
        .contains(
            "Purchase for $12.50 by card",
            "href=\"https://pay.example/1\"",
            "Card declined",
            "Do not pay by card");
    assertThat(
            signedIn("analyst", "marketplace:read")
                .get("/console/cart/payments/payment_1")
                .getBody())
        .doesNotContain("Do not pay by card");
  }

  @Test
  void offersToTakeAPurchaseByCardBackAsLongAsItIsOpen() {
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    cardOrder("open", "needs_action", ",\"until\":\"2026-11-20T11:00:00Z\"");
    assertThat(buyer.get("/console/cart/payments/payment_1").getBody())
        .contains("The time to pay is over", "Do not pay by card")
        .doesNotContain("page of Stripe", "You can pay until");
    cardOrder("refund_due", "succeeded", "");
    assertThat(buyer.get("/console/cart/payments/payment_1").getBody())
        .doesNotContain("Do not pay by card");
  }

  @Test
  void takesAPurchaseByCardBack() {
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    cardOrder("canceled", "failed", "");
    buyer.get("/console/cart/payments/payment_1");

    APIGatewayV2HTTPResponse canceled =
        buyer.post("/console/cart/payments/payment_1/cancel", Map.of());

    assertThat(canceled.getStatusCode()).isEqualTo(303);
    assertThat(buyer.get("/console/cart/payments/payment_1").getBody())
        .contains("Nothing was paid");
    API.answers("/card-orders/payment_1", 404, "{\"detail\":\"no such order\"}");
    assertThat(buyer.post("/console/cart/payments/payment_1/cancel", Map.of()).getStatusCode())
        .isEqualTo(404);
    assertThat(buyer.get("/console/cart/payments/payment_1").getStatusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paid|succeeded|''|the leads are your team's",
        "open|succeeded|''|in some minutes",
        "open|needs_action|''|The time to pay is over. If you have paid, you see it here",
        "open|pending|''|Your bank has not decided yet",
        "open|unknown|''|nothing is charged twice",
        "refund_due|succeeded|taken|somebody else took the lead",
        "refund_due|succeeded|over_limit|own limits",
        "refunded|succeeded|not_on_sale|has gone back to your card",
        "refunded|succeeded|paid_otherwise|had paid for it already",
        "refunded|succeeded|taken_back|Your bank has taken"
      })
  void saysHowAPurchaseByCardStands(String state, String payment, String reason, String words) {
    cardOrder(state, payment, ",\"reason\":\"" + reason + "\"");

    assertThat(
            signedIn("buyer", "marketplace:read", "marketplace:write")
                .get("/console/cart/payments/payment_1")
                .getBody()
                .replace("&#39;", "'"))
        .contains(words);
  }

  private static void cardOrder(String state, String payment, String more) {
    API.answers(
        "/card-orders/payment_1",
        200,
        """
        {"id":"payment_1","order":"order_1","total":{"minorUnits":1250},"state":"%s",
         "payment":"%s"%s}
        """
            .formatted(state, payment, more));
  }

  @Test
  void saysHowATopUpStands() {
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    Map.of(
            "succeeded", "It is in your team's wallet.",
            "failed", "Nothing was paid",
            "pending", "Your bank has not decided yet.",
            "unknown", "nothing is charged twice")
        .forEach(
            (state, words) -> {
              topUps(state, ",\"reason\":\"time_out\"");
              assertThat(
                      buyer
                          .get("/console/wallet/top-ups/payment_1")
                          .getBody()
                          .replace("&#39;", "'"))
                  .as(state)
                  .contains(words);
            });
    assertThat(buyer.get("/console/wallet/top-ups/payment_2").getStatusCode()).isEqualTo(303);
    API.answers("/top-ups", 503, "{}");
    assertThat(buyer.get("/console/wallet/top-ups/payment_1").getStatusCode()).isEqualTo(503);
  }

  @Test
  void showsWhyNothingCanBePaid() {
    API.answers("/wallet", 200, "{}");
    API.answers("/wallet/movements", 200, "{\"movements\":[]}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/wallet");
    API.answers("/top-ups", 400, "{\"detail\":\"amount must be 5.00 USD to 10000.00 USD\"}");

    APIGatewayV2HTTPResponse refused =
        buyer.post("/console/wallet/top-ups", Map.of("dollars", "much"));

    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(refused.getBody()).contains("amount must be");
    assertThat(API.calls().getLast().body().toString()).contains("-1");
  }

  private static void topUps(String state, String more) {
    API.answers(
        "/top-ups",
        200,
        "{\"topUps\":[{\"id\":\"payment_1\",\"state\":\"%s\",\"amount\":{\"minorUnits\":125050}%s}]}"
            .formatted(state, more));
  }

  @Test
  void showsWhatWasGivenBackAndTakesMore() {
    returns();
    API.answers("/returns/return_2/appeals", 200, "{}");
    API.answers(
        "/orders",
        200,
        """
        {"orders":[{"id":"order_1","total":{"minorUnits":6800},"at":"2026-11-22T12:00:00Z",
          "leads":[{"id":"line_1","lead":"lead_01","headline":"House","mode":"shared",
            "price":{"minorUnits":3400}},
            {"id":"line_9","lead":"lead_09","headline":"Condo","mode":"shared",
            "price":{"minorUnits":3400}}]}]}
        """);
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    assertThat(buyer.get("/console/purchases").getBody())
        .contains("$34 credited", "/console/returns?line=line_9")
        .doesNotContain("?line=line_1\"");
    String page = buyer.get("/console/returns?line=line_9").getBody();
    assertThat(page)
        .contains("value=\"line_9\"", "Give it back", "$34 credited, before you asked")
        .contains("It is a private number.", "A person looks at it", "Older returns")
        .containsOnlyOnce("/appeals\"");
    assertThat(
            Visitor.header(
                buyer.post("/console/returns/return_2/appeals", Map.of("why", "Look.")),
                "location"))
        .isEqualTo("/console/returns");
    Map<String, String> wish = Map.of("line", "line_9", "reason", "fraud", "evidence", "Odd <b>");
    assertThat(Visitor.header(buyer.post("/console/returns", wish), "location"))
        .isEqualTo("/console/returns");
    assertThat(API.calls().getLast().body()).isEqualTo(wish);
    assertThat(
            signedIn("analyst", "marketplace:read").get("/console/returns?line=line_9").getBody())
        .doesNotContain("Give it back", "Let a person look");
  }

  @Test
  void saysWhyALeadIsNotTakenBack() {
    returns();
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/returns");
    API.answers("/returns", 409, "{\"detail\":\"All of its price was given back already.\"}");

    APIGatewayV2HTTPResponse refused = buyer.post("/console/returns", Map.of("line", "line_1"));

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(refused.getBody()).contains("All of its price was given back already.");
    returns();
    API.answers("/returns/return_1/appeals", 409, "{\"detail\":\"Nobody can change it.\"}");
    assertThat(buyer.post("/console/returns/return_1/appeals", Map.of()).getBody())
        .contains("Nobody can change it.", "What was given back");
  }

  @Test
  void keepsWhatWasWrittenInARefusedReturn() {
    returns();
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    assertThat(buyer.get("/console/returns?line=line_9").getBody())
        .contains("<select id=\"reason\" name=\"reason\" required>", "value=\"\">Choose<")
        .doesNotContain("selected");
    API.answers("POST /returns", 400, "{\"detail\":\"Too long.\"}");
    API.answers("/returns/return_2/appeals", 400, "{\"detail\":\"Too long.\"}");

    String refused =
        buyer
            .post(
                "/console/returns",
                Map.of("line", "line_9", "reason", "out_of_area", "evidence", "In Tampa."))
            .getBody();
    String appeal =
        buyer
            .post("/console/returns/return_2/appeals", Map.of("why", "Look at the map."))
            .getBody();

    assertThat(refused)
        .contains("Too long.", "value=\"out_of_area\" selected", ">In Tampa.</textarea>")
        .containsOnlyOnce(" selected");
    assertThat(appeal).contains("Too long.", "value=\"Look at the map.\"");
  }

  @Test
  void letsSupportJudgeWhatTeamsGiveBack() {
    API.answers(
        "/appeals",
        200,
        """
        {"appeals":[{"what":{"id":"return_2","headline":"Condo","reason":"bounced_email",
          "askedAt":"2026-11-22T12:00:00Z","paid":{"minorUnits":3400},"credited":{"minorUnits":0},
          "because":[{"code":"no_answer","text":"There is no answer."}]},"team":"team_1",
          "evidence":"It <b>came</b> back.","appeal":"Really."}]}
        """);
    API.answers("/appeals/return_2/decisions", 200, "{}");
    Visitor support = signedIn("support", "marketplace:read", "platform:read");

    assertThat(support.get("/console/appeals").getBody())
        .contains("It &lt;b&gt;came&lt;/b&gt; back.", "Really.", "There is no answer.", "$34")
        .contains("href=\"/console/appeals\" aria-current=\"page\"")
        .doesNotContain("/console/return-rates");
    Map<String, String> half = Map.of("percent", "50", "note", "I called.");
    assertThat(
            Visitor.header(support.post("/console/appeals/return_2/decisions", half), "location"))
        .isEqualTo("/console/appeals");
    assertThat(API.calls().getLast().body()).isEqualTo(Map.of("percent", 50, "note", "I called."));
    API.answers(
        "/appeals/return_2/decisions",
        400,
        "{\"errors\":[{\"field\":\"percent\",\"message\":\"is required, 0 to 100\"}]}");
    assertThat(
            support
                .post(
                    "/console/appeals/return_2/decisions",
                    Map.of("percent", "150", "note", "It is \"dead\"."))
                .getBody())
        .contains("percent: is required, 0 to 100", "Condo", "Kept for good: no names")
        .contains("required value=\"150\"", "value=\"It is &#34;dead&#34;.\"");
    API.answers("/appeals", 403, "{\"detail\":\"Not for you.\"}");
    assertThat(support.get("/console/appeals").getStatusCode()).isEqualTo(403);
  }

  @Test
  void showsAdminsHowMuchComesBack() {
    API.answers(
        "/return-rates",
        200,
        """
        {"rates":[{"kind":"reason","of":"listing_gone","sold":30,"returned":2,"recalled":1},
          {"kind":"source","of":"fsbo","sold":30,"returned":2,"recalled":1}]}
        """);
    Visitor admin = signedIn("admin", "marketplace:read", "marketplace:admin");

    assertThat(admin.get("/console/return-rates").getBody())
        .contains("fsbo", "Listing gone", "6.7 %", "Nothing yet.");
    API.answers("/return-rates", 403, "{}");
    assertThat(admin.get("/console/return-rates").getStatusCode()).isEqualTo(403);
  }

  private static void returns() {
    API.answers(
        "/returns",
        200,
        """
        {"returns":[
          {"id":"return_1","line":"line_1","lead":"lead_01","headline":"House","reason":"duplicate",
           "state":"credited","credited":{"minorUnits":3400},"recalled":true,"appealable":false,
           "askedAt":"2026-11-22T12:00:00Z","because":[]},
          {"id":"return_2","line":"line_2","lead":"lead_02","headline":"Condo","reason":"bad_phone",
           "state":"refused","appealable":true,"askedAt":"2026-11-22T12:00:00Z",
           "because":[{"code":"private_number","text":"It is a private number."}]},
          {"id":"return_3","line":"line_3","lead":"lead_03","headline":"Loft","reason":"bored",
           "state":"waiting","appealable":false,"askedAt":"2026-11-22T12:00:00Z","because":[]},
          {"id":"return_4","line":"line_4","lead":"lead_04","headline":"Hut","reason":"fraud",
           "state":"appealed","appealable":false,"askedAt":"2026-11-22T12:00:00Z","because":[]}],
         "next":"2026-11-20T12:00:00Z"}
        """);
  }

  @Test
  void saysWhenMoneyCannotBeShown() {
    API.answers("/orders", 503, "{}");
    API.answers("/wallet", 200, "{}");
    API.answers("/wallet/movements", 503, "{}");
    API.answers("/cart", 503, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    for (String page : List.of("purchases", "wallet", "cart")) {
      assertThat(buyer.get("/console/" + page).getStatusCode()).as(page).isEqualTo(503);
    }
  }

  @Test
  void waitsForALeadThatOthersHoldAndWaitsNoLonger() {
    cart();
    String full = LEAD.formatted("").replace("\"free\":3", "\"free\":0,\"waiting\":2");
    API.answers("/leads/lead_01", 200, full);
    API.answers("/leads/lead_01/prices", 200, "{\"prices\":[]}");
    API.answers(
        "/waits",
        200,
        """
        {"waits":[{"lead":"lead_01","headline":"3-bedroom house","onSale":true,"ahead":2,
          "since":"2026-11-22T12:00:00Z"},{"lead":"lead_03","headline":"Condo by the sea",
          "onSale":false,"ahead":0,"since":"2026-11-22T12:01:00Z"}]}
        """);
    API.answers("/waits/lead_01", 200, "{\"ahead\":2}");
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    assertThat(buyer.get("/console/leads/lead_01").getBody())
        .contains("All of its slots are held, and 2 teams waiting", "Wait for it");
    assertThat(buyer.post("/console/cart/waits/lead_01", Map.of()).getHeaders())
        .containsEntry("location", "/console/cart");
    assertThat(API.calls().getLast().path()).isEqualTo("/waits/lead_01");
    assertThat(buyer.get("/console/cart").getBody())
        .contains("2 teams before yours", "Your team is next", "Wait no longer")
        .contains("(taken off sale)", "2026-11-22 12:01:00");
    assertThat(buyer.post("/console/cart/waits/lead_01/end", Map.of()).getStatusCode())
        .isEqualTo(303);
  }

  private static void cart() {
    API.answers("/waits", 200, "{\"waits\":[]}");
    API.answers(
        "/cart",
        200,
        """
        {"lines":[{"hold":{"id":"hold_1","lead":"lead_01","mode":"shared",
            "price":{"minorUnits":1250},"until":"2026-11-22T12:05:00Z","extensionsLeft":1},
            "headline":"3-bedroom house in Miami, FL","onSale":true},
          {"hold":{"id":"hold_2","lead":"lead_02","mode":"shared","price":{"minorUnits":900},
            "until":"2026-11-22T12:06:00Z","extensionsLeft":0},"headline":"Condo","onSale":false},
          {"hold":{"id":"hold_3","lead":"lead_03","mode":"shared","price":{"minorUnits":700},
            "until":"2026-11-22T12:40:00Z","extensionsLeft":0},"headline":"Loft","onSale":true,
            "payment":"payment_1"}],
         "total":{"minorUnits":1250}}
        """);
    API.answers("/wallet", 200, "{\"balance\":{\"minorUnits\":1249}}");
  }

  @Test
  void saysThatALeadIsNotThere() {
    API.answers(
        "/leads/nothing",
        404,
        "{\"title\":\"Not found\",\"detail\":\"There is no lead.\",\"correlationId\":\"cor_2\"}");

    APIGatewayV2HTTPResponse answer =
        signedIn("buyer", "marketplace:read").get("/console/leads/nothing");

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getBody()).contains("There is no lead.", "cor_2");
  }

  @Test
  void showsOperatorsWhatRuns() {
    API.answers(
        "http://admin/functions",
        200,
        "{\"functions\":[{\"function\":\"acquisition-parse-page\",\"invocations\":7,\"errors\":1,"
            + "\"failedMessages\":2}]}");
    API.answers(
        "http://admin/queues",
        200,
        "{\"queues\":[{\"function\":\"acquisition-parse-page\",\"depth\":5,\"inFlight\":3,"
            + "\"dead\":1}]}");
    API.answers(
        "http://admin/flow",
        200,
        "{\"hops\":[{\"time\":\"2026-11-01T12:00:00.123Z\",\"function\":\"acquisition-parse-page\","
            + "\"event\":\"PageFetched\",\"outcome\":\"done\",\"millis\":12.4,"
            + "\"correlationId\":\"cor_1\"}]}");
    API.answers(
        "http://admin/dead-letters/acquisition-parse-page",
        200,
        "{\"deadLetters\":[{\"event\":\"PageFetched\",\"correlationId\":\"cor_9\","
            + "\"body\":\"somebody's phone\",\"attributes\":{\"reason\":\"not an event\"}},"
            + "{\"event\":\"PageFetched\",\"correlationId\":\"cor_8\"}]}");

    API.answers(
        "http://admin/mail",
        200,
        "{\"letters\":[{\"to\":\"a@b.example\",\"subject\":\"Choose\",\"text\":\"Hello <Ann>\"}]}");

    String page =
        signedIn("admin", "platform:admin").get("/console/operations?correlation=cor_1").getBody();

    assertThat(API.calls())
        .extracting(FakeApi.Call::path)
        .contains("http://admin/flow?correlation=cor_1");
    assertThat(page)
        .contains("2026-11-01 12:00:00", "12 ms", "not an event", "Failed too often")
        .contains("Choose · a@b.example", "Hello &lt;Ann&gt;")
        .doesNotContain("somebody's phone");
  }

  @Test
  void showsOperatorsWhatIsNoEventOfOurs() {
    API.answers("http://admin/functions", 200, "{\"functions\":[]}");
    API.answers(
        "http://admin/queues",
        200,
        "{\"queues\":[{\"function\":\"acquisition-parse-page\",\"depth\":0,\"inFlight\":0,"
            + "\"dead\":1}]}");
    API.answers(
        "http://admin/flow",
        200,
        "{\"hops\":[{\"time\":\"2026-11-01T12:00:00Z\",\"function\":\"acquisition-parse-page\","
            + "\"event\":\"\",\"outcome\":\"failed\",\"millis\":1,\"correlationId\":\"\"}]}");
    API.answers(
        "http://admin/dead-letters/acquisition-parse-page",
        200,
        "{\"deadLetters\":[{\"event\":\"\",\"correlationId\":\"\",\"body\":\"nonsense\"}]}");
    API.answers("http://admin/mail", 200, "{\"letters\":[]}");

    String page = signedIn("admin", "platform:admin").get("/console/operations").getBody();

    assertThat(page)
        .contains("2026-11-01 12:00:00", "It is no event of ours.")
        .doesNotContain("correlation=\"", "<code></code>");
  }

  @Test
  void keepsOperationsFromEverybodyElse() {
    assertThat(signedIn("buyer", "marketplace:read").get("/console/operations").getStatusCode())
        .isEqualTo(403);
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

  private Visitor signedIn(String role, String... scopes) {
    return visitor.with("__Host-session", ISSUER.token(role, scopes));
  }
}
