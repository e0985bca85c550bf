package com.aiqleads.acquisition.contact;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Digits written as words, as in `three oh five`, to hide a number from programs.
final class SpelledDigits {

  private static final Map<String, String> DIGITS =
      Map.ofEntries(
          Map.entry("zero", "0"),
          Map.entry("oh", "0"),
          Map.entry("o", "0"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"));
  private static final Pattern WORD =
      Pattern.compile(
          "zero|one|two|three|four|five|six|seven|eight|nine"
              + "|(?<!\\w)oh?(?!\\w)|(?<=\\d)o(?=[\\do-])",
          Pattern.CASE_INSENSITIVE);

  private SpelledDigits() {}

  static String replaced(String text) {
    return WORD.matcher(text).replaceAll(word -> DIGITS.get(word.group().toLowerCase(Locale.ROOT)));
  }
}
