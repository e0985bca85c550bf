package com.aiqleads.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Opaque to its holder: the family and a secret of 256 bits. Stores keep its fingerprint only.
public record RefreshToken(FamilyId family, String secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  public RefreshToken {
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("not the secret of a refresh token");
    }
  }

  public static RefreshToken random(FamilyId family) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new RefreshToken(family, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  public static RefreshToken parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("not a refresh token");
    }
    return new RefreshToken(FamilyId.parse(text.substring(0, dot)), text.substring(dot + 1));
  }

  public String text() {
    return family.text() + "." + secret;
  }

  /// A plain digest is enough: nobody guesses 256 random bits.
  public String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return family + ".***";
  }
}
