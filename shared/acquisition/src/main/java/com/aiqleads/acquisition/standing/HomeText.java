package com.aiqleads.acquisition.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a description says of a home, and nothing else: no names of persons, places, schools or
/// languages, which are written with a capital, no numbers, and no word for who lives or should
/// live there. What is left is the same for two texts of one template.
public record HomeText(List<String> words) {

  static final int MAX_LENGTH = 4_000;

  /// With fewer words, two texts are alike by chance.
  static final int MIN_WORDS = 18;

  static final int PHRASE_WORDS = 11;

  /// So many phrases stand for a text, the same ones wherever it is copied to.
  static final int MAX_PHRASES = 24;

  /// Texts with so many phrases in common that hardly anybody else writes are taken for one.
  public static final int ALIKE_FROM_PHRASES = 7;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}@'’]+");
  private static final int SHOUTED_PERCENT = 60;

  public HomeText {
    words = List.copyOf(words);
  }

  public static HomeText of(@Nullable String text) {
    String read = text == null ? "" : text.substring(0, Math.min(text.length(), MAX_LENGTH));
    List<String> all = new ArrayList<>();
    Matcher matcher = WORD.matcher(read);
    while (matcher.find()) {
      all.add(matcher.group());
    }
    long capital = all.stream().filter(word -> Character.isUpperCase(word.charAt(0))).count();
    boolean shouted = capital * 100 > (long) all.size() * SHOUTED_PERCENT;
    return new HomeText(
        all.stream()
            .filter(word -> word.chars().allMatch(Character::isLetter))
            .filter(word -> shouted || Character.isLowerCase(word.charAt(0)))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> !PeopleWords.has(word))
            .toList());
  }

  /// Those with the least hashes: a copy that leaves out a part has most of the others still.
  List<String> phrases() {
    if (words.size() < MIN_WORDS) {
      return List.of();
    }
    return IntStream.rangeClosed(0, words.size() - PHRASE_WORDS)
        .mapToLong(at -> hash(words.subList(at, at + PHRASE_WORDS)))
        .sorted()
        .distinct()
        .limit(MAX_PHRASES)
        .mapToObj(Long::toHexString)
        .toList();
  }

  private static long hash(List<String> phrase) {
    long hash = 0;
    for (String word : phrase) {
      hash = mixed(hash * 31 + word.hashCode());
    }
    return hash;
  }

  /// The finalizer of SplitMix64: every bit of the result hangs on every bit of the value.
  private static long mixed(long value) {
    long first = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
    return second ^ (second >>> 31);
  }
}
