package com.aiqleads.platform.serveconsole;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Lets a form through only when it was shown by us to the same browser: the form carries the
/// digest of a random cookie that no other site can read or set, and the browser says same origin.
final class FormGuard {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 24;

  private FormGuard() {}

  static String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  static String tokenFor(String secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest("form:" + secret));
  }

  static boolean accepts(HttpRequest<?> request, Optional<String> token, String origin) {
    return fromOurPage(request, origin)
        && Cookies.FORM
            .in(request)
            .map(FormGuard::tokenFor)
            .filter(expected -> same(expected, token.orElse("")))
            .isPresent();
  }

  private static boolean fromOurPage(HttpRequest<?> request, String origin) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    return site == null
        ? origin.equals(request.getHeaders().get("Origin"))
        : site.equals("same-origin");
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
