package com.aiqleads.marketplace.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an endpoint knows a delivery of ours by, as Standard Webhooks has it. Shown once; its text
/// form says nothing.
public final class SigningSecret {

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  private SigningSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  public static SigningSecret fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SigningSecret(bytes);
  }

  /// Reads [#reveal] back.
  public static SigningSecret of(String revealed) {
    if (!revealed.startsWith(PREFIX)) {
      throw new IllegalArgumentException("not a signing secret");
    }
    return new SigningSecret(Base64.getDecoder().decode(revealed.substring(PREFIX.length())));
  }

  public String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /// One signature of the header `webhook-signature`.
  public String sign(String message, Instant at, String body) {
    String signed = message + "." + at.getEpochSecond() + "." + body;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes, ALGORITHM));
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return VERSION + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningSecret secret && Arrays.equals(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "a signing secret";
  }
}
