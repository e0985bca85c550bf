package com.aiqleads.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailTokens;
import com.aiqleads.platform.RandomSecret;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LetterDeskTest {

  @RegisterExtension static final SignInFunction function = new SignInFunction();

  private static final String PASSWORD = Visitor.PASSWORD;
  private static final String LETTERS = "aiqleads-local-platform-send-mail";

  private final SettableClock clock = function.clock();
  private final FakeQueues queues = function.queues();
  private final MailTokens tokens = function.bean(MailTokens.class);

  @Test
  void asksForALetterAndSaysNothingAboutWhoIsKnown() {
    Visitor ann = function.somebodyNew();
    ann.register();

    for (String path : List.of("/password-resets", "/email-confirmations")) {
      APIGatewayV2HTTPResponse known = ann.post(path, "{\"email\":\"%s\"}".formatted(ann.email()));
      APIGatewayV2HTTPResponse unknown =
          ann.post(path, "{\"email\":\"x%s\"}".formatted(ann.email()));

      assertThat(known.getStatusCode()).isEqualTo(202);
      assertThat(unknown.getStatusCode()).isEqualTo(202);
      assertThat(unknown.getBody()).isEqualTo(known.getBody());
    }
    assertThat(queues.bodiesSentTo(LETTERS))
        .filteredOn(body -> body.contains(ann.email()))
        .hasSize(5)
        .allMatch(body -> body.contains("MailRequested"));
  }

  @Test
  void confirmsAnAddressWithTheTokenOfALetter() {
    Visitor ann = function.somebodyNew();
    ann.register();
    RandomSecret secret = letterTo(ann, MailKind.CONFIRM_EMAIL);
    String body = "{\"token\":\"%s\"}".formatted(secret.value());

    String token = ann.text(ann.signIn(PASSWORD), "accessToken");

    assertThat(ann.put("/email-confirmations", body, token).getStatusCode()).isEqualTo(204);
    assertThat(ann.problem(ann.put("/email-confirmations", body, token)))
        .isEqualTo("422 token-refused");

    assertThat(ann.text(ann.me(token), "emailConfirmed")).isEqualTo("true");
  }

  @Test
  void confirmsAnAddressForNobodyButWhoeverIsSignedInToTheAccount() {
    Visitor ann = function.somebodyNew();
    Visitor bob = function.somebodyNew();
    ann.register();
    bob.register();
    RandomSecret secret = letterTo(ann, MailKind.CONFIRM_EMAIL);
    String body = "{\"token\":\"%s\"}".formatted(secret.value());
    String anns = ann.text(ann.signIn(PASSWORD), "accessToken");
    String bobs = bob.text(bob.signIn(PASSWORD), "accessToken");

    assertThat(ann.put("/email-confirmations", body).getStatusCode()).isEqualTo(401);
    assertThat(bob.problem(bob.put("/email-confirmations", body, bobs)))
        .isEqualTo("422 token-refused");
    assertThat(ann.text(ann.me(anns), "emailConfirmed")).isEqualTo("false");
    assertThat(bob.text(bob.me(bobs), "emailConfirmed")).isEqualTo("false");

    assertThat(ann.put("/email-confirmations", body, anns).getStatusCode()).isEqualTo(204);
  }

  /// Whoever registered with the address can sign in; the letter goes to whoever reads its mail.
  @Test
  void leavesAnAccountToNobodyWhoHasNotBothItsPasswordAndItsMail() {
    Visitor stranger = function.somebodyNew();
    Visitor owner = stranger.elsewhere();
    stranger.register();
    RandomSecret confirmation = letterTo(owner, MailKind.CONFIRM_EMAIL);
    RandomSecret reset = letterTo(owner, MailKind.RESET_PASSWORD);

    String token = "{\"token\":\"%s\"}".formatted(confirmation.value());
    String next =
        "{\"token\":\"%s\",\"newPassword\":\"eight blue lamps\"}".formatted(reset.value());
    assertThat(owner.put("/email-confirmations", token).getStatusCode()).isEqualTo(401);
    assertThat(owner.put("/password-resets", next).getStatusCode()).isEqualTo(204);

    assertThat(stranger.signIn(PASSWORD).getStatusCode()).isEqualTo(401);
    String taken = owner.text(owner.signIn("eight blue lamps"), "accessToken");
    assertThat(owner.text(owner.me(taken), "emailConfirmed")).isEqualTo("true");
  }

  @Test
  void resetsAPasswordWithTheTokenOfALetter() {
    Visitor ann = function.somebodyNew();
    ann.register();
    String before = ann.text(ann.signIn(PASSWORD), "refreshToken");
    clock.pass(Duration.ofSeconds(1));
    RandomSecret secret = letterTo(ann, MailKind.RESET_PASSWORD);
    String body = "{\"token\":\"%s\",\"newPassword\":\"%s\"}";

    APIGatewayV2HTTPResponse weak =
        ann.put("/password-resets", body.formatted(secret.value(), "short"));
    APIGatewayV2HTTPResponse good =
        ann.put("/password-resets", body.formatted(secret.value(), "eight blue lamps"));
    APIGatewayV2HTTPResponse again =
        ann.put("/password-resets", body.formatted(secret.value(), "nine black lamps"));

    assertThat(weak.getStatusCode()).isEqualTo(400);
    assertThat(good.getStatusCode()).isEqualTo(204);
    assertThat(again.getStatusCode()).isEqualTo(422);
    assertThat(ann.signIn(PASSWORD).getStatusCode()).isEqualTo(401);
    assertThat(ann.signIn("eight blue lamps").getStatusCode()).isEqualTo(201);
    assertThat(ann.refresh(before).getStatusCode()).isEqualTo(401);
  }

  @Test
  void asksForNoLetterBeyondTheLimitAndAnswersTheSame() {
    Visitor ann = function.somebodyNew();
    String body = "{\"email\":\"%s\"}".formatted(ann.email());
    for (int letter = 0; letter <= Limit.LETTERS.max(); letter++) {
      assertThat(ann.post("/password-resets", body).getStatusCode()).isEqualTo(202);
    }
    for (int letter = 0; letter <= Limit.LETTERS.max(); letter++) {
      assertThat(ann.register().getStatusCode()).isEqualTo(202);
      assertThat(ann.post("/email-confirmations", body).getStatusCode()).isEqualTo(202);
    }

    assertThat(queues.bodiesSentTo(LETTERS))
        .filteredOn(letter -> letter.contains(ann.email()))
        .hasSize(2 * Limit.LETTERS.max());
    assertThat(ann.signIn(PASSWORD).getStatusCode()).isEqualTo(201);
  }

  private RandomSecret letterTo(Visitor ann, MailKind kind) {
    RandomSecret secret = RandomSecret.next();
    tokens.add(secret, kind, function.userOf(ann), clock.instant().plus(kind.lifetime()));
    return secret;
  }
}
