package com.aiqleads.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/// What an authenticator app and we both know. Its text is base32 of RFC 4648, as apps take it.
public record TotpSecret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_PER_CHARACTER = 5;
  private static final int BYTES = 20;
  private static final int LENGTH = BYTES * 8 / BITS_PER_CHARACTER;

  public TotpSecret {
    if (text.length() != LENGTH || text.chars().anyMatch(letter -> ALPHABET.indexOf(letter) < 0)) {
      throw new IllegalArgumentException("not the secret of an authenticator app");
    }
  }

  public static TotpSecret next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  static TotpSecret of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte next : bytes) {
      buffer = (buffer << 8) | (next & 0xff);
      bits += 8;
      while (bits >= BITS_PER_CHARACTER) {
        bits -= BITS_PER_CHARACTER;
        text.append(ALPHABET.charAt((buffer >> bits) & 0x1f));
      }
    }
    return new TotpSecret(text.toString());
  }

  byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    int buffer = 0;
    int bits = 0;
    int filled = 0;
    for (int index = 0; index < LENGTH; index++) {
      buffer = (buffer << BITS_PER_CHARACTER) | ALPHABET.indexOf(text.charAt(index));
      bits += BITS_PER_CHARACTER;
      if (bits >= 8) {
        bits -= 8;
        bytes[filled++] = (byte) (buffer >> bits);
      }
    }
    return Arrays.copyOf(bytes, filled);
  }

  /// As authenticator apps read it, from a link or a picture.
  public String address(String account) {
    String name = URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/AIQLeads:" + name + "?secret=" + text + "&issuer=AIQLeads";
  }

  @Override
  public String toString() {
    return "***";
  }
}
