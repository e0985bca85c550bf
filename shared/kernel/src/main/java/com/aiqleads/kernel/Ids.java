package com.aiqleads.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;

/// Makes and reads the UUIDs behind ids.
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long VERSION_7 = 0x7000L;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  private Ids() {}

  /// A new UUID of version 7: milliseconds, then 74 random bits.
  public static UUID next(InstantSource clock) {
    long random = RANDOM.nextLong();
    long high = (clock.millis() << 16) | VERSION_7 | (random & 0x0FFFL);
    return new UUID(high, (RANDOM.nextLong() & VARIANT_MASK) | VARIANT);
  }

  /// The same UUID for the same parts, for ever: what makes a repeated step a repeat and not a
  /// second.
  public static UUID derived(String... parts) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(String.join("\u0000", parts)));
    long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | VERSION_8;
    return new UUID(high, (digest.getLong() & VARIANT_MASK) | VARIANT);
  }

  /// Reads [Id#text] back; refuses the text of another kind of id.
  public static <T extends Id> T parse(String prefix, String text, Function<UUID, T> make) {
    if (!text.startsWith(prefix + "_")) {
      throw new IllegalArgumentException("not an id that starts with " + prefix + "_: " + text);
    }
    return make.apply(Base32.decode(text.substring(prefix.length() + 1)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
