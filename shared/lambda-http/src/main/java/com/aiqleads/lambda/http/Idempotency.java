package com.aiqleads.lambda.http;

import com.aiqleads.lambda.RemainingTime;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a POST with the header `Idempotency-Key` claims: one key of one caller on one route.
@Singleton
final class Idempotency {

  static final String HEADER = "Idempotency-Key";

  private static final int MAX_KEY_LENGTH = 255;
  private static final String NOBODY = "nobody";
  private static final String ALGORITHM = "HmacSHA256";

  private final IdempotencyClaims claims;
  private final RemainingTime remainingTime;

  Idempotency(IdempotencyClaims claims, RemainingTime remainingTime) {
    this.claims = claims;
    this.remainingTime = remainingTime;
  }

  /// What a request asks to be done once.
  ///
  /// @param name of its claim; the key itself is stored nowhere
  /// @param fingerprint of its body, made with the key: without that, a password in the body cannot
  ///     be guessed from it
  record Once(String name, String fingerprint) {}

  /// Empty if the caller does not ask for it.
  static Optional<Once> asked(HttpRequest<?> request) {
    return request
        .getHeaders()
        .findFirst(HEADER)
        .map(Idempotency::checked)
        .map(key -> new Once(name(key, request), fingerprint(key, request)));
  }

  IdempotencyClaims.Claim claim(Once once) {
    return claims.claim(once.name(), once.fingerprint(), remainingTime.remaining());
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
    return mac(key, (caller + "\n" + route).getBytes(StandardCharsets.UTF_8));
  }

  private static String fingerprint(String key, HttpRequest<?> request) {
    return mac(key, ((GatewayRequest<?>) request).getBodyBytes());
  }

  private static String mac(String key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
