package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.Totp;
import com.aiqleads.platform.TotpSecret;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInHandlerTest {

  @RegisterExtension static final SignInFunction function = new SignInFunction();

  private static final String PASSWORD = Visitor.PASSWORD;
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final SettableClock clock = function.clock();
  private final Members members = function.bean(Members.class);
  private final SecondFactors factors = function.bean(SecondFactors.class);

  @Test
  void registersSignsInAndSaysWho() {
    Visitor ann = function.somebodyNew();

    APIGatewayV2HTTPResponse registered = ann.register();
    APIGatewayV2HTTPResponse signedIn = ann.signIn(PASSWORD);
    APIGatewayV2HTTPResponse me = ann.me(ann.text(signedIn, "accessToken"));

    assertThat(registered.getStatusCode()).isEqualTo(202);
    assertThat(registered.getBody()).isEqualTo("{\"status\":\"received\"}");
    assertThat(signedIn.getStatusCode()).isEqualTo(201);
    assertThat(signedIn.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(ann.text(signedIn, "tokenType")).isEqualTo("Bearer");
    assertThat(ann.text(signedIn, "expiresAt"))
        .isEqualTo(clock.instant().plus(AccessClaims.LIFETIME).toString());
    assertThat(me.getStatusCode()).isEqualTo(200);
    assertThat(ann.text(me, "email")).isEqualTo(ann.email());
    assertThat(me.getBody()).contains("\"roles\":[\"buyer\"]");
  }

  @Test
  void answersTheSameToAWrongPasswordAndAnUnknownAddress() {
    Visitor ann = function.somebodyNew();

    APIGatewayV2HTTPResponse unknown = ann.signIn(PASSWORD);
    ann.register();
    APIGatewayV2HTTPResponse wrong = ann.signIn("seven red lamps");

    assertThat(unknown.getStatusCode()).isEqualTo(401);
    assertThat(ann.text(unknown, "code")).isEqualTo("wrong-credentials");
    assertThat(ann.withoutId(wrong)).isEqualTo(ann.withoutId(unknown));
  }

  @Test
  void refreshesOnceForEachToken() {
    Visitor ann = function.somebodyNew();

    ann.register();
    String first = ann.text(ann.signIn(PASSWORD), "refreshToken");

    APIGatewayV2HTTPResponse refreshed = ann.refresh(first);
    String second = ann.text(refreshed, "refreshToken");

    assertThat(refreshed.getStatusCode()).isEqualTo(200);
    assertThat(ann.me(ann.text(refreshed, "accessToken")).getStatusCode()).isEqualTo(200);
    assertThat(ann.text(ann.refresh(first), "code")).isEqualTo("renewed-elsewhere");
    clock.pass(RefreshFamilies.GRACE);
    assertThat(ann.refresh(first).getStatusCode()).isEqualTo(401);
    assertThat(ann.text(ann.refresh(second), "code")).isEqualTo("refresh-token-refused");
  }

  @Test
  void givesTheNextTokenAgainToWhoeverLostTheAnswer() {
    Visitor ann = function.somebodyNew();
    ann.register();
    String first = ann.text(ann.signIn(PASSWORD), "refreshToken");
    String key = UUID.randomUUID().toString();

    APIGatewayV2HTTPResponse lost = ann.refreshOnce(first, key);
    clock.pass(RefreshFamilies.GRACE);
    APIGatewayV2HTTPResponse again = ann.refreshOnce(first, key);

    assertThat(again.getBody()).isEqualTo(lost.getBody());
    assertThat(again.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(ann.refresh(ann.text(again, "refreshToken")).getStatusCode()).isEqualTo(200);
  }

  @Test
  void signsOut() {
    Visitor ann = function.somebodyNew();

    ann.register();
    String token = ann.text(ann.signIn(PASSWORD), "refreshToken");

    APIGatewayV2HTTPResponse answer = ann.signOut(token);

    assertThat(answer.getStatusCode()).isEqualTo(204);
    assertThat(ann.refresh(token).getStatusCode()).isEqualTo(401);
  }

  @Test
  void knowsNobodyWithoutAToken() {
    Visitor ann = function.somebodyNew();

    assertThat(ann.me("").getStatusCode()).isEqualTo(401);
    assertThat(ann.me("nonsense").getStatusCode()).isEqualTo(401);
  }

  @Test
  void knowsNobodyAfterFifteenMinutes() {
    Visitor ann = function.somebodyNew();

    ann.register();
    String token = ann.text(ann.signIn(PASSWORD), "accessToken");

    clock.pass(AccessClaims.LIFETIME);
    int atTheEnd = ann.me(token).getStatusCode();
    clock.pass(SKEW);

    assertThat(atTheEnd).isEqualTo(200);
    assertThat(ann.me(token).getStatusCode()).isEqualTo(401);
  }

  @Test
  void asksForPatienceAfterTenWrongPasswords() {
    Visitor ann = function.somebodyNew();

    ann.register();
    for (int attempt = 0; attempt < Limit.WRONG_PASSWORDS.max(); attempt++) {
      assertThat(ann.signIn("seven red lamps").getStatusCode()).isEqualTo(401);
    }

    APIGatewayV2HTTPResponse answer = ann.signIn(PASSWORD);

    assertThat(answer.getStatusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.getHeaders().get("retry-after"))).isBetween(1, 900);
    assertThat(ann.elsewhere().signIn(PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void asksAnAddressForPatienceWhoeverItSignsInAs() {
    Visitor ann = function.somebodyNew();

    for (int attempt = 0; attempt < Limit.HASHED_PASSWORDS.max(); attempt++) {
      assertThat(ann.as("nobody" + attempt + "@buyers.example").signIn(PASSWORD).getStatusCode())
          .isEqualTo(401);
    }

    assertThat(ann.signIn(PASSWORD).getStatusCode()).isEqualTo(429);
    assertThat(ann.register().getStatusCode()).isEqualTo(429);
    assertThat(ann.elsewhere().register().getStatusCode()).isEqualTo(202);
  }

  @Test
  void asksForACodeWhereThereIsASecondFactor() {
    Visitor ann = function.somebodyNew();
    ann.register();
    UserId user = function.userOf(ann);
    TotpSecret secret = TotpSecret.next();
    factors.enrol(user, secret, 0, RecoveryCode.next(), aFamily());
    String body = "{\"challenge\":\"%s\",\"code\":\"%s\"}";

    APIGatewayV2HTTPResponse owed = ann.signIn(PASSWORD);
    String challenge = ann.text(owed, "challenge");
    APIGatewayV2HTTPResponse wrong =
        ann.post("/sessions/second-factor", body.formatted(challenge, "000000"));
    APIGatewayV2HTTPResponse right =
        ann.post(
            "/sessions/second-factor",
            body.formatted(challenge, Totp.code(secret, clock.instant())));
    APIGatewayV2HTTPResponse again =
        ann.post("/sessions/second-factor", body.formatted(challenge, "000000"));

    assertThat(owed.getStatusCode()).isEqualTo(202);
    assertThat(owed.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(ann.text(wrong, "code")).isEqualTo("wrong-code");
    assertThat(right.getStatusCode()).isEqualTo(201);
    assertThat(ann.me(ann.text(right, "accessToken")).getStatusCode()).isEqualTo(200);
    assertThat(ann.text(again, "code")).isEqualTo("challenge-refused");
  }

  @Test
  void asksForPatienceAfterFiveWrongCodes() {
    Visitor ann = function.somebodyNew();
    ann.register();
    factors.enrol(function.userOf(ann), TotpSecret.next(), 0, RecoveryCode.next(), aFamily());
    String body =
        "{\"challenge\":\"%s\",\"code\":\"000000\"}"
            .formatted(ann.text(ann.signIn(PASSWORD), "challenge"));
    for (int attempt = 0; attempt < Limit.CODES.max(); attempt++) {
      ann.post("/sessions/second-factor", body);
    }

    assertThat(ann.post("/sessions/second-factor", body).getStatusCode()).isEqualTo(429);
  }

  @Test
  void letsAnAdminWithoutASecondFactorDoNothingElse() {
    Visitor ada = function.somebodyNew();
    members.add(
        aMember(ada.email(), Role.ADMIN), new CheapPasswords().hash(new Password(PASSWORD)));

    APIGatewayV2HTTPResponse session = ada.signIn(PASSWORD);
    APIGatewayV2HTTPResponse me = ada.me(ada.text(session, "accessToken"));

    assertThat(ada.text(session, "mustEnrol")).isEqualTo("true");
    assertThat(me.getBody()).contains("\"roles\":[\"admin\"]").doesNotContain("platform:admin");
  }

  @Test
  void goesOnInAnotherTeam() {
    Visitor ann = function.somebodyNew();
    Visitor bob = function.somebodyNew();
    ann.register();
    bob.register();
    TeamId bobs = members.of(function.userOf(bob)).orElseThrow().team().id();
    members.join(bobs, function.userOf(ann), Set.of(Role.ANALYST));
    APIGatewayV2HTTPResponse first = ann.signIn(PASSWORD);
    String token = ann.text(first, "accessToken");
    String body = "{\"team\":\"%s\",\"refreshToken\":\"%s\"}";
    String choice = body.formatted(bobs, ann.text(first, "refreshToken"));

    APIGatewayV2HTTPResponse second = ann.post("/sessions/team", choice, token);
    APIGatewayV2HTTPResponse foreign =
        ann.post(
            "/sessions/team",
            body.formatted(
                members.of(function.userOf(ann)).orElseThrow().team().id(),
                bob.text(bob.signIn(PASSWORD), "refreshToken")),
            token);

    assertThat(second.getStatusCode()).isEqualTo(200);
    assertThat(ann.me(ann.text(second, "accessToken")).getBody())
        .contains("\"team\":{\"id\":\"" + bobs.text())
        .contains("\"roles\":[\"analyst\"]");
    assertThat(foreign.getStatusCode()).isEqualTo(403);
    assertThat(ann.text(foreign, "code")).isEqualTo("team-refused");
    assertThat(ann.post("/sessions/team", "{}", token).getStatusCode()).isEqualTo(400);
  }

  @Test
  void startsFromItsEnvironmentAlone() {
    assertThat(new SignInHandler().getApplicationContext().isRunning()).isTrue();
  }
}
