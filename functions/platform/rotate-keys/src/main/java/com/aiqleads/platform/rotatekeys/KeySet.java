package com.aiqleads.platform.rotatekeys;

import com.aiqleads.platform.TokenKey;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// RFC 7517. The key that signs now comes first, then the next one: verifiers keep what they read
/// for two hours, so a key is published that long before it signs and for fifteen minutes after.
@Serdeable
record KeySet(List<Jwk> keys) {

  static final String PATH = ".well-known/jwks.json";

  @Serdeable
  record Jwk(String kty, String use, String alg, String kid, String n, String e) {}

  static KeySet of(List<TokenKey> keys) {
    return new KeySet(keys.stream().map(KeySet::jwk).toList());
  }

  Set<String> ids() {
    return keys.stream().map(Jwk::kid).collect(Collectors.toSet());
  }

  private static Jwk jwk(TokenKey key) {
    return new Jwk("RSA", "sig", "RS256", key.id(), key.modulus(), key.exponent());
  }
}
