package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The issuer's public keys. Cached for two hours, as API Gateway does; an unknown key id makes it
/// look again, but at most once in ten seconds, so that forged ids cost nothing.
final class Jwks {

  static final Duration CACHED = Duration.ofHours(2);
  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  /// Reads the document of keys from where the issuer keeps it.
  @FunctionalInterface
  interface Document {
    byte[] read() throws IOException;
  }

  private final Document document;
  private final InstantSource clock;
  private Map<String, PublicKey> keys = Map.of();
  private Instant looked = Instant.EPOCH;

  Jwks(Document document, InstantSource clock) {
    this.document = document;
    this.clock = clock;
  }

  synchronized Optional<PublicKey> key(String id) {
    Duration age = Duration.between(looked, clock.instant());
    boolean missing = !keys.containsKey(id);
    if (age.compareTo(CACHED) > 0 || (missing && age.compareTo(BETWEEN_LOOKS) > 0)) {
      look();
    }
    return Optional.ofNullable(keys.get(id));
  }

  private void look() {
    looked = clock.instant();
    try {
      keys = parse(Json.read(document.read()));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      System.getLogger(Jwks.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "the issuer''s keys could not be read: {0}",
              e.toString());
    }
  }

  private static Map<String, PublicKey> parse(JsonNode document) throws GeneralSecurityException {
    Map<String, PublicKey> keys = new HashMap<>();
    for (JsonNode key : document.path("keys")) {
      if (key.path("kty").asText().equals("RSA")) {
        keys.put(key.path("kid").asText(), rsa(key));
      }
    }
    return keys;
  }

  private static PublicKey rsa(JsonNode key) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e"))));
  }

  private static BigInteger number(JsonNode base64Url) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64Url.asText()));
  }
}
