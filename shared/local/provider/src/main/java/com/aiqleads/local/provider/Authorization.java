package com.aiqleads.local.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/// A person has agreed: what the code stands for until it is redeemed.
record Authorization(
    Person person, String nonce, String challenge, String redirectUri, Instant at) {

  private static final Duration LIFETIME = Duration.ofMinutes(1);

  boolean redeemedBy(Map<String, String> form, Instant now) {
    return now.isBefore(at.plus(LIFETIME))
        && redirectUri.equals(form.get("redirect_uri"))
        && challenge.equals(challengeOf(form.getOrDefault("code_verifier", "")));
  }

  private static String challengeOf(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
