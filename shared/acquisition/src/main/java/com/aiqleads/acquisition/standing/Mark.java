package com.aiqleads.acquisition.standing;

import java.util.Locale;

/// Something of an advertisement that others may have, too. Personal: made of phone numbers, mail
/// addresses and accounts; kept as a keyed hash only.
public record Mark(Kind kind, String text) {

  /// Where it is from.
  public enum Kind {
    TEXT,
    PHOTO,
    CONTACT,
    ACCOUNT;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it says nothing if many have it.
    public boolean isAlsoChance() {
      return this == TEXT || this == PHOTO;
    }
  }

  /// What is hashed: a phone number is no account of the same digits.
  public String key() {
    return "mark|" + kind.id() + "|" + text;
  }

  @Override
  public String toString() {
    return kind.id() + "|***";
  }
}
