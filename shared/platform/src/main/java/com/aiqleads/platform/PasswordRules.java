package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Length over composition, as NIST SP 800-63B advises: no rule about digits or signs.
public final class PasswordRules {

  public static final int MIN_LENGTH = 12;

  /// Bounds the work that one request can cause.
  public static final int MAX_LENGTH = 128;

  public static final int MIN_DIFFERENT = 5;

  private static final int MIN_TELLING_LENGTH = 4;

  private static final Set<String> COMMON =
      Set.of(
          "123456789012",
          "1234567890123",
          "12345678901234",
          "administrator",
          "adminadminadmin",
          "changemechangeme",
          "correcthorsebatterystaple",
          "iloveyouiloveyou",
          "letmeinletmein",
          "passwordpassword",
          "password1234",
          "password12345",
          "password123456",
          "qwertyuiop12",
          "qwertyuiop123",
          "qwertyuiopasdfgh",
          "qwertyqwerty",
          "welcomewelcome");

  private PasswordRules() {}

  /// All faults at once; without an address, those that do not depend on it.
  public static Set<PasswordFault> faults(Password password, Optional<Email> email) {
    String value = password.value();
    String lower = value.toLowerCase(Locale.ROOT);
    int length = length(value);
    Set<PasswordFault> faults = EnumSet.noneOf(PasswordFault.class);
    addIf(length < MIN_LENGTH, PasswordFault.TOO_SHORT, faults);
    addIf(length > MAX_LENGTH, PasswordFault.TOO_LONG, faults);
    addIf(value.chars().distinct().count() < MIN_DIFFERENT, PasswordFault.TOO_UNIFORM, faults);
    addIf(
        email.filter(own -> contains(lower, own)).isPresent(),
        PasswordFault.CONTAINS_EMAIL,
        faults);
    addIf(COMMON.contains(lower), PasswordFault.COMMON, faults);
    return faults;
  }

  private static boolean isTooLong(String text) {
    return length(text) > MAX_LENGTH;
  }

  /// What somebody claims to be a password; refused only if it would cost too much to hash.
  public static Password bounded(String text) {
    if (isTooLong(text)) {
      throw new IllegalArgumentException("too long");
    }
    return new Password(text);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void addIf(boolean holds, PasswordFault fault, Set<PasswordFault> faults) {
    if (holds) {
      faults.add(fault);
    }
  }

  private static boolean contains(String lowerPassword, Email email) {
    String address = email.address().toLowerCase(Locale.ROOT);
    String mailbox = address.substring(0, address.indexOf('@'));
    return mailbox.length() >= MIN_TELLING_LENGTH && lowerPassword.contains(mailbox);
  }
}
