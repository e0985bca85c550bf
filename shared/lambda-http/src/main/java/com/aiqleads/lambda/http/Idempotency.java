package com.aiqleads.lambda.http;

import com.aiqleads.lambda.RemainingTime;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/// What a POST with the header `Idempotency-Key` claims: one key of one caller on one route.
@Singleton
final class Idempotency {

  static final String HEADER = "Idempotency-Key";

  private static final int MAX_KEY_LENGTH = 255;
  private static final String NOBODY = "nobody";

  private final IdempotencyClaims claims;
  private final RemainingTime remainingTime;

  Idempotency(IdempotencyClaims claims, RemainingTime remainingTime) {
    this.claims = claims;
    this.remainingTime = remainingTime;
  }

  /// The name of the claim; empty if the caller asks for none.
  static Optional<String> claimOf(HttpRequest<?> request) {
    return request.getHeaders().findFirst(HEADER).map(key -> name(checked(key), request));
  }

  IdempotencyClaims.Claim claim(String name, byte[] body) {
    return claims.claim(name, hash(body), remainingTime.remaining());
  }

  void store(String name, IdempotencyClaims.StoredAnswer answer) {
    claims.store(name, answer);
  }

  void release(String name) {
    claims.release(name);
  }

  private static String checked(String key) {
    if (key.isBlank()
        || key.length() > MAX_KEY_LENGTH
        || !key.chars().allMatch(character -> character > ' ' && character < 127)) {
      throw new BadInput(HEADER, "must be 1 to 255 visible characters");
    }
    return key;
  }

  private static String name(String key, HttpRequest<?> request) {
    String caller =
        request
            .getUserPrincipal(Authentication.class)
            .map(Callers::of)
            .map(known -> known.team().text() + "/" + known.user().text())
            .orElse(NOBODY);
    String route = request.getMethodName() + " " + request.getPath();
    return hash(String.join("\n", caller, route, key).getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
