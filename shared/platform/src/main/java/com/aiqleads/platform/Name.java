package com.aiqleads.platform;

/// What a person or a team is called. Personal: its text form hides it.
public record Name(String value) {

  public static final int MAX_LENGTH = 100;

  public Name {
    value = value.strip();
    if (value.isEmpty() || value.length() > MAX_LENGTH || hasControlCharacters(value)) {
      throw new IllegalArgumentException("not a name of 1 to " + MAX_LENGTH + " characters");
    }
  }

  private static boolean hasControlCharacters(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  @Override
  public String toString() {
    return "***";
  }
}
