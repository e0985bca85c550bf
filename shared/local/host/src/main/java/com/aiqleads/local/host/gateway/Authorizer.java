package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.manifest.RouteAccess;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The JWT authorizer of the HTTP API: RS256 and nothing else, a key of the issuer, its name, our
/// audience, the times, and the scope of the route.
final class Authorizer {

  static final String AUDIENCE = "aiqleads";

  /// What came of looking at a request's token.
  sealed interface Decision {
    record Open() implements Decision {}

    record Allowed(JsonNode claims, List<String> scopes) implements Decision {}

    record Unauthorized() implements Decision {}

    record Forbidden() implements Decision {}
  }

  private final Jwks keys;
  private final String issuer;
  private final InstantSource clock;

  Authorizer(Jwks keys, String issuer, InstantSource clock) {
    this.keys = keys;
    this.issuer = issuer;
    this.clock = clock;
  }

  Decision decide(RouteAccess access, Optional<String> authorization) {
    return switch (access) {
      case RouteAccess.Public _ -> new Decision.Open();
      case RouteAccess.Session _ -> new Decision.Open();
      case RouteAccess.SignedIn _ -> decide(authorization, Optional.empty());
      case RouteAccess.Scope scope -> decide(authorization, Optional.of(scope.text()));
    };
  }

  private Decision decide(Optional<String> authorization, Optional<String> scope) {
    Optional<JsonNode> claims = authorization.flatMap(this::verified);
    if (claims.isEmpty()) {
      return new Decision.Unauthorized();
    }
    Set<String> has = scopes(claims.get());
    if (scope.isPresent() && !has.contains(scope.get())) {
      return new Decision.Forbidden();
    }
    return new Decision.Allowed(claims.get(), scope.map(List::of).orElse(List.of()));
  }

  private Optional<JsonNode> verified(String authorization) {
    String token =
        authorization.regionMatches(true, 0, "Bearer ", 0, 7)
            ? authorization.substring(7).strip()
            : authorization.strip();
    String[] parts = token.split("\\.", -1);
    try {
      return parts.length == 3 && signed(parts) ? claims(parts[1]) : Optional.empty();
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private boolean signed(String[] parts) throws GeneralSecurityException {
    JsonNode header = Json.read(Base64.getUrlDecoder().decode(parts[0]));
    if (!header.path("alg").asText().equals("RS256") || !header.path("kid").isTextual()) {
      return false;
    }
    Optional<PublicKey> key = keys.key(header.path("kid").asText());
    return key.isPresent() && signed(parts, key.get());
  }

  private static boolean signed(String[] parts, PublicKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private Optional<JsonNode> claims(String part) {
    JsonNode claims = Json.read(Base64.getUrlDecoder().decode(part));
    boolean good =
        claims.path("iss").asText().equals(issuer) && audience(claims) && withinTimes(claims);
    return good ? Optional.of(claims) : Optional.empty();
  }

  /// `client_id` counts only for a token without `aud`.
  private static boolean audience(JsonNode claims) {
    JsonNode audience = claims.has("aud") ? claims.get("aud") : claims.path("client_id");
    if (!audience.isArray()) {
      return audience.asText().equals(AUDIENCE);
    }
    for (JsonNode one : audience) {
      if (one.asText().equals(AUDIENCE)) {
        return true;
      }
    }
    return false;
  }

  private boolean withinTimes(JsonNode claims) {
    long now = clock.instant().getEpochSecond();
    return claims.path("exp").isNumber()
        && claims.path("exp").asLong() > now
        && claims.path("nbf").asLong(0) <= now
        && claims.path("iat").asLong(0) <= now;
  }

  private static Set<String> scopes(JsonNode claims) {
    JsonNode scopes = claims.has("scope") ? claims.get("scope") : claims.path("scp");
    return Set.copyOf(List.of(scopes.asText().strip().split(" +")));
  }
}
