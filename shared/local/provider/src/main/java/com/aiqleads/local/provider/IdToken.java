package com.aiqleads.local.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Says who somebody is, in the way that the faults of the moment want it.
record IdToken(String issuer, String client, SigningKey key, Set<Fault> faults) {

  /// Not published by anybody.
  private static final SigningKey STRANGER = SigningKey.next();

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  String about(Authorization authorization, Instant now) {
    Map<String, Object> claims = claims(authorization, now);
    if (faults.contains(Fault.UNSIGNED)) {
      return SigningKey.unsigned(claims);
    }
    if (faults.contains(Fault.SYMMETRIC)) {
      return key.symmetric(claims);
    }
    if (faults.contains(Fault.OTHER_KEY)) {
      return STRANGER.signed(claims, key.id());
    }
    return faults.contains(Fault.UNKNOWN_KEY) ? STRANGER.signed(claims) : key.signed(claims);
  }

  private Map<String, Object> claims(Authorization authorization, Instant now) {
    Person person = authorization.person();
    Map<String, Object> claims = new TreeMap<>();
    claims.put("iss", issuer);
    claims.put("aud", client);
    claims.put("sub", person.subject());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put("nonce", authorization.nonce());
    claims.put("name", person.name());
    claims.put("email", person.email());
    claims.put("email_verified", true);
    // Who believes this has not understood whose roles they are.
    claims.put("roles", List.of("admin"));
    faults.forEach(fault -> spoil(claims, fault, now));
    return claims;
  }

  private void spoil(Map<String, Object> claims, Fault fault, Instant now) {
    switch (fault) {
      case WRONG_NONCE -> claims.put("nonce", "of-another-journey");
      case NO_NONCE -> claims.remove("nonce");
      case WRONG_AUDIENCE -> claims.put("aud", "somebody-else");
      case WRONG_PARTY -> {
        claims.put("aud", List.of(client, "somebody-else"));
        claims.put("azp", "somebody-else");
      }
      case NO_PARTY -> claims.put("aud", List.of(client, "somebody-else"));
      case TERSE -> {
        claims.remove("name");
        claims.put("azp", client);
      }
      case WRONG_ISSUER -> claims.put("iss", "https://accounts.elsewhere.example");
      case EXPIRED -> claims.put("exp", now.minus(LIFETIME).getEpochSecond());
      case FUTURE -> claims.put("iat", now.plus(Duration.ofHours(1)).getEpochSecond());
      case OLD -> {
        claims.put("iat", now.minus(Duration.ofDays(1)).getEpochSecond());
        claims.put("exp", now.plus(Duration.ofDays(1000)).getEpochSecond());
      }
      case NO_SUBJECT -> claims.remove("sub");
      case UNVERIFIED_EMAIL -> claims.put("email_verified", false);
      case NO_EMAIL -> claims.remove("email");
      default -> {
        // Not about what the token says.
      }
    }
  }
}
