package com.aiqleads.platform.rotatekeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.TokenKey;
import com.aiqleads.platform.rotatekeys.KeySet.Jwk;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RotateKeysTest {

  private final Map<String, Object> written = new LinkedHashMap<>();

  @Test
  void publishesTheKeysBeforeTheDocumentThatPointsToThem() {
    rotate(newKey());

    assertThat(written.keySet())
        .containsExactly(".well-known/jwks.json", ".well-known/openid-configuration");
  }

  @Test
  void publishesEveryKeyInOrder() {
    TokenKey current = newKey();
    TokenKey next = newKey();

    rotate(current, next);

    assertThat(written)
        .containsEntry(KeySet.PATH, new KeySet(List.of(entry(current), entry(next))));
  }

  @Test
  void pointsFromTheIssuerToItsKeys() {
    rotate(newKey());

    assertThat((Discovery) written.get(Discovery.PATH))
        .extracting(Discovery::issuer, Discovery::keys)
        .containsExactly(
            "https://api.aiqleads.example", "https://api.aiqleads.example/.well-known/jwks.json");
  }

  private void rotate(TokenKey... keys) {
    new RotateKeys(() -> List.of(keys), written::put, "https://api.aiqleads.example").publish();
  }

  private static Jwk entry(TokenKey key) {
    return new Jwk("RSA", "sig", "RS256", key.id(), key.modulus(), key.exponent());
  }

  static TokenKey newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new TokenKey((RSAPublicKey) generator.generateKeyPair().getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
