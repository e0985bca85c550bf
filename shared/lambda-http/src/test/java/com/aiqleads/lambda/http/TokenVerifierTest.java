package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.micronaut.security.authentication.Authentication;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

  private static final FakeIssuer ISSUER = new FakeIssuer();

  private final TokenVerifier verifier = verifierOf(ISSUER.address());

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  static Stream<UnaryOperator<JWTClaimsSet.Builder>> wrongClaims() {
    return Stream.of(
        claims -> claims.issuer("https://other"),
        claims -> claims.audience("other"),
        claims -> claims.audience((String) null),
        claims -> claims.subject(null),
        claims -> claims.subject("ann"),
        claims -> claims.claim("team", null),
        claims -> claims.claim("team", "lead_0J43GV5GYMFSFRMTVWHPEGYR9B"),
        claims -> claims.issueTime(null),
        claims -> claims.expirationTime(null),
        claims -> claims.expirationTime(secondsFromNow(-6)),
        claims -> claims.notBeforeTime(secondsFromNow(30)));
  }

  @Test
  void knowsWhoeverHasATokenOfOurs() {
    Caller caller = Callers.of(verifier.verify(ISSUER.token(claims -> claims)).orElseThrow());

    assertThat(caller.roles()).containsExactly("buyer");
    assertThat(caller.scopes()).containsExactlyInAnyOrder("marketplace:read", "marketplace:write");
    assertThat(caller.may("marketplace:read")).isTrue();
    assertThat(caller.may("platform:admin")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("wrongClaims")
  void refusesAWrongClaim(UnaryOperator<JWTClaimsSet.Builder> change) {
    assertThat(verifier.verify(ISSUER.token(change))).isEmpty();
  }

  @Test
  void forgivesFiveSeconds() {
    assertThat(verifier.verify(ISSUER.token(c -> c.expirationTime(secondsFromNow(-3)))))
        .isPresent();
  }

  @Test
  void takesATokenWithoutRolesForOneThatMayNothing() {
    String token = ISSUER.token(claims -> claims.claim("roles", null).claim("scope", null));

    Caller caller = Callers.of(verifier.verify(token).orElseThrow());

    assertThat(caller.roles()).isEmpty();
    assertThat(caller.scopes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b.c", "e30.e30.", "x"})
  void refusesWhatIsNoToken(String token) {
    assertThat(verifier.verify(token)).isEmpty();
  }

  @Test
  void refusesATokenWithoutSignatureOrKeyIdOrOfAnotherAlgorithm() {
    JWTClaimsSet claims = new JWTClaimsSet.Builder().subject("a").build();
    UnaryOperator<JWTClaimsSet.Builder> same = unchanged -> unchanged;

    assertThat(verifier.verify(new PlainJWT(claims).serialize())).isEmpty();
    assertThat(verifier.verify(ISSUER.token(new JWSHeader.Builder(JWSAlgorithm.RS256), same)))
        .isEmpty();
    assertThat(
            verifier.verify(
                ISSUER.token(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("key-1"), same)))
        .isEmpty();
    assertThat(
            verifier.verify(
                ISSUER.token(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-9"), same)))
        .isEmpty();
  }

  @Test
  void refusesASignatureOfSomebodyElse() {
    try (FakeIssuer other = new FakeIssuer()) {
      String token = other.token(claims -> claims.issuer(ISSUER.address()));

      assertThat(verifier.verify(token)).isEmpty();
    }
  }

  @Test
  void asksForTheKeysOnce() {
    try (FakeIssuer issuer = new FakeIssuer()) {
      TokenVerifier fresh = verifierOf(issuer.address());
      String token = issuer.token(claims -> claims);

      IntStream.range(0, 8)
          .mapToObj(_ -> CompletableFuture.supplyAsync(() -> fresh.verify(token)))
          .toList()
          .forEach(verified -> assertThat(verified.join()).isPresent());

      assertThat(issuer.timesAsked()).isEqualTo(1);
    }
  }

  @Test
  void learnsANewKeyAndIsNotMadeToAskForever() {
    try (FakeIssuer issuer = new FakeIssuer()) {
      TokenVerifier fresh = verifierOf(issuer.address());
      fresh.verify(issuer.token(claims -> claims));
      issuer.rotate("key-2");

      assertThat(fresh.verify(issuer.token(claims -> claims))).isPresent();
      for (int attempt = 0; attempt < 20; attempt++) {
        String unknown =
            issuer.token(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown-" + attempt), c -> c);
        assertThat(fresh.verify(unknown)).isEmpty();
      }

      assertThat(issuer.timesAsked()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void saysThatItCannotTellWhenTheIssuerIsDown() {
    try (FakeIssuer issuer = new FakeIssuer()) {
      issuer.goDown();
      TokenVerifier fresh = verifierOf(issuer.address());
      String token = issuer.token(claims -> claims);

      assertThatThrownBy(() -> fresh.verify(token))
          .isInstanceOf(TokenVerifier.KeysUnavailable.class);
    }
  }

  @Test
  void readsTheKeysWhereItIsTold() {
    try (FakeIssuer issuer = new FakeIssuer()) {
      IssuerSettings elsewhere =
          new IssuerSettings("https://issuer.example", issuer.address() + "/.well-known/jwks.json");
      TokenVerifier verifier = new TokenVerifier(elsewhere, InstantSource.system());

      assertThat(verifier.verify(issuer.token(c -> c.issuer("https://issuer.example"))))
          .isPresent();
      assertThat(verifier.verify(issuer.token(claims -> claims))).isEmpty();
    }
  }

  @Test
  void wantsAnIssuerThatIsAnAddress() {
    assertThatThrownBy(() -> verifierOf("nowhere:x")).hasMessageContaining("AIQLEADS_ISSUER");
  }

  @Test
  void readsCallersWhoseClaimsAreOdd() {
    assertThat(
            Callers.of(
                    Authentication.build(
                        "user_0J43GV5GYMFSFRMTVWHPEGYR9B",
                        Map.of("team", "team_0J43GV5GYMFSFRMTVWHPEGYR9B", "roles", 7)))
                .roles())
        .isEmpty();
  }

  private static TokenVerifier verifierOf(String issuer) {
    return new TokenVerifier(new IssuerSettings(issuer, null), InstantSource.system());
  }

  private static Date secondsFromNow(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
