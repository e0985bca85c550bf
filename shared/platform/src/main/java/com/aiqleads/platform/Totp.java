package com.aiqleads.platform;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords of RFC 6238 as every app makes them: HMAC-SHA-1, six digits, a new
/// one every thirty seconds.
public final class Totp {

  public static final int DIGITS = 6;
  private static final long STEP_SECONDS = 30;

  /// Clocks of phones are not exact: the code before and the next one are good, too.
  private static final int STEPS_OF_SKEW = 1;

  private static final String ALGORITHM = "HmacSHA1";

  private Totp() {}

  public static String code(TotpSecret secret, Instant at) {
    return code(secret.bytes(), step(at), DIGITS);
  }

  /// The step that the code belongs to, if it is one of now. A step is good once: whoever uses the
  /// code remembers it and takes no step that is not later.
  public static OptionalLong match(TotpSecret secret, String code, Instant now) {
    long current = step(now);
    byte[] key = secret.bytes();
    return LongStream.rangeClosed(current - STEPS_OF_SKEW, current + STEPS_OF_SKEW)
        .filter(step -> code(key, step, DIGITS).equals(code))
        .findFirst();
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  static String code(byte[] key, long step, int digits) {
    byte[] hash = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int binary = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    String number = Integer.toString(binary % (int) Math.pow(10, digits));
    return "0".repeat(digits - number.length()) + number;
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
