package com.aiqleads.platform;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.stream.Stream;

public final class TokenKeyFixtures {

  private static final int BITS = 2048;

  private TokenKeyFixtures() {}

  public static List<TokenKey> keys(int count) {
    return Stream.generate(TokenKeyFixtures::key).limit(count).toList();
  }

  private static TokenKey key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new TokenKey((RSAPublicKey) generator.generateKeyPair().getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }
}
