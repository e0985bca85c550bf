package com.aiqleads.local.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a provider, or whoever plays one, may get wrong.
public enum Fault {
  /// The token is for another journey.
  WRONG_NONCE,
  NO_NONCE,
  WRONG_AUDIENCE,
  /// For us and for others, and handed to one of the others.
  WRONG_PARTY,
  /// For us and for others, and nobody knows whom it was handed to.
  NO_PARTY,
  WRONG_ISSUER,
  EXPIRED,
  /// Issued in an hour.
  FUTURE,
  /// Issued a day ago, and good for years.
  OLD,
  NO_SUBJECT,
  /// Signed by nobody.
  UNSIGNED,
  /// Signed with the public key as if it were a shared secret.
  SYMMETRIC,
  /// Signed by a key that is not published, under the name of one that is.
  OTHER_KEY,
  /// Signed by a key that nobody has heard of.
  UNKNOWN_KEY,
  UNVERIFIED_EMAIL,
  NO_EMAIL,
  /// No fault, but not what everybody does: no name, and a party that need not be said.
  TERSE,
  /// No fault either: the address to send people to has a question of its own.
  WITH_QUERY,
  /// People are sent back in the name of another provider.
  MIXED_UP,
  /// The token endpoint answers something that is no JSON.
  BROKEN,
  /// The token endpoint answers without a token.
  NO_TOKEN,
  /// The token endpoint answers more than anybody has to read.
  ENDLESS,
  /// The token endpoint does not answer in time.
  SLOW,
  /// The token endpoint fails.
  FAILING,
  /// The description of the provider names another one.
  OTHER_DESCRIPTION,
  /// The description leaves out where the keys are.
  NO_KEYS,
  /// The description, and the token endpoint, send their readers elsewhere.
  MOVED,
  /// The description leads to an address in the clear.
  IN_THE_CLEAR,
  /// The description is not there.
  DOWN;

  static Optional<Fault> named(String text) {
    return Arrays.stream(values()).filter(fault -> fault.text().equals(text)).findFirst();
  }

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
