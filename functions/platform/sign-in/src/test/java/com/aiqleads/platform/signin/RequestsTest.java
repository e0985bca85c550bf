package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.WrongField;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.RefreshToken;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final String PASSWORD = "seven green lamps";

  @Test
  void registrationsNameEveryWrongField() {
    assertThat(wrong(() -> new RegistrationRequest("ann", "short", " ", "<b>x</b>").checked()))
        .extracting(WrongField::field, WrongField::message)
        .containsExactlyInAnyOrder(
            tuple("email", "must be a mail address"),
            tuple("name", Name.RULE),
            tuple("teamName", Name.RULE),
            tuple("password", "must have at least 12 characters"));
  }

  @Test
  void registrationsNameEveryMissingField() {
    assertThat(wrong(() -> new RegistrationRequest(null, null, "", null).checked()))
        .containsExactlyInAnyOrder(
            new WrongField("email", "is required"),
            new WrongField("password", "is required"),
            new WrongField("name", "is required"));
  }

  @Test
  void registrationsRefuseAPasswordWithTheMailboxInIt() {
    assertThat(
            wrong(
                () ->
                    new RegistrationRequest("annabel@b.example", "annabel annabel", "Ann", null)
                        .checked()))
        .containsExactly(new WrongField("password", "must not contain the mail address"));
  }

  @Test
  void aTeamIsCalledAsThePersonUnlessItHasAName() {
    Registration unnamed =
        new RegistrationRequest("ann@b.example", PASSWORD, "Ann", null).checked();
    Registration named =
        new RegistrationRequest("ann@b.example", PASSWORD, "Ann", "Lakeside").checked();

    assertThat(unnamed.team().value()).isEqualTo("Ann");
    assertThat(named.team().value()).isEqualTo("Lakeside");
  }

  @Test
  void sessionsNameEveryWrongField() {
    assertThat(wrong(() -> new SessionRequest("@", null).checked()))
        .containsExactly(
            new WrongField("email", "must be a mail address"),
            new WrongField("password", "is required"));
  }

  @Test
  void sessionsTakePasswordsOfUpTo128Characters() {
    assertThat(new SessionRequest("ann@b.example", "x".repeat(128)).checked().password().value())
        .hasSize(128);
    assertThat(wrong(() -> new SessionRequest("ann@b.example", "x".repeat(129)).checked()))
        .containsExactly(new WrongField("password", "must have at most 128 characters"));
  }

  @Test
  void refreshesTakeARefreshToken() {
    RefreshToken token = RefreshToken.random(aFamily());

    assertThat(new RefreshRequest(token.text()).checked()).isEqualTo(token);
    assertThat(wrong(() -> new RefreshRequest("nonsense").checked()))
        .containsExactly(new WrongField("refreshToken", "must be a refresh token"));
    assertThat(wrong(() -> new RefreshRequest(null).checked()))
        .containsExactly(new WrongField("refreshToken", "is required"));
  }

  @Test
  void lettersAreAskedForByAMailAddressAndAnsweredWithTheirToken() {
    String token = RandomSecret.next().value();

    assertThat(new LetterRequest("ann@b.example").checked().address()).isEqualTo("ann@b.example");
    assertThat(wrong(() -> new LetterRequest("ann").checked()))
        .containsExactly(new WrongField("email", "must be a mail address"));
    assertThat(new ConfirmationRequest(token).checked().value()).isEqualTo(token);
    assertThat(wrong(() -> new ConfirmationRequest("x").checked()))
        .containsExactly(new WrongField("token", "must be the token of a letter"));
    assertThat(wrong(() -> new NewPasswordRequest("x", null).checked()))
        .extracting(WrongField::field)
        .containsExactly("token", "newPassword");
  }

  @Test
  void secondStepsTakeAChallengeAndACode() {
    String challenge = RandomSecret.next().value();

    assertThat(new SecondFactorRequest(challenge, "123 456").checked().code()).isEqualTo("123456");
    assertThat(wrong(() -> new SecondFactorRequest("x", "9".repeat(33)).checked()))
        .containsExactly(
            new WrongField("challenge", "must be the challenge of a sign-in"),
            new WrongField("code", "must be a code of the app or for recovery"));
    assertThat(new SecondFactorRequest(challenge, "9".repeat(32)).checked().code()).hasSize(32);
  }

  @Test
  void returnsFromAProviderCarryWhatTheProviderSent() {
    String secret = RandomSecret.next().value();

    assertThat(new ReturnRequest("acme", secret, secret, "c", null).checked().code()).contains("c");
    assertThat(new ReturnRequest("acme", secret, secret, null, "https://i").checked().issuer())
        .contains("https://i");
    assertThat(wrong(() -> new ReturnRequest("Acme", "x", null, "\n", "").checked()))
        .containsExactlyInAnyOrder(
            new WrongField("provider", "must be the id of a provider"),
            new WrongField("state", "must be the state of a departure"),
            new WrongField("browser", "is required"),
            new WrongField("code", "must be as the provider sent it"),
            new WrongField("iss", "must be as the provider sent it"));
    assertThat(wrong(() -> new ConnectRequest("x", "p".repeat(1_001)).checked()))
        .extracting(WrongField::field)
        .containsExactly("challenge", "password");
  }

  @Test
  void hideWhatTheyCarry() {
    assertThat(new ReturnRequest("acme", "secret", "secret", "secret", null).toString())
        .doesNotContain("secret");
    assertThat(new ConnectRequest("secret", PASSWORD).toString())
        .doesNotContain("secret")
        .doesNotContain(PASSWORD);
    assertThat(new ProviderViews.DepartureView("secret", "secret", 1).toString())
        .doesNotContain("secret");
    assertThat(new ChallengeView("secret", "code", 1).toString()).doesNotContain("secret");
    assertThat(new TeamRequest("team", "secret").toString()).doesNotContain("secret");
    assertThat(new TokenRequest("secret").toString()).doesNotContain("secret");
    assertThat(new SecondFactorRequest("secret", "123456").toString())
        .doesNotContain("secret")
        .doesNotContain("123456");
    assertThat(new LetterRequest("ann@b.example").toString()).doesNotContain("ann");
    assertThat(new ConfirmationRequest("secret").toString()).doesNotContain("secret");
    assertThat(new NewPasswordRequest("secret", PASSWORD).toString())
        .doesNotContain("secret")
        .doesNotContain(PASSWORD);
    assertThat(new RegistrationRequest("ann@b.example", PASSWORD, "Ann", null).toString())
        .doesNotContain(PASSWORD)
        .doesNotContain("ann");
    assertThat(new SessionRequest("ann@b.example", PASSWORD).toString()).doesNotContain(PASSWORD);
    assertThat(new RefreshRequest("secret").toString()).doesNotContain("secret");
  }

  private static List<WrongField> wrong(ThrowingCallable call) {
    return catchThrowableOfType(BadInput.class, call).wrongFields();
  }
}
