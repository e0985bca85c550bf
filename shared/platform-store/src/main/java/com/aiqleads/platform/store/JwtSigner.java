package com.aiqleads.platform.store;

import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.AccessToken;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.TokenSigner;
import com.aiqleads.platform.store.KmsKeys.SigningKey;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compact JWS by RS256: the one algorithm that the gateway's authorizer accepts.
final class JwtSigner implements TokenSigner {

  @Serdeable
  record Header(String alg, String kid, String typ) {}

  @Serdeable
  record Body(
      String iss,
      String aud,
      String sub,
      @Nullable String sid,
      @Nullable String key,
      String team,
      List<String> roles,
      String scope,
      long iat,
      long nbf,
      long exp,
      String jti) {}

  private final KmsKeys keys;
  private final String issuer;
  private final ObjectMapper mapper;

  JwtSigner(KmsKeys keys, String issuer, ObjectMapper mapper) {
    this.keys = keys;
    this.issuer = issuer;
    this.mapper = mapper;
  }

  @Override
  public AccessToken sign(AccessClaims claims) {
    SigningKey key = keys.current();
    Header header = new Header("RS256", key.publicHalf().id(), "at+jwt");
    String signed = encode(header) + "." + encode(body(claims));
    byte[] signature = keys.sign(key, signed.getBytes(StandardCharsets.US_ASCII));
    return new AccessToken(signed + "." + base64Url(signature), claims.expiresAt());
  }

  private Body body(AccessClaims claims) {
    long issuedAt = claims.issuedAt().getEpochSecond();
    return new Body(
        issuer,
        AccessClaims.AUDIENCE,
        claims.user().text(),
        claims.session().map(FamilyId::text).orElse(null),
        claims.key().map(ApiKeyId::text).orElse(null),
        claims.team().text(),
        claims.roles().stream().map(Role::text).sorted().toList(),
        claims.scopes().stream().sorted().map(Scope::text).collect(Collectors.joining(" ")),
        issuedAt,
        issuedAt,
        claims.expiresAt().getEpochSecond(),
        claims.tokenId().toString());
  }

  private String encode(Object part) {
    try {
      return base64Url(mapper.writeValueAsBytes(part));
    } catch (IOException e) {
      throw new UncheckedIOException("could not write a part of a token", e);
    }
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
