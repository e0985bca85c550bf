package com.aiqleads.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lets somebody in once who has lost the authenticator app: 80 random bits, to be written down.
/// People may type it without hyphens and in small letters.
public record RecoveryCode(String text) {

  public static final int EACH_TIME = 10;

  private static final SecureRandom RANDOM = new SecureRandom();

  /// Without letters that look like others.
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

  private static final int LENGTH = 16;
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  public RecoveryCode {
    text = text.toUpperCase(Locale.ROOT).replaceAll("[- ]", "");
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a recovery code");
    }
  }

  /// What somebody typed, if it could be a code at all.
  public static Optional<RecoveryCode> find(String text) {
    try {
      return Optional.of(new RecoveryCode(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public static List<RecoveryCode> next() {
    return Stream.generate(RecoveryCode::random).limit(EACH_TIME).toList();
  }

  private static RecoveryCode random() {
    return new RecoveryCode(
        RANDOM
            .ints(LENGTH, 0, ALPHABET.length())
            .mapToObj(index -> ALPHABET.substring(index, index + 1))
            .collect(Collectors.joining()));
  }

  /// In groups of four.
  public String readable() {
    return text.replaceAll("(.{4})(?!$)", "$1-");
  }

  /// A plain digest is enough: nobody guesses 80 random bits.
  public String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
