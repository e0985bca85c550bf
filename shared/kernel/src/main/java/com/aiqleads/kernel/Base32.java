package com.aiqleads.kernel;

import java.util.Locale;
import java.util.UUID;

/// Crockford's base 32: 26 characters for a UUID, in the order of the UUID, without I, L, O and U.
final class Base32 {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int BITS_PER_CHARACTER = 5;

  private Base32() {}

  static String encode(UUID value) {
    long high = value.getMostSignificantBits();
    long low = value.getLeastSignificantBits();
    char[] text = new char[LENGTH];
    for (int position = LENGTH - 1; position >= 0; position--) {
      text[position] = ALPHABET.charAt((int) (low & 31));
      low = (low >>> BITS_PER_CHARACTER) | (high << (Long.SIZE - BITS_PER_CHARACTER));
      high >>>= BITS_PER_CHARACTER;
    }
    return new String(text);
  }

  static UUID decode(String text) {
    if (text.length() != LENGTH || text.charAt(0) > '7') {
      throw new IllegalArgumentException("not 26 characters of base 32: " + text);
    }
    long high = 0;
    long low = 0;
    for (char character : text.toUpperCase(Locale.ROOT).toCharArray()) {
      int digit = ALPHABET.indexOf(character);
      if (digit < 0) {
        throw new IllegalArgumentException("not a base 32 character: " + character);
      }
      high = (high << BITS_PER_CHARACTER) | (low >>> (Long.SIZE - BITS_PER_CHARACTER));
      low = (low << BITS_PER_CHARACTER) | digit;
    }
    return new UUID(high, low);
  }
}
