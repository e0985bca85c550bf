package com.aiqleads.marketplace.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Cuts text into the words that are searched for, so that every store finds the same leads.
public final class Words {
  /// Of one lead; longer descriptions repeat themselves.
  public static final int MAX_WORDS = 400;

  private static final int MAX_LENGTH = 40;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");

  private Words() {}

  /// Lower case, without accents, each once, in their order.
  public static List<String> of(String text) {
    String plain = APOSTROPHE.matcher(text).replaceAll("");
    plain = ACCENT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    return Stream.of(NO_WORD.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty() && word.length() <= MAX_LENGTH)
        .map(Words::singular)
        .distinct()
        .limit(MAX_WORDS)
        .toList();
  }

  /// Pools and pool are the same to a searcher; glass and gas are not.
  private static String singular(String word) {
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
