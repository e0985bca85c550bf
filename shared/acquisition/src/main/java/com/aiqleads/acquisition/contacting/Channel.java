package com.aiqleads.acquisition.contacting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A way to contact somebody.
public enum Channel {
  /// A person dials by hand and speaks.
  MANUAL_CALL,
  /// A machine dials, or speaks.
  AUTOMATIC_CALL,
  TEXT_MESSAGE,
  /// One mail, written for one person.
  PERSONAL_MAIL,
  BULK_MAIL;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isByPhone() {
    return this == MANUAL_CALL || this == AUTOMATIC_CALL || this == TEXT_MESSAGE;
  }

  /// Whoever published a number to sell a home has agreed to no machine and to no advertising.
  public boolean needsConsent() {
    return this != MANUAL_CALL && this != PERSONAL_MAIL;
  }

  public static Optional<Channel> find(String id) {
    return Arrays.stream(values()).filter(channel -> channel.id().equals(id)).findFirst();
  }
}
