package com.aiqleads.authorization;

import com.aiqleads.lambda.http.FakeIssuer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Tokens with every scope that nobody may come in with.
final class Attack {

  private static final String ALL_SCOPES = Roles.allScopes();

  private Attack() {}

  /// By what is wrong with them.
  static Map<String, String> tokens(FakeIssuer issuer, FakeIssuer stranger) {
    return Map.ofEntries(
        Map.entry("that is none", "not-a-token"),
        Map.entry("expired", issuer.token(almighty(claims -> claims.expirationTime(in(-3600))))),
        Map.entry("of the future", issuer.token(almighty(c -> c.notBeforeTime(in(3600))))),
        Map.entry("for another audience", issuer.token(almighty(c -> c.audience("another")))),
        Map.entry("for no audience", issuer.token(almighty(c -> c.audience((String) null)))),
        Map.entry("of another issuer", issuer.token(almighty(c -> c.issuer("https://evil")))),
        Map.entry("without an end", issuer.token(almighty(c -> c.expirationTime(null)))),
        Map.entry("without a team", issuer.token(almighty(c -> c.claim("team", null)))),
        Map.entry(
            "signed by another key of the same name",
            stranger.token(almighty(c -> c.issuer(issuer.address())))),
        Map.entry(
            "naming an unknown key",
            issuer.token(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-9"), almighty(c -> c))),
        Map.entry(
            "by another algorithm of the same key",
            issuer.token(
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("key-1"), almighty(c -> c))),
        Map.entry("without a signature", unsigned(issuer)),
        Map.entry("signed with the public key as a password", confused(issuer)),
        Map.entry("with changed claims", changed(issuer)));
  }

  private static UnaryOperator<JWTClaimsSet.Builder> almighty(
      UnaryOperator<JWTClaimsSet.Builder> change) {
    return claims -> change.apply(claims.claim("scope", ALL_SCOPES));
  }

  /// `alg: none` with the claims of a good token.
  private static String unsigned(FakeIssuer issuer) {
    String body = issuer.token(almighty(claims -> claims)).split("\\.")[1];
    return encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}") + "." + body + ".";
  }

  /// The signature of a token with fewer scopes.
  private static String changed(FakeIssuer issuer) {
    String[] small = issuer.token(claims -> claims.claim("scope", "")).split("\\.");
    String large = issuer.token(almighty(claims -> claims)).split("\\.")[1];
    return small[0] + "." + large + "." + small[2];
  }

  /// HS256 with what everybody can read as the secret.
  private static String confused(FakeIssuer issuer) {
    try {
      JWKSet keys = JWKSet.load(URI.create(issuer.address() + "/.well-known/jwks.json").toURL());
      RSAKey key = keys.getKeys().getFirst().toRSAKey();
      JWTClaimsSet claims = SignedJWT.parse(issuer.token(almighty(same -> same))).getJWTClaimsSet();
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256)
                  .keyID(key.getKeyID())
                  .type(new JOSEObjectType("at+jwt"))
                  .build(),
              claims);
      token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
      return token.serialize();
    } catch (IOException | ParseException | JOSEException e) {
      throw new IllegalStateException("cannot forge", e);
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
