package com.aiqleads.lambda.http;

import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.http.IdempotencyClaims.Claim;
import com.aiqleads.lambda.http.IdempotencyClaims.StoredAnswer;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a POST with the header `Idempotency-Key` claims: one key of one caller on one
/// route; a caller is a person or an API key.
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
  /// @param seal of the answer, made from key and body: without both, a token in it cannot be read
  record Once(String name, String fingerprint, FieldCipher seal) {}

  /// A claim that this request has won.
  record Held(Once once, Instant lockedUntil) {}

  /// Empty if the caller does not ask for it.
  static Optional<Once> asked(HttpRequest<?> request) {
    return request
        .getHeaders()
        .findFirst(HEADER)
        .map(Idempotency::checked)
        .map(key -> once(key, request));
  }

  Claim claim(Once once) {
    Claim claim = claims.claim(once.name(), once.fingerprint(), remainingTime.remaining());
    return claim instanceof Claim.Answered(StoredAnswer answer)
        ? new Claim.Answered(answer.with(once.seal().decrypt(answer.body())))
        : claim;
  }

  void store(Held held, StoredAnswer answer) {
    String sealed = held.once().seal().encrypt(answer.body());
    claims.store(held.once().name(), held.lockedUntil(), answer.with(sealed));
  }

  void release(Held held) {
    claims.release(held.once().name(), held.lockedUntil());
  }

  private static String checked(String key) {
    if (key.isBlank()
        || key.length() > MAX_KEY_LENGTH
        || !key.chars().allMatch(character -> character > ' ' && character < 127)) {
      throw new BadInput(HEADER, "must be 1 to 255 visible characters");
    }
    return key;
  }

  private static Once once(String key, HttpRequest<?> request) {
    byte[] body = ((GatewayRequest<?>) request).getBodyBytes();
    byte[] forTheSeal = mac(key, "answer to ".getBytes(StandardCharsets.UTF_8), body);
    return new Once(
        text(mac(key, name(request))), text(mac(key, body)), new FieldCipher(List.of(forTheSeal)));
  }

  private static byte[] name(HttpRequest<?> request) {
    String caller =
        request.getUserPrincipal(Authentication.class).map(Callers::scope).orElse(NOBODY);
    String route = request.getMethodName() + " " + request.getPath();
    return (caller + "\n" + route).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mac(String key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static String text(byte[] mac) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }
}
