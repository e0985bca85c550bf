package com.aiqleads.acquisition.matching;

/// Slips of the pen in names of streets: one letter too many, too few, another one, or two that
/// changed places.
final class Slips {

  private static final int SHORTEST = 4;

  private Slips() {}

  /// Never of names with figures: `2ND` and `3RD` are two streets.
  static boolean isOne(String name, String other) {
    if (name.length() > other.length()) {
      return isOne(other, name);
    }
    return name.length() >= SHORTEST
        && other.length() - name.length() <= 1
        && !hasDigit(name)
        && !hasDigit(other)
        && differByOne(name, other);
  }

  private static boolean differByOne(String shorter, String longer) {
    int at = 0;
    while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
      at++;
    }
    if (shorter.length() < longer.length()) {
      return shorter.substring(at).equals(longer.substring(at + 1));
    }
    return at < shorter.length()
        && (shorter.substring(at + 1).equals(longer.substring(at + 1))
            || isSwapped(shorter, longer, at));
  }

  /// `1468` and `1486`: house numbers with two neighbouring figures in the wrong order.
  static boolean isSwap(String number, String other) {
    if (number.length() != other.length() || number.length() < 2) {
      return false;
    }
    int at = 0;
    while (at < number.length() && number.charAt(at) == other.charAt(at)) {
      at++;
    }
    return isSwapped(number, other, at);
  }

  private static boolean isSwapped(String one, String other, int at) {
    return at + 1 < one.length()
        && one.charAt(at) == other.charAt(at + 1)
        && one.charAt(at + 1) == other.charAt(at)
        && one.substring(at + 2).equals(other.substring(at + 2));
  }

  static boolean hasDigit(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }
}
