package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.suppression.SuppressionKey.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Somebody on a deletion list: SHA-256 of a phone number or a mail address, as the Data Broker API
/// of DROP (1.2.0) writes it. Anybody can try all phone numbers against it, so its text form hides
/// it.
public record ListedHash(Kind kind, String hash) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9+/]{43}=");
  private static final int DIGITS = 10;

  public ListedHash {
    if (!isHash(hash)) {
      throw new IllegalArgumentException("no SHA-256 in base64");
    }
  }

  public static boolean isHash(String text) {
    return SHAPE.matcher(text).matches();
  }

  /// Of homes, advertisements and pages the lists say nothing.
  public static Optional<ListedHash> of(SuppressionKey key) {
    return switch (key.kind()) {
      case PHONE -> Optional.of(hashed(key.kind(), lastDigits(key.value())));
      case EMAIL ->
          Optional.of(
              hashed(key.kind(), key.value().replaceAll("\\s", "").toLowerCase(Locale.ROOT)));
      case ADDRESS, LISTING, PAGE -> Optional.empty();
    };
  }

  private static String lastDigits(String phone) {
    String digits = phone.replaceAll("\\D", "");
    return digits.substring(Math.max(0, digits.length() - DIGITS));
  }

  private static ListedHash hashed(Kind kind, String standard) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(standard.getBytes(StandardCharsets.UTF_8));
      return new ListedHash(kind, Base64.getEncoder().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return kind.id() + " ***";
  }
}
