package com.aiqleads.marketplace.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// A pair of keys made of 32 bytes that are kept, always the same (RFC 8032, 5.1.5).
///
/// @param x the public one, base64url, as RFC 8037 has it
record Ed25519Key(KeyPair pair, String x) {

  private static final String ALGORITHM = "Ed25519";
  private static final int BYTES = 32;
  private static final int ID_LETTERS = 16;

  static Ed25519Key of(byte[] seed) {
    if (seed.length != BYTES) {
      throw new IllegalArgumentException("a signing key has " + BYTES + " bytes");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
      KeyPair pair = generator.generateKeyPair();
      byte[] written = pair.getPublic().getEncoded();
      // The last bytes of its X.509 form are the point.
      byte[] point = Arrays.copyOfRange(written, written.length - BYTES, written.length);
      return new Ed25519Key(pair, base64(point));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /// Its thumbprint (RFC 7638), as much of it as tells keys apart.
  String id() {
    String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8));
      return base64(digest).substring(0, ID_LETTERS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a receipt", e);
    }
  }

  boolean verifies(byte[] text, byte[] written) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(pair.getPublic());
      signature.update(text);
      return signature.verify(written);
    } catch (SignatureException _) {
      // Of another length, say.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot verify a receipt", e);
    }
  }

  @Override
  public String toString() {
    return "a signing key";
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Says the bytes that are kept where a new key would be made of random ones: the platform makes
  /// a public key of a private one nowhere else.
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] bytes;

    Seed(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }
}
