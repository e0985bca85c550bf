package com.aiqleads.platform;

import java.time.Duration;
import java.util.Locale;

/// Why we write to somebody, and for how long the link in the letter is good.
public enum MailKind {
  CONFIRM_EMAIL(Duration.ofDays(3)),
  RESET_PASSWORD(Duration.ofHours(1));

  private final Duration lifetime;

  MailKind(Duration lifetime) {
    this.lifetime = lifetime;
  }

  public Duration lifetime() {
    return lifetime;
  }

  /// As tables and events write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static MailKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
