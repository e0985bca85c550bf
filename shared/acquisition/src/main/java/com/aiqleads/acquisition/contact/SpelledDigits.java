package com.aiqleads.acquisition.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A text with its digits as digits, however they are written to hide a number from programs:
/// `three oh five`, `fiveofive`, `3O5`, `３０５`. Each of its characters knows which part of the
/// written text it stands for. One pass over the text.
final class SpelledDigits {

  private static final Map<String, Character> WORDS =
      Map.ofEntries(
          Map.entry("zero", '0'),
          Map.entry("oh", '0'),
          Map.entry("o", '0'),
          Map.entry("one", '1'),
          Map.entry("two", '2'),
          Map.entry("three", '3'),
          Map.entry("four", '4'),
          Map.entry("five", '5'),
          Map.entry("six", '6'),
          Map.entry("seven", '7'),
          Map.entry("eight", '8'),
          Map.entry("nine", '9'));
  private static final int LONGEST_WORD = 5;

  /// As many digits as a number of ten, each spelled with five letters.
  private static final int LONGEST_RUN = 50;

  private static final String INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff\u20e3";

  private final String written;
  private final StringBuilder text = new StringBuilder();
  private final int[] begins;
  private final int[] ends;
  private final boolean[] hidden;

  private SpelledDigits(String written) {
    this.written = written;
    int length = written.length();
    begins = new int[length];
    ends = new int[length];
    hidden = new boolean[length];
  }

  static SpelledDigits of(String written) {
    SpelledDigits digits = new SpelledDigits(written);
    digits.read();
    return digits;
  }

  String text() {
    return text.toString();
  }

  /// Where in the written text the characters from here to there stand.
  int begin(int from) {
    return begins[from];
  }

  int end(int to) {
    return ends[to - 1];
  }

  /// How many of the characters from here to there were not written as digits.
  int hidden(int from, int to) {
    int count = 0;
    for (int index = from; index < to; index++) {
      count += hidden[index] ? 1 : 0;
    }
    return count;
  }

  private void read() {
    int index = 0;
    while (index < written.length()) {
      int character = written.codePointAt(index);
      int next = index + Character.charCount(character);
      if (isLetter(character)) {
        next = word(index);
      } else if (Character.digit(character, 10) >= 0) {
        boolean plain = character <= '9';
        append((char) ('0' + Character.digit(character, 10)), index, next, !plain);
      } else if (INVISIBLE.indexOf(character) < 0) {
        append(written.charAt(index), index, next, false);
      }
      index = next;
    }
  }

  /// Reads the letters from here on; returns where they end.
  private int word(int begin) {
    int end = begin;
    while (end < written.length() && isLetter(written.charAt(end))) {
      end++;
    }
    List<Integer> cuts = end - begin > LONGEST_RUN ? List.of() : cuts(begin, end);
    if (!cuts.isEmpty()) {
      spelled(begin, cuts);
    } else if (isBetweenDigits(begin, end)) {
      for (int index = begin; index < end; index++) {
        append(lookalike(written.charAt(index)), index, index + 1, true);
      }
    } else {
      for (int index = begin; index < end; index++) {
        append(written.charAt(index), index, index + 1, false);
      }
    }
    return end;
  }

  private void spelled(int begin, List<Integer> cuts) {
    int from = begin;
    for (int cut : cuts) {
      String word = written.substring(from, cut).toLowerCase(Locale.ROOT);
      append(WORDS.getOrDefault(word, '0'), from, cut, true);
      from = cut;
    }
  }

  /// Where the words of digits end that the letters are made of; empty if they are made of others.
  private List<Integer> cuts(int begin, int end) {
    String letters = written.substring(begin, end).toLowerCase(Locale.ROOT);
    List<Integer> cuts = new ArrayList<>();
    int from = 0;
    while (from < letters.length()) {
      int length = longestWord(letters, from);
      if (length == 0) {
        return List.of();
      }
      from += length;
      cuts.add(begin + from);
    }
    return cuts;
  }

  private static int longestWord(String letters, int from) {
    for (int length = Math.min(LONGEST_WORD, letters.length() - from); length > 0; length--) {
      if (WORDS.containsKey(letters.substring(from, from + length))) {
        return length;
      }
    }
    return 0;
  }

  /// `3O5`, `3l5`
  private boolean isBetweenDigits(int begin, int end) {
    boolean lookAlike = true;
    for (int index = begin; index < end; index++) {
      lookAlike &= lookalike(written.charAt(index)) != written.charAt(index);
    }
    return lookAlike
        && begin > 0
        && isDigit(written.charAt(begin - 1))
        && end < written.length()
        && isDigit(written.charAt(end));
  }

  private static char lookalike(char letter) {
    return switch (letter) {
      case 'O', 'o' -> '0';
      case 'I', 'l' -> '1';
      default -> letter;
    };
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isLetter(int character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  private void append(char character, int begin, int end, boolean isHidden) {
    int at = text.length();
    text.append(character);
    begins[at] = begin;
    ends[at] = end;
    hidden[at] = isHidden;
  }
}
