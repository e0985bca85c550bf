package com.aiqleads.local.provider;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/// Somebody with an account at the provider.
public record Person(String email, String name) {

  /// Called as the mailbox is.
  static Person of(String email) {
    return new Person(email, email.split("@", 2)[0].replaceAll("[^A-Za-z0-9]+", " ").strip());
  }

  /// The same for the same mailbox after every start.
  String subject() {
    String mailbox = email.toLowerCase(Locale.ROOT);
    return UUID.nameUUIDFromBytes(mailbox.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
