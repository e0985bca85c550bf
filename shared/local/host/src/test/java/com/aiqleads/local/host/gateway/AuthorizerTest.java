package com.aiqleads.local.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.gateway.Authorizer.Decision;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.manifest.RouteAccess;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizerTest {

  private static final String ISSUER = "http://127.0.0.1:8080";
  private static final long NOW = Instant.parse("2026-11-20T10:00:00Z").getEpochSecond();
  private static final RouteAccess READ = new RouteAccess.Scope("marketplace", "read");
  private static final RouteAccess WRITE = new RouteAccess.Scope("marketplace", "write");
  private static final Tokens TOKENS = new Tokens();

  private final Authorizer authorizer =
      new Authorizer(
          new Jwks(TOKENS::jwks, () -> Instant.ofEpochSecond(NOW)),
          ISSUER,
          () -> Instant.ofEpochSecond(NOW));

  @Test
  void letsAValidTokenWithTheScopeIn() {
    Decision decision = decide(READ, "Bearer " + TOKENS.token(claims()));

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Allowed.class,
            allowed -> {
              assertThat(allowed.claims().path("sub").asText()).isEqualTo("user_1");
              assertThat(allowed.scopes()).containsExactly("marketplace:read");
            });
    assertThat(decide(READ, TOKENS.token(claims()))).isInstanceOf(Decision.Allowed.class);
  }

  @Test
  void forbidsATokenWithoutTheScope() {
    assertThat(decide(WRITE, "Bearer " + TOKENS.token(claims())))
        .isInstanceOf(Decision.Forbidden.class);
  }

  @Test
  void asksForNoScopeWhereBeingSignedInIsEnough() {
    ObjectNode claims = claims();
    claims.remove("scope");

    assertThat(decide(new RouteAccess.SignedIn(), "Bearer " + TOKENS.token(claims)))
        .isInstanceOf(Decision.Allowed.class);
    assertThat(authorizer.decide(new RouteAccess.SignedIn(), Optional.empty()))
        .isInstanceOf(Decision.Unauthorized.class);
  }

  @Test
  void leavesPublicRoutesAndPagesToTheirFunctions() {
    assertThat(decide(new RouteAccess.Public(), "nonsense")).isInstanceOf(Decision.Open.class);
    assertThat(decide(new RouteAccess.Session(), "nonsense")).isInstanceOf(Decision.Open.class);
  }

  static Stream<Arguments> goodVariations() {
    return Stream.of(
        claims("scopes in scp", c -> without(c, "scope").put("scp", "a:read marketplace:read")),
        claims("aud as a list", c -> c.set("aud", Json.array().add("other").add("aiqleads"))),
        claims("client_id without aud", c -> without(c, "aud").put("client_id", "aiqleads")),
        claims("exp one second ahead", c -> c.put("exp", NOW + 1)),
        claims("nbf now", c -> c.put("nbf", NOW)),
        claims("iat now", c -> c.put("iat", NOW)),
        claims("neither nbf nor iat", c -> without(without(c, "nbf"), "iat")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodVariations")
  void accepts(String name, UnaryOperator<ObjectNode> change) {
    String token = TOKENS.token(change.apply(claims()));

    assertThat(decide(READ, "Bearer " + token)).isInstanceOf(Decision.Allowed.class);
  }

  static Stream<Arguments> badClaims() {
    return Stream.of(
        claims("another issuer", c -> c.put("iss", "http://elsewhere")),
        claims("no issuer", c -> without(c, "iss")),
        claims("another audience", c -> c.put("aud", "other")),
        claims(
            "another audience but our client", c -> c.put("aud", "o").put("client_id", "aiqleads")),
        claims("a list without us", c -> c.set("aud", Json.array().add("other"))),
        claims("no audience", c -> without(c, "aud")),
        claims("expired now", c -> c.put("exp", NOW)),
        claims("no expiry", c -> without(c, "exp")),
        claims("expiry as text", c -> c.put("exp", String.valueOf(NOW + 60))),
        claims("not valid yet", c -> c.put("nbf", NOW + 1)),
        claims("made in the future", c -> c.put("iat", NOW + 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badClaims")
  void refusesClaims(String name, UnaryOperator<ObjectNode> change) {
    String token = TOKENS.token(change.apply(claims()));

    assertThat(decide(READ, "Bearer " + token)).isInstanceOf(Decision.Unauthorized.class);
  }

  static Stream<Arguments> badTokens() {
    String good = TOKENS.token(claims());
    String[] parts = good.split("\\.");
    String none = Tokens.part(Json.object().put("alg", "none").put("kid", Tokens.KEY_ID));
    ObjectNode changed = claims().put("sub", "user_2");
    return Stream.of(
        Arguments.of("no token at all", ""),
        Arguments.of("two parts", parts[0] + "." + parts[1]),
        Arguments.of("no signature", parts[0] + "." + parts[1] + "."),
        Arguments.of("algorithm none", none + "." + parts[1] + "."),
        Arguments.of("changed claims", parts[0] + "." + Tokens.part(changed) + "." + parts[2]),
        Arguments.of("not base64", "?.?.?"),
        Arguments.of("not JSON", "YWI.YWI.YWI"),
        Arguments.of("HS256", header("HS256", Tokens.KEY_ID)),
        Arguments.of("RS384", header("RS384", Tokens.KEY_ID)),
        Arguments.of("unknown key", header("RS256", "key-2")),
        Arguments.of("key of another kind", header("RS256", "other")),
        Arguments.of("signed by somebody else", new Tokens().token(claims())),
        Arguments.of("no key id", TOKENS.token(Json.object().put("alg", "RS256"), claims())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void refusesTokens(String name, String token) {
    assertThat(decide(READ, "Bearer " + token)).isInstanceOf(Decision.Unauthorized.class);
  }

  private static String header(String algorithm, String keyId) {
    return TOKENS.token(Json.object().put("alg", algorithm).put("kid", keyId), claims());
  }

  private static Arguments claims(String name, UnaryOperator<ObjectNode> change) {
    return Arguments.of(name, change);
  }

  private static ObjectNode without(ObjectNode claims, String name) {
    claims.remove(name);
    return claims;
  }

  private static ObjectNode claims() {
    return Json.object()
        .put("iss", ISSUER)
        .put("aud", "aiqleads")
        .put("sub", "user_1")
        .put("scope", "careers:read marketplace:read")
        .put("iat", NOW - 10)
        .put("nbf", NOW - 10)
        .put("exp", NOW + 900);
  }

  private Decision decide(RouteAccess access, String authorization) {
    return authorizer.decide(access, Optional.of(authorization));
  }
}
