package com.aiqleads.platform;

import java.util.regex.Pattern;

/// What a person or a team is called. Personal: its text form hides it.
public record Name(String value) {

  public static final int MAX_LENGTH = 100;

  /// What a name must be, for people.
  public static final String RULE =
      "must have 1 to "
          + MAX_LENGTH
          + " characters: letters, digits, spaces and . , ' & ( ) + ! # _ -";

  /// No two dashes in a row.
  private static final Pattern HARMLESS =
      Pattern.compile("(?!.*--)[\\p{L}\\p{M}\\p{N} .,'\u2019&()+!#_-]+");

  public Name {
    value = value.strip();
    if (value.isEmpty() || value.length() > MAX_LENGTH || hasControlCharacters(value)) {
      throw new IllegalArgumentException("not a name of 1 to " + MAX_LENGTH + " characters");
    }
  }

  /// A name that somebody gives. Markup and commands are none: the name will stand in letters, in
  /// exports and in other programs, and not all of them will take it for a text.
  public static Name chosen(String text) {
    Name name = new Name(text);
    if (!HARMLESS.matcher(name.value()).matches()) {
      throw new IllegalArgumentException("a name with characters that names do not have");
    }
    return name;
  }

  private static boolean hasControlCharacters(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  @Override
  public String toString() {
    return "***";
  }
}
