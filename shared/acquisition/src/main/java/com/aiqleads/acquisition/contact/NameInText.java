package com.aiqleads.acquisition.contact;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The seller's name in the text of an advertisement: `Dana Whitfield`, `Whitfield, Dana` and, with
/// or without it in the name, `Dana M. Whitfield`. An initial is a word of the name only where
/// there is little else: `D. Whitfield`.
public final class NameInText {

  private static final String HIDDEN = "(name on purchase)";
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}'’]+");

  /// One word alone is a word like others: Rose, Grace, Owner.
  private static final int FEWEST_WORDS = 2;

  /// An expression of every word of an endless name is deeper than the stack.
  private static final int MOST_WORDS = 8;

  private static final String GAP = "[^\\p{L}]{1,3}";
  private static final String GAP_OR_INITIAL = GAP + "(?:\\p{L}" + GAP + ")?";

  private NameInText() {}

  /// The text without the name: texts are shown before a lead is bought.
  public static String redacted(String text, @Nullable String name) {
    String known = name == null ? "" : name;
    List<String> whole = words(known, 2);
    if (whole.size() >= FEWEST_WORDS) {
      return redacted(text, whole, GAP_OR_INITIAL);
    }
    List<String> all = words(known, 1);
    return all.size() < FEWEST_WORDS ? text : redacted(text, all, GAP);
  }

  private static List<String> words(String name, int fewestLetters) {
    return NO_LETTERS
        .splitAsStream(name)
        .filter(word -> word.codePoints().filter(Character::isLetter).count() >= fewestLetters)
        .limit(MOST_WORDS)
        .toList();
  }

  private static String redacted(String text, List<String> words, String between) {
    String name = loose(words, between) + "|" + loose(words.reversed(), between);
    return Pattern.compile(
            "(?<!\\p{L})(?:" + name + ")(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .replaceAll(HIDDEN);
  }

  private static String loose(List<String> words, String between) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining(between));
  }
}
